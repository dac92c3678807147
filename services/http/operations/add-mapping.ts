import { addAgreement } from '../../flows/onboarding/agreements.ts';
import { directionOf } from '../agreements-view.ts';
import { changeConfiguration, knownPartner } from '../change-configuration.ts';
import { mappingsView } from '../mappings-view.ts';
import type { Handler } from '../operation.ts';

export const addMapping: Handler<'addMapping'> = async ({ api, caller, params: { partnerId: orgId }, body }) => {
  const { actor, by } = caller;
  const { set, direction, template } = body;
  await changeConfiguration(api.context, async (tx, tools) => {
    await knownPartner(tx, orgId);
    await addAgreement(tools, tx, { orgId, actor, by, key: { set, direction: directionOf(direction) }, template });
  });
  return { status: 201, body: await mappingsView(api, caller, orgId) };
};
