import { forgetCandidate } from '../../flows/candidates.ts';
import { releaseView } from '../../store/read/releases.ts';
import { changeConfiguration, knownPartner } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';

export const removeCandidate: Handler<'removeCandidate'> = async ({ api: { context }, caller, params }) => {
  const { partnerId: orgId } = params;
  const { actor, by } = caller;
  const releases = await changeConfiguration(context, async (tx, tools) => {
    await knownPartner(tx, orgId);
    await forgetCandidate(tools, tx, { orgId, actor, by, name: params.candidate });
    return releaseView(tx, orgId, context.approvals);
  });
  return { status: 200, body: releases };
};
