import { listReconciliations as list } from '../../store/reconciliations.ts';
import { odooView } from '../odoo-view.ts';
import type { Handler } from '../operation.ts';
import { reconciliationView } from '../reconciliation-view.ts';

const most = 30;

export const listReconciliations: Handler<'listReconciliations'> = async ({ api: { context }, caller, params }) => {
  await odooView(context, caller, params.connectionId);
  const rows = await context.db.screens(caller.visibility, (tx) => list(tx, params.connectionId, most));
  return { status: 200, body: { reconciliations: rows.map(reconciliationView) } };
};
