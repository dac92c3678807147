import { forgetCarrier } from '../../flows/odoo-settings.ts';
import { odooView } from '../odoo-view.ts';
import type { Handler } from '../operation.ts';
import { teamMayChange } from '../team.ts';

export const removeOdooCarrier: Handler<'removeOdooCarrier'> = async ({ desk: { context }, caller, params }) => {
  teamMayChange(caller, 'change the settings of Odoo');
  await forgetCarrier(context, params.connectionId, params.carrierId, caller);
  return { status: 200, body: await odooView(context, caller, params.connectionId) };
};
