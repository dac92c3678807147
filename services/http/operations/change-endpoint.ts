import { changeEndpoint as change } from '../../flows/endpoints.ts';
import { endpointBy, shown } from '../endpoint-call.ts';
import type { Handler } from '../operation.ts';

export const changeEndpoint: Handler<'changeEndpoint'> = async (call) => {
  const { api, params, body, caller } = call;
  const key = { orgId: params.partnerId, endpointId: params.endpointId };
  await change(api.context, key, body, endpointBy(caller));
  return { status: 200, body: await shown(call, key) };
};
