import { CodedError } from '../../domain/errors.ts';
import { eventEndpoint } from '../../flows/event-endpoint.ts';
import { findBulkRetry } from '../../store/bulk-retries.ts';
import type { Handler } from '../operation.ts';
import { replayView } from '../webhook-view.ts';

export const getWebhookReplay: Handler<'getWebhookReplay'> = async ({ api: { context }, params }) => {
  const { partnerId: orgId, endpointId, replayId } = params;
  const row = await context.db.scoped('*', async (tx) => {
    await eventEndpoint(context, tx, { orgId, endpointId });
    return findBulkRetry(tx, { id: replayId });
  });
  if (row?.endpointId !== endpointId) throw new CodedError('http.not-found', { detail: 'No replay has this id.' });
  return { status: 200, body: await replayView(context, row) };
};
