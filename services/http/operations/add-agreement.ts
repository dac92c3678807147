import { addAgreement as add } from '../../flows/onboarding/agreements.ts';
import { agreementsView, directionOf } from '../agreements-view.ts';
import { changeConfiguration, knownPartner } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';

export const addAgreement: Handler<'addAgreement'> = async ({ api: { context }, caller, params, body }) => {
  const { partnerId: orgId } = params;
  const { actor, by } = caller;
  const key = { set: body.set, direction: directionOf(body.direction) };
  const change = await changeConfiguration(context, async (tx, tools) => {
    await knownPartner(tx, orgId);
    return add(tools, tx, { orgId, actor, by, key, template: body.template });
  });
  return { status: 201, body: { ...(await agreementsView(context, caller, orgId)), change } };
};
