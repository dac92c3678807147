import { askForReview, decide } from '../../flows/mappings/review.ts';
import { changeConfiguration, knownPartner } from '../change-configuration.ts';
import { mappingView, whoOf } from '../mapping-call.ts';
import type { Handler } from '../operation.ts';

export const reviewMapping: Handler<'reviewMapping'> = async ({ api, caller, params, body }) => {
  const { partnerId: orgId, mapping: name } = params;
  const { do: what, hash, note } = body;
  const asked = { orgId, name, hash, note, who: whoOf(caller) };
  await changeConfiguration(api.context, async (tx, tools) => {
    await knownPartner(tx, orgId);
    if (what === 'ask') await askForReview(tools, tx, asked);
    else await decide(tools, tx, { ...asked, verdict: what === 'approve' ? 'approved' : 'returned' });
  });
  return { status: 200, body: await mappingView(api, caller, params) };
};
