import { signAgreement as sign } from '../../flows/journey/sign-agreement.ts';
import { changeConfiguration, knownPartner } from '../change-configuration.ts';
import { agreementView } from '../journey-view.ts';
import type { Handler } from '../operation.ts';

export const signAgreement: Handler<'signAgreement'> = async ({ api: { context }, caller, params, body }) => {
  const { partnerId: orgId } = params;
  const { actor, by, side, userId } = caller;
  await changeConfiguration(context, async (tx, tools) => {
    await knownPartner(tx, orgId);
    await sign(tools, tx, { ...body, orgId, side, userId, actor, by });
  });
  return { status: 201, body: await agreementView(context, caller, orgId) };
};
