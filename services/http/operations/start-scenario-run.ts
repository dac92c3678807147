import { advanceRun } from '../../flows/certification/advance.ts';
import { startRun } from '../../flows/certification/runs.ts';
import { forPartner, runBy } from '../certification-call.ts';
import { runView } from '../certification-view.ts';
import type { Handler } from '../operation.ts';

export const startScenarioRun: Handler<'startScenarioRun'> = async ({ api: { context }, caller, params, body }) => {
  const { partnerId: orgId } = params;
  const run = await forPartner(context, caller, orgId, (tx) =>
    startRun(context, tx, { orgId, scenario: body.scenario }, runBy(caller)),
  );
  await advanceRun(context, run.id);
  return { status: 201, body: await runView(context, caller, { orgId, id: run.id }) };
};
