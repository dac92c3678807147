import { masterData } from '../../flows/cross-references/master-data.ts';
import { knownPartner } from '../change-configuration.ts';
import { odooOf } from '../cross-reference-views.ts';
import type { Handler } from '../operation.ts';

export const listMasterData: Handler<'listMasterData'> = async ({ api: { context }, params, query }) => {
  const { environment, kind = 'item', q, missing = false, limit = 50, offset = 0 } = query;
  await context.db.screens('*', (tx) => knownPartner(tx, params.partnerId));
  const connection = await odooOf(context, { environment, orgId: params.partnerId });
  const of = { orgId: params.partnerId, environment, kind, q, missing, limit, offset };
  const { rows, total } = await masterData(context, connection, of);
  const shown = rows.map((row) => ({ ...row, keys: [...row.keys], proposals: [...row.proposals] }));
  return { status: 200, body: { odoo: connection.name, total, rows: shown } };
};
