import { readOdooConnections } from '../../store/read/odoo.ts';
import type { Handler } from '../operation.ts';

export const listOdooConnections: Handler<'listOdooConnections'> = async ({ desk: { context }, caller, query }) => {
  const connections = await context.db.screens(caller.sight, (tx) => readOdooConnections(tx, query));
  return { status: 200, body: { connections } };
};
