import { CodedError } from '../../domain/errors.ts';
import { sourceNamed } from '../../flows/compare-configurations.ts';
import type { Context } from '../../flows/context.ts';
import { makeRelease as make, type ReleaseSource } from '../../flows/releases.ts';
import { releaseView } from '../../store/read/releases.ts';
import { changeConfiguration, knownPartner } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';

export const makeRelease: Handler<'makeRelease'> = async ({ api: { context }, caller, params, body }) => {
  const { partnerId: orgId } = params;
  const { actor, by } = caller;
  const source = sourceNamed(body.of ?? 'draft');
  refuseUnapproved(context, source);
  const releases = await changeConfiguration(context, async (tx, tools) => {
    await knownPartner(tx, orgId);
    await make(tools, tx, {
      ...body,
      orgId,
      actor,
      by,
      note: body.note.trim(),
      source,
    });
    return releaseView(tx, orgId, context.approvals);
  });
  return { status: 201, body: releases };
};

/** Going back is for whoever sees the trouble; going forward takes people who approve it. @throws CodedError `http.conflict` */
function refuseUnapproved({ approvals }: Context, source: ReleaseSource): void {
  if (approvals === 0 || 'number' in source) return;
  throw new CodedError('http.conflict', {
    detail: `What production runs is approved by ${approvals === 1 ? 'one person who is not its author' : `${approvals} people who are not its authors`}: ask for its go-live. An older release can be restored here at any time.`,
  });
}
