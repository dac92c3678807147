import { restoreDraft } from '../../flows/onboarding/agreements.ts';
import { agreementsView } from '../agreements-view.ts';
import { changeConfiguration, knownPartner } from '../configuration-desk.ts';
import type { Handler } from '../operation.ts';

export const setDraft: Handler<'setDraft'> = async ({ api: { context }, caller, params, body }) => {
  const { partnerId: orgId } = params;
  const { actor, by } = caller;
  await changeConfiguration(context, async (tx, api) => {
    await knownPartner(tx, orgId);
    await restoreDraft(api, tx, { orgId, actor, by, configuration: body.configuration });
  });
  return { status: 200, body: await agreementsView(context, caller, orgId) };
};
