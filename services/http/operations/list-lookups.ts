import { listLookups as list } from '../../flows/lookups.ts';
import { knownPartner } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';

export const listLookups: Handler<'listLookups'> = async ({ api: { context }, params }) => {
  const { db, catalog } = context;
  const lookups = await db.scoped('*', async (tx) => {
    await knownPartner(tx, params.partnerId);
    return list(catalog.standards, tx, params.partnerId);
  });
  const body = {
    lookups: lookups.map(({ updatedAt, usedBy, ...one }) => ({
      ...{ ...one, usedBy: [...usedBy] },
      ...(updatedAt && { updatedAt: updatedAt.toISOString() }),
    })),
  };
  return { status: 200, body };
};
