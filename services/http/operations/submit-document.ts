import { counted, logged } from '../https-log.ts';
import { refusePaused } from '../mailbox.ts';
import type { Handler } from '../operation.ts';
import { takeDocuments } from '../take-documents.ts';

export const submitDocument: Handler<'submitDocument'> = ({ api, caller, request }) =>
  logged(
    api,
    { request, caller, direction: 'in' },
    async () => {
      await refusePaused(api, caller);
      return takeDocuments(api, request, caller);
    },
    ({ body: { documents } }) => {
      const fresh = documents.filter(({ duplicate }) => !duplicate);
      const names = documents.map(
        ({ fileName, sizeBytes }) => fileName ?? `a document of ${counted(sizeBytes, 'byte')}`,
      );
      const summary =
        fresh.length > 0 ? `Took ${names.join(', ')}` : `Came once more; it is the same: ${names.join(', ')}`;
      const bytes = documents.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
      const type = request.get('content-type')?.split(';', 1)[0];
      return { summary, documentIds: documents.map(({ id }) => id), detail: { bytes, ...(type && { type }) } };
    },
  );
