import { waive } from '../../flows/journey/waive.ts';
import { changeConfiguration, knownPartner } from '../change-configuration.ts';
import { journeyView } from '../journey-view.ts';
import type { Handler } from '../operation.ts';

export const waiveRequirement: Handler<'waiveRequirement'> = async ({ api: { context }, caller, params, body }) => {
  const { partnerId: orgId } = params;
  const { actor, by } = caller;
  await changeConfiguration(context, async (tx, tools) => {
    await knownPartner(tx, orgId);
    await waive(tools, tx, { ...body, orgId, until: new Date(body.until), actor, by });
  });
  return { status: 201, body: await journeyView(context, caller, orgId) };
};
