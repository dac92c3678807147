import { restoreDraft } from '../../flows/onboarding/agreements.ts';
import { agreementsView } from '../agreements-view.ts';
import { changeConfiguration, knownPartner } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';

export const setDraft: Handler<'setDraft'> = async ({ api: { context }, caller, params, body }) => {
  const { partnerId: orgId } = params;
  const { actor, by } = caller;
  await changeConfiguration(context, async (tx, tools) => {
    await knownPartner(tx, orgId);
    await restoreDraft(tools, tx, { orgId, actor, by, ...body });
  });
  return { status: 200, body: await agreementsView(context, caller, orgId) };
};
