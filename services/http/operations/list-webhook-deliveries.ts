import { eventEndpoint } from '../../flows/event-endpoint.ts';
import { listWebhookDeliveries as list } from '../../store/webhook-deliveries.ts';
import type { Handler } from '../operation.ts';
import { deliveryView } from '../webhook-view.ts';

export const listWebhookDeliveries: Handler<'listWebhookDeliveries'> = async ({ api, caller, params, query }) => {
  const { partnerId: orgId, endpointId } = params;
  const { state, before, limit = 50 } = query;
  const { context } = api;
  await context.db.scoped('*', (tx) => eventEndpoint(context, tx, { orgId, endpointId }));
  const rows = await context.db.screens(caller.visibility, (tx) =>
    list(tx, { endpointId, state, before, limit: limit + 1 }),
  );
  const shown = rows.slice(0, limit);
  const next = rows.length > limit ? shown.at(-1)?.seq : undefined;
  return { status: 200, body: { deliveries: shown.map(deliveryView), ...(next !== undefined && { next }) } };
};
