import { CodedError } from '../../domain/errors.ts';
import { mediaTypeOf } from '../../domain/media-type.ts';
import { asSent } from '../../flows/certification/trouble.ts';
import { readOutbox } from '../../store/outbox.ts';
import { attachment } from '../attachment.ts';
import type { KeyCaller } from '../caller.ts';
import { logged } from '../https-log.ts';
import { openMailbox, refuseHeld } from '../mailbox.ts';
import type { ApiContext, Handler } from '../operation.ts';

export const downloadOutbox: Handler<'downloadOutbox'> = async ({ api, caller, params, request }) => {
  const found = await logged(
    api,
    { request, caller, direction: 'out' },
    () => fetchOne(api, caller, params.documentId),
    ({ fileName, bytes }) => ({
      ...{ summary: `Fetched ${fileName}`, documentIds: [params.documentId], detail: { bytes: bytes.length } },
    }),
  );
  const headers = {
    Digest: `sha-256=${found.sha256.toString('base64')}`,
    'Content-Disposition': attachment(found.fileName),
  };
  const bytes = await asSent(api.context, caller, { documentId: params.documentId, bytes: found.bytes });
  return { status: 200, bytes, type: mediaTypeOf(found.fileName), headers };
};

async function fetchOne(api: ApiContext, caller: KeyCaller, documentId: string) {
  const mailbox = await openMailbox(api, caller);
  const found = await api.context.db.scoped(caller.visibility, (tx) => readOutbox(tx, mailbox, documentId));
  if (!found) throw new CodedError('http.not-found', { detail: 'The outbox has no document with this id.' });
  refuseHeld(found);
  return found;
}
