import { agreementsView } from '../agreements-view.ts';
import type { Handler } from '../operation.ts';

export const listAgreements: Handler<'listAgreements'> = async ({ desk, caller, params, query }) => ({
  status: 200,
  body: await agreementsView(desk.context, caller, params.partnerId, query.of),
});
