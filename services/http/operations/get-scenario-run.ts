import { runView } from '../certification-view.ts';
import type { Handler } from '../operation.ts';

export const getScenarioRun: Handler<'getScenarioRun'> = async ({ api: { context }, caller, params }) => ({
  status: 200,
  body: await runView(context, caller, { orgId: params.partnerId, id: params.runId }),
});
