import { logged } from '../https-log.ts';
import { refusePaused } from '../mailbox.ts';
import type { Handler } from '../operation.ts';
import { takeFile } from '../take-file.ts';

export const submitFile: Handler<'submitFile'> = async ({ api, caller, request }) => {
  const key = request.get('idempotency-key');
  const { body, isReplay } = await logged(
    api,
    { request, caller, direction: 'in' },
    async () => {
      await refusePaused(api, caller);
      return takeFile(api, request, { caller, key });
    },
    (taken) => {
      const { id, mediaType, sizeBytes, fileName = `a file, ${mediaType}` } = taken.body;
      const summary = taken.isReplay ? `Came once more; it is the same: ${fileName}` : `Took ${fileName}`;
      return { summary, documentIds: [id], detail: { bytes: sizeBytes, type: mediaType } };
    },
  );
  return { status: 201, body, ...(isReplay && { headers: { 'Idempotent-Replayed': 'true' } }) };
};
