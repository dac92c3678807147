import { odooView } from '../odoo-view.ts';
import type { Handler } from '../operation.ts';

export const getOdooConnection: Handler<'getOdooConnection'> = async ({ api: { context }, caller, params }) => {
  return { status: 200, body: await odooView(context, caller, params.connectionId) };
};
