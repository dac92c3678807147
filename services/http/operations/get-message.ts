import { CodedError } from '../../domain/errors.ts';
import { readMessage } from '../../store/read/message.ts';
import type { Handler } from '../operation.ts';

export const getMessage: Handler<'getMessage'> = async ({ desk, caller, params }) => {
  const { db } = desk.context;
  const message =
    caller.kind === 'key'
      ? await db.scoped(caller.sight, (tx) => readMessage(tx, params.documentId, caller.environment))
      : await db.screens(caller.sight, (tx) => readMessage(tx, params.documentId));
  if (!message) throw new CodedError('http.not-found', { detail: 'No document has this id.' });
  return { status: 200, body: message };
};
