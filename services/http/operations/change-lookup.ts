import { goOn, takeUpAnswered } from '../../flows/cross-references/resume.ts';
import { changeLookup as change } from '../../flows/lookups.ts';
import { bulkRetryView } from '../bulk-retry-view.ts';
import { knownPartner } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';

export const changeLookup: Handler<'changeLookup'> = async ({ api: { context }, caller, params, body }) => {
  const { partnerId: orgId, lookup: name } = params;
  const { actor, by } = caller;
  const changes = new Map(Object.entries(body.entries));
  const insteadOf = body.insteadOf && new Map(Object.entries(body.insteadOf));
  const { taken, written, removed, before, after } = await context.db.scoped('*', async (tx) => {
    await knownPartner(tx, orgId);
    const changed = await change(tx, {
      orgId,
      actor,
      by,
      name,
      changes,
      replace: body.replace ?? false,
      insteadOf,
      at: context.now(),
    });
    return { ...changed, taken: await takeUpAnswered(context, tx, { orgId, actor }) };
  });
  const [was, is] = [Object.fromEntries(before), Object.fromEntries(after)];
  const resumed = await Promise.all((await goOn(context, taken)).map((row) => bulkRetryView(context, row)));
  return { status: 200, body: { written, removed, before: was, after: is, resumed } };
};
