import type { Handler } from '../operation.ts';
import { partnerView } from '../partner-view.ts';

export const getPartner: Handler<'getPartner'> = async ({ api: { context }, caller, params, query }) => ({
  status: 200,
  body: await partnerView(context, caller, { id: params.partnerId, environment: query.environment }),
});
