import { changeAgreement as change } from '../../flows/onboarding/agreements.ts';
import { agreementsView, directionOf } from '../agreements-view.ts';
import { changeConfiguration, knownPartner } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';

export const changeAgreement: Handler<'changeAgreement'> = async ({ api: { context }, caller, params, body }) => {
  const { partnerId: orgId, set, direction } = params;
  const { actor, by } = caller;
  const { insteadOf, ...say } = body;
  const done = await changeConfiguration(context, async (tx, tools) => {
    await knownPartner(tx, orgId);
    return change(tools, tx, { orgId, actor, by, key: { set, direction: directionOf(direction) }, say, insteadOf });
  });
  return { status: 200, body: { ...(await agreementsView(context, caller, orgId)), change: done } };
};
