import { remindSide } from '../../flows/journey/remind.ts';
import { changeConfiguration, knownPartner } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';

export const remind: Handler<'remind'> = async ({ api: { context }, caller, params }) => {
  const { actor, by, side: bySide } = caller;
  const side = bySide === 'team' ? 'partner' : 'team';
  const mails = await changeConfiguration(context, async (tx) => {
    await knownPartner(tx, params.partnerId);
    return remindSide(context, tx, { orgId: params.partnerId, side, bySide, actor, by });
  });
  return { status: 201, body: { mails } };
};
