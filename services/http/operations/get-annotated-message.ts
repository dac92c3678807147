import { CodedError } from '../../domain/errors.ts';
import { readBytes } from '../../store/read/message.ts';
import type { Handler } from '../operation.ts';

export const getAnnotatedMessage: Handler<'getAnnotatedMessage'> = async ({ desk, caller, params }) => {
  const found = await desk.context.db.scoped(caller.sight, (tx) => readBytes(tx, params.documentId));
  if (!found) throw new CodedError('http.not-found', { detail: 'No document has this id.' });
  return { status: 200, body: { total: 0, segments: [], findings: [], text: found.bytes.toString('latin1', 0, 4000) } };
};
