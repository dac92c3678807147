import { useInSandbox } from '../../flows/candidates.ts';
import { releaseView } from '../../store/read/releases.ts';
import { changeConfiguration, knownPartner } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';

export const setSandbox: Handler<'setSandbox'> = async ({ api: { context }, caller, params, body }) => {
  const { partnerId: orgId } = params;
  const { actor, by } = caller;
  const releases = await changeConfiguration(context, async (tx, tools) => {
    await knownPartner(tx, orgId);
    const { runs, insteadOf } = body;
    const named = (which: string) => (which === 'draft' ? null : which);
    const candidate = named(runs);
    await useInSandbox(tools, tx, {
      ...{ orgId, actor, by, candidate },
      ...(insteadOf !== undefined && { insteadOf: named(insteadOf) }),
    });
    return releaseView(tx, orgId, context.approvals);
  });
  return { status: 200, body: releases };
};
