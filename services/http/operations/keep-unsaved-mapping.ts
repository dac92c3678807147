import { keepUnsaved } from '../../flows/mappings/keep-unsaved.ts';
import { changeConfiguration, knownPartner } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';

export const keepUnsavedMapping: Handler<'keepUnsavedMapping'> = async ({ api, caller, params, body }) => {
  const { partnerId: orgId, mapping: name } = params;
  const revision = await changeConfiguration(api.context, async (tx, tools) => {
    await knownPartner(tx, orgId);
    return keepUnsaved(tools, tx, { orgId, name, userId: caller.userId, ...body });
  });
  return { status: 200, body: { revision } };
};
