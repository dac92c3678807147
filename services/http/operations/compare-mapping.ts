import { compareVersions } from '../../flows/mappings/read.ts';
import { knownPartner } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';

export const compareMapping: Handler<'compareMapping'> = async ({ api: { context }, caller, params, query }) => {
  const { partnerId: orgId, mapping: name } = params;
  const { lines, text } = await context.db.screens(caller.visibility, async (tx) => {
    await knownPartner(tx, orgId);
    return compareVersions(tx, orgId, name, query);
  });
  return { status: 200, body: { lines: [...lines], text } };
};
