import { setCarrier } from '../../flows/odoo-settings.ts';
import { odooView } from '../odoo-view.ts';
import type { Handler } from '../operation.ts';

export const setOdooCarrier: Handler<'setOdooCarrier'> = async ({ api: { context }, caller, params, body }) => {
  await setCarrier(context, params.connectionId, { id: params.carrierId, ...body }, caller);
  return { status: 200, body: await odooView(context, caller, params.connectionId) };
};
