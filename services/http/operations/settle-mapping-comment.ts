import { settleComment } from '../../flows/mappings/comments.ts';
import { changeConfiguration, knownPartner } from '../change-configuration.ts';
import { mappingView, whoOf } from '../mapping-call.ts';
import type { Handler } from '../operation.ts';

export const settleMappingComment: Handler<'settleMappingComment'> = async ({ api, caller, params, body }) => {
  const { partnerId: orgId, mapping: name, commentId: id } = params;
  await changeConfiguration(api.context, async (tx, tools) => {
    await knownPartner(tx, orgId);
    await settleComment(tools, tx, { orgId, name, who: whoOf(caller), id, resolved: body.resolved });
  });
  return { status: 200, body: await mappingView(api, caller, params) };
};
