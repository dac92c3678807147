import { completed } from '../../flows/endpoint-settings.ts';
import { addEndpoint as add } from '../../flows/endpoints.ts';
import { endpointBy, shown } from '../endpoint-call.ts';
import type { Handler } from '../operation.ts';

export const addEndpoint: Handler<'addEndpoint'> = async (call) => {
  const { api, params, body, caller } = call;
  const { partnerId: orgId } = params;
  const { settings, made } = completed(api.context, body.channel, body.settings);
  const endpointId = await add(api.context, orgId, { ...body, settings }, endpointBy(caller));
  const view = await shown(call, { orgId, endpointId });
  return { status: 201, body: { ...view, ...(made.length > 0 && { made: made.map((one) => ({ ...one })) }) } };
};
