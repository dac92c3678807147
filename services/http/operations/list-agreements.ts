import { agreementsView } from '../agreements-view.ts';
import type { Handler } from '../operation.ts';

export const listAgreements: Handler<'listAgreements'> = async ({ api, caller, params, query }) => ({
  status: 200,
  body: await agreementsView(api.context, caller, params.partnerId, query.of),
});
