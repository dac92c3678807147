import { setPartnerRules } from '../../flows/set-partner-rules.ts';
import { odooView } from '../odoo-view.ts';
import type { Handler } from '../operation.ts';

export const setOdooPartner: Handler<'setOdooPartner'> = async ({ api: { context }, caller, params, body }) => {
  await setPartnerRules(context, params, body, caller);
  return { status: 200, body: await odooView(context, caller, params.connectionId) };
};
