import { CodedError } from '../../domain/errors.ts';
import { mediaTypeOf } from '../../domain/media-type.ts';
import { asSent } from '../../flows/certification/trouble.ts';
import { readOutbox } from '../../store/outbox.ts';
import { attachment } from '../attachment.ts';
import { mailboxOf } from '../mailbox.ts';
import type { Handler } from '../operation.ts';

export const downloadOutbox: Handler<'downloadOutbox'> = async ({ api, caller, params }) => {
  const found = await api.context.db.scoped(caller.visibility, (tx) =>
    readOutbox(tx, mailboxOf(api.context, caller), params.documentId),
  );
  if (!found) throw new CodedError('http.not-found', { detail: 'The outbox has no document with this id.' });
  const headers = {
    Digest: `sha-256=${found.sha256.toString('base64')}`,
    'Content-Disposition': attachment(found.fileName),
  };
  const bytes = await asSent(api.context, caller, { documentId: params.documentId, bytes: found.bytes });
  return { status: 200, bytes, type: mediaTypeOf(found.fileName), headers };
};
