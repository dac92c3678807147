import { tryAccess } from '../../flows/odoo-access.ts';
import { atField } from '../odoo-access.ts';
import type { Handler } from '../operation.ts';

export const testOdooAccess: Handler<'testOdooAccess'> = async ({ body }) => {
  const { versionText, lacks } = await atField(() => tryAccess(body));
  return { status: 200, body: { version: versionText, lacks: [...lacks] } };
};
