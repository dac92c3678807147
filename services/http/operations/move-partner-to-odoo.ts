import { movePartner } from '../../flows/move-partner.ts';
import { odooView } from '../odoo-view.ts';
import type { Handler } from '../operation.ts';

export const movePartnerToOdoo: Handler<'movePartnerToOdoo'> = async ({ api: { context }, caller, params }) => {
  await movePartner(context, params, caller);
  return { status: 200, body: await odooView(context, caller, params.connectionId) };
};
