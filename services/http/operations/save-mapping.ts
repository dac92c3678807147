import { saveMapping as save } from '../../flows/mappings/save.ts';
import { changeConfiguration, knownPartner } from '../change-configuration.ts';
import { whoOf } from '../mapping-call.ts';
import type { Handler } from '../operation.ts';

export const saveMapping: Handler<'saveMapping'> = async ({ api: { context }, caller, params, body }) => {
  const { partnerId: orgId, mapping: name } = params;
  const saved = await changeConfiguration(context, async (tx, tools) => {
    await knownPartner(tx, orgId);
    return save(context, tools, tx, { orgId, name, who: whoOf(caller), ...body });
  });
  return { status: 200, body: saved };
};
