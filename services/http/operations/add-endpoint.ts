import { addEndpoint as add } from '../../flows/endpoints.ts';
import { endpointBy, shown } from '../endpoint-call.ts';
import type { Handler } from '../operation.ts';

export const addEndpoint: Handler<'addEndpoint'> = async (call) => {
  const { api, params, body, caller } = call;
  const { partnerId: orgId } = params;
  const endpointId = await add(api.context, orgId, body, endpointBy(caller));
  return { status: 201, body: await shown(call, { orgId, endpointId }) };
};
