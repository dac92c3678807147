import { nameCandidate as name } from '../../flows/candidates.ts';
import { releaseView } from '../../store/read/releases.ts';
import { changeConfiguration, knownPartner } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';

export const nameCandidate: Handler<'nameCandidate'> = async ({ api: { context }, caller, params, body }) => {
  const { partnerId: orgId } = params;
  const { actor, by } = caller;
  const releases = await changeConfiguration(context, async (tx, tools) => {
    await knownPartner(tx, orgId);
    const { configuration, insteadOf } = body;
    await name(tools, tx, { orgId, actor, by, name: params.candidate, configuration, insteadOf });
    return releaseView(tx, orgId, context.approvals);
  });
  return { status: 200, body: releases };
};
