import type { Request } from 'express';
import { readBody } from '../channels/https/body.ts';
import { fileNameOf } from '../channels/https/file-name.ts';
import { faultOfSignature } from '../channels/webhook-signature.ts';
import { CodedError } from '../domain/errors.ts';
import type { NewExchange } from '../domain/exchange.ts';
import type { Received } from '../flows/receive.ts';
import { noteSigned, type SignedEndpoint, signedEndpoint } from '../flows/signed-endpoint.ts';
import { noAnswer, within } from './deadline.ts';
import { keep, takeBody } from './intake.ts';
import type { ApiContext } from './operation.ts';
import { receiptOf } from './take-documents.ts';

/**
 * Takes a document that a partner's system has posted and signed as Standard Webhooks says. The same `webhook-id` is the same document.
 * @throws CodedError `webhook.signature` when it is not what it claims to be; then nothing is stored
 */
export async function takeSigned(api: ApiContext, request: Request, endpointId: string) {
  const { context } = api;
  const endpoint = await within(api.settings.requestMs, noAnswer, () => signedEndpoint(context, endpointId));
  if (endpoint.isPaused)
    throw new CodedError('channel.paused', {
      detail: `The endpoint ${endpoint.name} is paused. Send it again later.`,
      retryAfterSeconds: 300,
    });
  const header = (name: string) => request.get(name);
  const headers = {
    ...{ id: header('webhook-id'), timestamp: header('webhook-timestamp'), signature: header('webhook-signature') },
  };
  const check = (body?: Uint8Array) => faultOfSignature(endpoint.secrets, headers, body, context.now());
  // What no body could make good is refused unread.
  await refuse(api, endpoint, headers.id, check());
  const type = (request.get('content-type') ?? '').toLowerCase();
  if (type.startsWith('multipart/'))
    throw new CodedError('inbox.media-type', { detail: 'A signed request holds one document as its body, no form.' });
  // Nobody is known before the signature is checked: the room is the address's, and not the partner's.
  const of = { ...endpoint, room: request.ip ?? '' };
  const { body: bytes, lease } = await takeBody(api, request, of, (limits) => readBody(request, limits));
  try {
    if (bytes.length === 0) throw new CodedError('inbox.empty');
    await refuse(api, endpoint, headers.id, check(bytes));
    await api.limits.signed(endpointId);
  } catch (error) {
    lease.release();
    throw error;
  }
  const { orgId, environment, name } = endpoint;
  const transportId = `webhook/${endpointId}/${headers.id}`;
  const fileName = fileNameOf(request);
  const arrivals = [{ bytes, transportId, ...(fileName !== undefined && { fileName }) }];
  const received = await keep(api, { orgId, environment, endpointId, actor: `endpoint ${name}` }, arrivals, lease);
  await refuseOther(api, endpoint, headers.id, received[0]!);
  await noteSigned(context, endpoint, {
    ...entry('done', headers.id, received[0]!.duplicate ? 'Came once more; it is the same' : 'Signed, and stored'),
    documentIds: received.map(({ id }) => id),
    detail: { bytes: bytes.length, type, timestamp: headers.timestamp },
  });
  return receiptOf(api, endpoint, arrivals, received);
}

/** Another body under an id that was used is another document, which would be lost without a word. */
async function refuseOther(
  { context }: ApiContext,
  endpoint: SignedEndpoint,
  id: string | undefined,
  { before, sha256 }: Received,
): Promise<void> {
  if (!before || before.sha256 === sha256) return;
  const detail = `The webhook-id \`${id}\` came before with another body, of SHA-256 ${before.sha256}; that is document ${before.id}, at /v1/messages/${before.id}. This one, of ${sha256}, was not stored: give each document an id of its own.`;
  await noteSigned(context, endpoint, entry('refused', id, detail));
  throw new CodedError('webhook.id-reused', { detail });
}

const entry = (state: NewExchange['state'], id: string | undefined, summary: string): NewExchange => ({
  ...{ kind: 'message', direction: 'in', state, summary, transportId: id?.slice(0, 200) },
});

async function refuse(api: ApiContext, endpoint: SignedEndpoint, id: string | undefined, fault: string | undefined) {
  if (fault === undefined) return;
  await noteSigned(api.context, endpoint, entry('refused', id, fault));
  throw new CodedError('webhook.signature', { detail: fault });
}
