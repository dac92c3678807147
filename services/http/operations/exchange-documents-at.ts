import { exchangeAllAt } from '../../flows/onboarding/agreements.ts';
import { agreementsView } from '../agreements-view.ts';
import { changeConfiguration, knownPartner } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';

export const exchangeDocumentsAt: Handler<'exchangeDocumentsAt'> = async ({
  api: { context },
  caller,
  params: { partnerId: orgId },
  body: { endpoint, channel },
}) => {
  const { actor, by } = caller;
  const change = await changeConfiguration(context, async (tx, tools) => {
    await knownPartner(tx, orgId);
    return exchangeAllAt(tools, tx, { orgId, actor, by, endpoint, channel });
  });
  return { status: 200, body: { ...(await agreementsView(context, caller, orgId)), change } };
};
