import { removeAgreement as remove } from '../../flows/onboarding/agreements.ts';
import { agreementsView, directionOf } from '../agreements-view.ts';
import { changeConfiguration, knownPartner } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';

export const removeAgreement: Handler<'removeAgreement'> = async ({ api: { context }, caller, params }) => {
  const { partnerId: orgId, set, direction } = params;
  const { actor, by } = caller;
  const change = await changeConfiguration(context, async (tx, tools) => {
    await knownPartner(tx, orgId);
    return remove(tools, tx, { orgId, actor, by, key: { set, direction: directionOf(direction) } });
  });
  return { status: 200, body: { ...(await agreementsView(context, caller, orgId)), change } };
};
