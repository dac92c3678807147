import { checkConnection } from '../../flows/check-connection.ts';
import { odooView } from '../odoo-view.ts';
import type { Handler } from '../operation.ts';

export const checkOdooConnection: Handler<'checkOdooConnection'> = async ({ api: { context }, caller, params }) => {
  await checkConnection(context, params.connectionId, caller);
  return { status: 200, body: await odooView(context, caller, params.connectionId) };
};
