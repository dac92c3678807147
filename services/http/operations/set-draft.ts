import { restoreDraft } from '../../flows/onboarding/agreements.ts';
import { agreementsView } from '../agreements-view.ts';
import { changeConfiguration, knownPartner } from '../configuration-desk.ts';
import type { Handler } from '../operation.ts';

export const setDraft: Handler<'setDraft'> = async ({ desk: { context }, caller, params, body }) => {
  const { partnerId: orgId } = params;
  const { actor, by } = caller;
  await changeConfiguration(context, async (tx, desk) => {
    await knownPartner(tx, orgId);
    await restoreDraft(desk, tx, { orgId, actor, by, configuration: body.configuration });
  });
  return { status: 200, body: await agreementsView(context, caller, orgId) };
};
