import { readLookup } from '../../flows/lookups.ts';
import { knownPartner } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';

export const getLookup: Handler<'getLookup'> = async ({ api: { context }, params, query }) => {
  const { partnerId: orgId, lookup: name } = params;
  const { entries, total } = await context.db.scoped('*', async (tx) => {
    await knownPartner(tx, orgId);
    return readLookup(tx, { orgId, name, q: query.q, limit: query.limit ?? 500 });
  });
  const rows = entries.map(({ updatedAt, ...entry }) => ({ ...entry, updatedAt: updatedAt.toISOString() }));
  return { status: 200, body: { name, total, entries: rows } };
};
