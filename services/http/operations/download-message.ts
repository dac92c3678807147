import { CodedError } from '../../domain/errors.ts';
import { readBytes } from '../../store/read/message.ts';
import { attachment } from '../attachment.ts';
import type { Handler } from '../operation.ts';

export const downloadMessage: Handler<'downloadMessage'> = async ({ api, caller, params }) => {
  const found = await api.context.db.screens(caller.visibility, (tx) => readBytes(tx, params.documentId));
  if (!found) throw new CodedError('http.not-found', { detail: 'No document has this id.' });
  return {
    status: 200,
    bytes: found.bytes,
    type: 'application/octet-stream',
    headers: { 'Content-Disposition': attachment(found.fileName) },
  };
};
