import { counted, logged } from '../https-log.ts';
import { refusePaused } from '../mailbox.ts';
import type { Handler } from '../operation.ts';
import { takeEvents } from '../take-events.ts';

export const submitEvents: Handler<'submitEvents'> = async ({ api, caller, request }) => {
  const key = request.get('idempotency-key');
  const { body, isReplay } = await logged(
    api,
    { request, caller, direction: 'in' },
    async () => {
      await refusePaused(api, caller);
      return takeEvents(api, request, { caller, key });
    },
    (taken) => {
      const { documentId, events } = taken.body;
      const invalid = events.filter(({ state }) => state === 'invalid').length;
      const [good, bad] = [counted(events.length - invalid, 'event'), invalid > 0 ? `, ${invalid} not` : ''];
      const summary = taken.isReplay ? `Came once more; it is the same: ${good}` : `Took ${good}${bad}`;
      return { summary, documentIds: [documentId] };
    },
  );
  return { status: 202, body, ...(isReplay && { headers: { 'Idempotent-Replayed': 'true' } }) };
};
