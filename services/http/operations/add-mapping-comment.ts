import { addComment } from '../../flows/mappings/comments.ts';
import { changeConfiguration, knownPartner } from '../change-configuration.ts';
import { mappingView, whoOf } from '../mapping-call.ts';
import type { Handler } from '../operation.ts';

export const addMappingComment: Handler<'addMappingComment'> = async ({ api, caller, params, body }) => {
  const { partnerId: orgId, mapping: name } = params;
  await changeConfiguration(api.context, async (tx, tools) => {
    await knownPartner(tx, orgId);
    await addComment(tools, tx, { orgId, name, who: whoOf(caller), ...body });
  });
  return { status: 201, body: await mappingView(api, caller, params) };
};
