import { setResponsible } from '../../flows/odoo-settings.ts';
import { odooView } from '../odoo-view.ts';
import type { Handler } from '../operation.ts';

export const setOdooResponsible: Handler<'setOdooResponsible'> = async ({ api: { context }, caller, params, body }) => {
  await setResponsible(context, params.connectionId, body.userId, caller);
  return { status: 200, body: await odooView(context, caller, params.connectionId) };
};
