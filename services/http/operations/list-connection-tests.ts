import { offerOf, readConnectionTests } from '../../flows/connection-tests/run.ts';
import { knownEndpoint } from '../../flows/endpoint-views.ts';
import { connectionTestView } from '../connection-test-view.ts';
import type { Handler } from '../operation.ts';

export const listConnectionTests: Handler<'listConnectionTests'> = async ({ api: { context }, caller, params }) => {
  const key = { orgId: params.partnerId, endpointId: params.endpointId };
  const { endpoint, tests } = await context.db.screens(caller.visibility, async (tx) => ({
    endpoint: await knownEndpoint(tx, key),
    tests: await readConnectionTests(context, tx, key),
  }));
  const { stages, obstacle } = offerOf(context, endpoint);
  return {
    status: 200,
    body: {
      stages: [...stages],
      ...(obstacle !== undefined && { obstacle }),
      tests: tests.map((one) => connectionTestView(one, caller)),
    },
  };
};
