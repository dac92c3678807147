import { setFeed } from '../../flows/odoo-settings.ts';
import { odooView } from '../odoo-view.ts';
import type { Handler } from '../operation.ts';

export const setOdooFeed: Handler<'setOdooFeed'> = async ({ api: { context }, caller, params, body }) => {
  await setFeed(context, params.connectionId, body, caller);
  return { status: 200, body: await odooView(context, caller, params.connectionId) };
};
