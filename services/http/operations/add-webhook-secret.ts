import { addWebhookSecret as add } from '../../flows/webhook-secrets.ts';
import { endpointBy } from '../endpoint-call.ts';
import type { Handler } from '../operation.ts';

export const addWebhookSecret: Handler<'addWebhookSecret'> = async ({ api, params, caller }) => {
  const { partnerId: orgId, endpointId } = params;
  return { status: 201, body: { secret: await add(api.context, { orgId, endpointId }, endpointBy(caller)) } };
};
