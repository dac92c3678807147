import { listSamples } from '../../flows/mappings/samples.ts';
import { knownPartner } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';

export const listMappingSamples: Handler<'listMappingSamples'> = async ({ api, caller, params, query }) => {
  const { db, catalog } = api.context;
  const { partnerId: orgId, mapping: name } = params;
  const { environment = 'production' } = query;
  const samples = await db.screens(caller.visibility, async (tx) => {
    await knownPartner(tx, orgId);
    return listSamples(catalog.standards, tx, { orgId, name, environment });
  });
  const rows = samples.map(({ at, ...one }) => ({ ...one, ...(at && { at: at.toISOString() }) }));
  return { status: 200, body: { samples: rows } };
};
