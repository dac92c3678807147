import { CodedError } from '../domain/errors.ts';
import type { Tx } from '../store/database.ts';
import { findEndpoint, type SealedEndpoint } from '../store/endpoints.ts';
import type { Context } from './context.ts';
import { type AnyChannel, channelCalled } from './endpoint-in-use.ts';
import type { EndpointKey } from './endpoints.ts';

/** An endpoint of a partner's that events are posted to. @throws CodedError `http.not-found`, or `http.conflict` for one that carries documents */
export async function eventEndpoint(
  context: Context,
  tx: Tx,
  { orgId, endpointId }: EndpointKey,
  { lock = false } = {},
): Promise<{ readonly endpoint: SealedEndpoint; readonly channel: AnyChannel }> {
  const endpoint = await findEndpoint(tx, endpointId, { lock });
  if (!endpoint || endpoint.orgId !== orgId || endpoint.removedAt)
    throw new CodedError('http.not-found', { detail: 'The partner has no endpoint with this id.' });
  const channel = channelCalled(context, endpoint.channel);
  if (channel?.carries !== 'events')
    throw new CodedError('http.conflict', {
      detail: `${endpoint.name} exchanges documents. This is for webhooks, to which events are posted.`,
    });
  return { endpoint, channel };
}
