import type { Handler } from '../operation.ts';
import { takeEvents } from '../take-events.ts';

export const submitEvents: Handler<'submitEvents'> = async ({ api, caller, request }) => {
  const key = request.get('idempotency-key');
  const { body, isReplay } = await takeEvents(api, request, { caller, key });
  return { status: 202, body, ...(isReplay && { headers: { 'Idempotent-Replayed': 'true' } }) };
};
