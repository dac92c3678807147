import { agreementView } from '../journey-view.ts';
import type { Handler } from '../operation.ts';

export const getSignedAgreement: Handler<'getSignedAgreement'> = async ({ api: { context }, caller, params }) => ({
  status: 200,
  body: await agreementView(context, caller, params.partnerId),
});
