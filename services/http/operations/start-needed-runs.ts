import { advanceRuns } from '../../flows/certification/advance.ts';
import { startNeeded } from '../../flows/certification/start-many.ts';
import { forPartner, runBy } from '../certification-call.ts';
import { summariesOf } from '../certification-view.ts';
import type { Handler } from '../operation.ts';

export const startNeededRuns: Handler<'startNeededRuns'> = async ({ api: { context }, caller, params, body }) => {
  const { partnerId: orgId } = params;
  const started = await forPartner(context, caller, orgId, (tx) =>
    startNeeded(context, tx, { orgId, document: body.document }, runBy(caller)),
  );
  const ids = started.map(({ id }) => id);
  const runs = await summariesOf(context, caller, { orgId, ids });
  // Nobody waits until the twin has sent them all: the stream says how they go on.
  void advanceRuns(context, ids);
  return { status: 201, body: { runs } };
};
