import { advanceRuns } from '../../flows/certification/advance.ts';
import { recertify as startAll } from '../../flows/certification/start-many.ts';
import { forPartner, runBy } from '../certification-call.ts';
import { summariesOf } from '../certification-view.ts';
import type { Handler } from '../operation.ts';

export const recertify: Handler<'recertify'> = async ({ api: { context }, caller, params, body }) => {
  const { partnerId: orgId } = params;
  const started = await forPartner(context, caller, orgId, (tx) =>
    startAll(context, tx, { orgId, document: body.document }, runBy(caller)),
  );
  const ids = started.map(({ id }) => id);
  const runs = await summariesOf(context, caller, { orgId, ids });
  // Nobody waits until the twin has sent them all: the stream says how they go on.
  void advanceRuns(context, ids);
  return { status: 201, body: { runs } };
};
