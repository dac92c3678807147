import { readSampleText } from '../../flows/mappings/samples.ts';
import { knownPartner } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';

export const getMappingSample: Handler<'getMappingSample'> = async ({ api, caller, params, query: { id } }) => {
  const { db, catalog } = api.context;
  const { partnerId: orgId, mapping: name } = params;
  const body = await db.screens(caller.visibility, async (tx) => {
    await knownPartner(tx, orgId);
    return readSampleText(catalog.standards, tx, { orgId, name, id, side: caller.side });
  });
  return { status: 200, body };
};
