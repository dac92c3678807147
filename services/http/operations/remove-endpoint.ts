import { removeEndpoint as remove } from '../../flows/endpoints.ts';
import { endpointBy } from '../endpoint-call.ts';
import type { Handler } from '../operation.ts';

export const removeEndpoint: Handler<'removeEndpoint'> = async ({ api, params, caller }) => {
  await remove(api.context, { orgId: params.partnerId, endpointId: params.endpointId }, endpointBy(caller));
  return { status: 204 };
};
