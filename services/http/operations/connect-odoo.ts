import { connectDatabase } from '../../flows/connect-odoo.ts';
import { atField } from '../odoo-access.ts';
import { odooView } from '../odoo-view.ts';
import type { Handler } from '../operation.ts';

export const connectOdoo: Handler<'connectOdoo'> = async ({ api: { context }, caller, body }) => {
  const { name, operationTypeIds, ...access } = body;
  const { id } = await atField(() => connectDatabase(context, { ...access, name, operationTypeIds }, caller));
  return { status: 201, body: await odooView(context, caller, id) };
};
