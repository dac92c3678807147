import { changeLookup as change } from '../../flows/lookups.ts';
import { knownPartner } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';

export const changeLookup: Handler<'changeLookup'> = async ({ api: { context }, caller, params, body }) => {
  const { partnerId: orgId, lookup: name } = params;
  const { actor, by } = caller;
  const changes = new Map(Object.entries(body.entries));
  const { written, removed, before } = await context.db.scoped('*', async (tx) => {
    await knownPartner(tx, orgId);
    return change(tx, { orgId, actor, by, name, changes, replace: body.replace ?? false, at: context.now() });
  });
  return { status: 200, body: { written, removed, before: Object.fromEntries(before) } };
};
