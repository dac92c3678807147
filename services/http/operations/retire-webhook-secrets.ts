import { retireWebhookSecrets as retire } from '../../flows/webhook-secrets.ts';
import { endpointBy } from '../endpoint-call.ts';
import type { Handler } from '../operation.ts';

export const retireWebhookSecrets: Handler<'retireWebhookSecrets'> = async ({ api, params, caller }) => {
  const { partnerId: orgId, endpointId } = params;
  return { status: 200, body: { retired: await retire(api.context, { orgId, endpointId }, endpointBy(caller)) } };
};
