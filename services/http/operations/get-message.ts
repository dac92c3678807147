import { CodedError } from '../../domain/errors.ts';
import { readMessage } from '../../store/read/message.ts';
import type { Handler } from '../operation.ts';

export const getMessage: Handler<'getMessage'> = async ({ api, caller, params: { documentId }, query }) => {
  const { db } = api.context;
  const page = { offset: query.setOffset ?? 0, limit: query.setLimit ?? 200 };
  const message =
    caller.kind === 'key'
      ? await db.scoped(caller.visibility, (tx) => readMessage(tx, documentId, page, caller.environment))
      : await db.screens(caller.visibility, (tx) => readMessage(tx, documentId, page));
  if (!message) throw new CodedError('http.not-found', { detail: 'No document has this id.' });
  return { status: 200, body: message };
};
