import { CodedError } from '../../domain/errors.ts';
import { readMessage } from '../../store/read/message.ts';
import type { Handler } from '../operation.ts';

export const getMessage: Handler<'getMessage'> = async ({ desk, caller, params }) => {
  const environment = caller.kind === 'key' ? caller.environment : undefined;
  const message = await desk.context.db.scoped(caller.sight, (tx) => readMessage(tx, params.documentId, environment));
  if (!message) throw new CodedError('http.not-found', { detail: 'No document has this id.' });
  return { status: 200, body: message };
};
