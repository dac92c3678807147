import { forgetCarrier } from '../../flows/odoo-settings.ts';
import { odooView } from '../odoo-view.ts';
import type { Handler } from '../operation.ts';

export const removeOdooCarrier: Handler<'removeOdooCarrier'> = async ({ api: { context }, caller, params }) => {
  await forgetCarrier(context, params.connectionId, params.carrierId, caller);
  return { status: 200, body: await odooView(context, caller, params.connectionId) };
};
