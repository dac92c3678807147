import { releaseView } from '../../store/read/releases.ts';
import { knownPartner } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';

export const listReleases: Handler<'listReleases'> = async ({ api: { context }, caller, params: { partnerId } }) => {
  const body = await context.db.screens(caller.visibility, async (tx) => {
    await knownPartner(tx, partnerId);
    return releaseView(tx, partnerId, context.approvals);
  });
  return { status: 200, body };
};
