import { pauseEndpoint as pause } from '../../flows/endpoints.ts';
import { endpointBy, shown } from '../endpoint-call.ts';
import type { Handler } from '../operation.ts';

export const pauseEndpoint: Handler<'pauseEndpoint'> = async (call) => {
  const { api, params, caller } = call;
  const key = { orgId: params.partnerId, endpointId: params.endpointId };
  await pause(api.context, key, 'paused', endpointBy(caller));
  return { status: 200, body: await shown(call, key) };
};
