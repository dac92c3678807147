import { odooView } from '../odoo-view.ts';
import type { Handler } from '../operation.ts';
import { teamOnly } from '../team.ts';

export const getOdooConnection: Handler<'getOdooConnection'> = async ({ desk: { context }, caller, params }) => {
  teamOnly(caller, 'see the connections to Odoo');
  return { status: 200, body: await odooView(context, caller, params.connectionId) };
};
