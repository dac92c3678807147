import { sourceNamed } from '../../flows/compare-configurations.ts';
import { makeRelease as make } from '../../flows/releases.ts';
import { releaseView } from '../../store/read/releases.ts';
import { changeConfiguration, knownPartner } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';

export const makeRelease: Handler<'makeRelease'> = async ({ api: { context }, caller, params, body }) => {
  const { partnerId: orgId } = params;
  const { actor, by } = caller;
  const releases = await changeConfiguration(context, async (tx, tools) => {
    await knownPartner(tx, orgId);
    await make(tools, tx, {
      ...body,
      orgId,
      actor,
      by,
      note: body.note.trim(),
      source: sourceNamed(body.of ?? 'draft'),
    });
    return releaseView(tx, orgId);
  });
  return { status: 201, body: releases };
};
