import { testEndpoint as test } from '../../flows/endpoints.ts';
import { endpointBy } from '../endpoint-call.ts';
import type { Handler } from '../operation.ts';

export const testEndpoint: Handler<'testEndpoint'> = async ({ api, params, caller }) => {
  const key = { orgId: params.partnerId, endpointId: params.endpointId };
  const { works, says, failed } = await test(api.context, key, endpointBy(caller));
  return { status: 200, body: { works, says: [...says], failed: failed.map((step) => ({ ...step })) } };
};
