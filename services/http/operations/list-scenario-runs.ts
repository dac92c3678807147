import { readRunCursor } from '../certification-call.ts';
import { runsView } from '../certification-view.ts';
import type { Handler } from '../operation.ts';

export const listScenarioRuns: Handler<'listScenarioRuns'> = async ({ api: { context }, caller, params, query }) => {
  const { scenario, state, limit = 50 } = query;
  const cursor = readRunCursor(query.cursor);
  return {
    status: 200,
    body: await runsView(context, caller, { orgId: params.partnerId, scenario, state, cursor, limit }),
  };
};
