import { setFeed } from '../../flows/odoo-settings.ts';
import { odooView } from '../odoo-view.ts';
import type { Handler } from '../operation.ts';
import { teamMayChange } from '../team.ts';

export const setOdooFeed: Handler<'setOdooFeed'> = async ({ desk: { context }, caller, params, body }) => {
  teamMayChange(caller, 'begin the feed of Odoo');
  await setFeed(context, params.connectionId, body, caller);
  return { status: 200, body: await odooView(context, caller, params.connectionId) };
};
