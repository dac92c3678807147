import { setCarrier } from '../../flows/odoo-settings.ts';
import { odooView } from '../odoo-view.ts';
import type { Handler } from '../operation.ts';
import { teamMayChange } from '../team.ts';

export const setOdooCarrier: Handler<'setOdooCarrier'> = async ({ desk: { context }, caller, params, body }) => {
  teamMayChange(caller, 'change the settings of Odoo');
  await setCarrier(context, params.connectionId, { id: params.carrierId, ...body }, caller);
  return { status: 200, body: await odooView(context, caller, params.connectionId) };
};
