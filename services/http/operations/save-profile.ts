import type { ProfileForm } from '../../domain/journey/profile.ts';
import { saveProfile as save } from '../../flows/journey/save-profile.ts';
import { changeConfiguration, knownPartner } from '../change-configuration.ts';
import { profileView } from '../journey-view.ts';
import type { Handler } from '../operation.ts';

export const saveProfile: Handler<'saveProfile'> = async ({ api: { context }, caller, params, body }) => {
  const { partnerId: orgId } = params;
  const { actor, by } = caller;
  const { change, insteadOf, done: isDone = false } = body;
  await changeConfiguration(context, async (tx, tools) => {
    await knownPartner(tx, orgId);
    const parts = { change: change as ProfileForm, insteadOf: insteadOf as ProfileForm };
    await save(tools, tx, { orgId, ...parts, isDone, actor, by });
  });
  return { status: 200, body: await profileView(context, caller, orgId) };
};
