import { shown } from '../endpoint-call.ts';
import type { Handler } from '../operation.ts';

export const getEndpoint: Handler<'getEndpoint'> = async (call) => {
  const { partnerId: orgId, endpointId } = call.params;
  return { status: 200, body: await shown(call, { orgId, endpointId }) };
};
