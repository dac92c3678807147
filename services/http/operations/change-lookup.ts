import { changeLookup as change } from '../../flows/lookups.ts';
import { knownPartner } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';

export const changeLookup: Handler<'changeLookup'> = async ({ api: { context }, caller, params, body }) => {
  const { partnerId: orgId, lookup: name } = params;
  const { actor, by } = caller;
  const changes = new Map(Object.entries(body.entries));
  const insteadOf = body.insteadOf && new Map(Object.entries(body.insteadOf));
  const { written, removed, before, after } = await context.db.scoped('*', async (tx) => {
    await knownPartner(tx, orgId);
    return change(tx, {
      orgId,
      actor,
      by,
      name,
      changes,
      replace: body.replace ?? false,
      insteadOf,
      at: context.now(),
    });
  });
  const [was, is] = [Object.fromEntries(before), Object.fromEntries(after)];
  return { status: 200, body: { written, removed, before: was, after: is } };
};
