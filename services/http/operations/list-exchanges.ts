import { knownEndpoint } from '../../flows/endpoint-views.ts';
import { listExchanges as readExchanges } from '../../store/exchanges.ts';
import { exchangePage } from '../exchanges-view.ts';
import type { Handler } from '../operation.ts';

export const listExchanges: Handler<'listExchanges'> = async ({ api: { context }, caller, params, query }) => {
  const { partnerId: orgId, endpointId } = params;
  const { limit = 50, before } = query;
  const rows = await context.db.screens(caller.visibility, async (tx) => {
    await knownEndpoint(tx, { orgId, endpointId });
    return readExchanges(tx, { endpointId, before, limit: limit + 1 });
  });
  return { status: 200, body: exchangePage(rows, limit) };
};
