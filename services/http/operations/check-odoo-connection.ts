import { checkConnection } from '../../flows/check-connection.ts';
import { odooView } from '../odoo-view.ts';
import type { Handler } from '../operation.ts';
import { teamMayChange } from '../team.ts';

export const checkOdooConnection: Handler<'checkOdooConnection'> = async ({ desk: { context }, caller, params }) => {
  teamMayChange(caller, 'check a connection to Odoo');
  await checkConnection(context, params.connectionId, caller);
  return { status: 200, body: await odooView(context, caller, params.connectionId) };
};
