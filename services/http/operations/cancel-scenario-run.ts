import { cancelRun } from '../../flows/certification/runs.ts';
import { forPartner, runBy } from '../certification-call.ts';
import { runView } from '../certification-view.ts';
import type { Handler } from '../operation.ts';

export const cancelScenarioRun: Handler<'cancelScenarioRun'> = async ({ api: { context }, caller, params }) => {
  const of = { orgId: params.partnerId, id: params.runId };
  await forPartner(context, caller, of.orgId, (tx) => cancelRun(context, tx, of, runBy(caller)));
  return { status: 200, body: await runView(context, caller, of) };
};
