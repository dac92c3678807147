import { replaceKey } from '../../flows/connect-odoo.ts';
import { atField } from '../odoo-access.ts';
import { odooView } from '../odoo-view.ts';
import type { Handler } from '../operation.ts';

export const replaceOdooKey: Handler<'replaceOdooKey'> = async ({ api: { context }, caller, params, body }) => {
  await atField(() => replaceKey(context, params.connectionId, body, caller));
  return { status: 200, body: await odooView(context, caller, params.connectionId) };
};
