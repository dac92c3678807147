import { pauseEndpoint } from '../../flows/endpoints.ts';
import { endpointBy, shown } from '../endpoint-call.ts';
import type { Handler } from '../operation.ts';

export const resumeEndpoint: Handler<'resumeEndpoint'> = async (call) => {
  const { api, params, caller } = call;
  const key = { orgId: params.partnerId, endpointId: params.endpointId };
  await pauseEndpoint(api.context, key, 'resumed', endpointBy(caller));
  return { status: 200, body: await shown(call, key) };
};
