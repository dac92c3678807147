import { readOdooConnections } from '../../store/read/odoo.ts';
import type { Handler } from '../operation.ts';

export const listOdooConnections: Handler<'listOdooConnections'> = async ({ api: { context }, caller, query }) => {
  const connections = await context.db.screens(caller.visibility, (tx) => readOdooConnections(tx, query));
  return { status: 200, body: { connections } };
};
