import type { Steps } from '../../channels/connection-steps.ts';
import { newSecret, secretsIn, signatures } from '../../channels/webhook-signature.ts';
import { CodedError } from '../../domain/errors.ts';
import type { SealedEndpoint } from '../../store/endpoints.ts';
import { createKey, revokeKey } from '../api-keys.ts';
import type { Context } from '../context.ts';
import type { EndpointBy } from '../endpoints.ts';

const patienceMs = 15_000;
const mustRefuse = 'Tell the integration team: the hub took what it must refuse.';

interface OfMailbox {
  readonly settings: { readonly signingSecret?: string };
  readonly steps: Steps;
  readonly ownUrl: string;
  readonly by: EndpointBy;
}

/** Calls the hub's own API as a partner's program does: with a key that is made for it and revoked, and with what must be refused. */
export async function mailboxLoopback(
  context: Context,
  { id: endpointId, orgId, environment }: SealedEndpoint,
  { settings, steps, ownUrl, by }: OfMailbox,
): Promise<void> {
  const call = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(ownUrl + path, { ...init, signal: AbortSignal.timeout(patienceMs) });
    await answer.arrayBuffer();
    if (answer.status === 401 || answer.status === 403)
      throw new CodedError('http.unauthorized', { detail: `The hub answers ${answer.status}.` });
    if (!answer.ok) throw new CodedError('channel.unreachable', { detail: `The hub answers ${answer.status}.` });
    return `The hub answers ${answer.status}.`;
  };
  const withKey = (key: string) => () => call('/v1/outbox', { headers: { authorization: `Bearer ${key}` } });
  const isRefusal = ({ code }: CodedError) => code === 'http.unauthorized';
  const refused = (title: string, work: () => Promise<string>) =>
    steps.refused({ title, work, isRefusal, remedy: mustRefuse });
  const make = () =>
    createKey(context, orgId, { environment, name: 'Connection test', scopes: ['outbox:read'], expiresInDays: 1 }, by);
  const [made, revoked] = [await make(), await make()];
  try {
    await revokeKey(context, { orgId, keyId: revoked.id }, by);
    await steps.works({
      title: 'A program looks into the outbox with an API key of the sandbox',
      work: withKey(made.key),
      remedy: 'Tell the integration team: the API of the hub does not take a key that it made.',
    });
  } finally {
    await revokeKey(context, { orgId, keyId: made.id }, by);
  }
  await refused('The same with a key that was revoked', withKey(revoked.key));
  await refused('A call with a key that nobody made', withKey(`${made.key.slice(0, -6)}wrong1`));
  await refused('A call without a key', () => call('/v1/outbox'));
  await refused('A document that is posted without a key', () =>
    call('/v1/inbox', { method: 'POST', headers: { 'content-type': 'application/edi-x12' }, body: 'ISA' }),
  );
  const { signingSecret } = settings;
  if (signingSecret === undefined) {
    const why = 'This endpoint has no signing secret, so that no signed requests are taken.';
    return steps.leftOut('A signed request with a wrong signature', 'refused', why);
  }
  const body = Buffer.from('{"test":"connection"}');
  const signed = (secret: string, at: Date) => () => {
    const id = `connection-test-${context.newId()}`;
    const timestamp = Math.floor(at.getTime() / 1000);
    return call(`/v1/hooks/${endpointId}`, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': String(timestamp) },
        'webhook-signature': signatures(secretsIn(secret), { id, timestamp, body }),
      },
      body,
    });
  };
  await refused('A signed request with a wrong signature', signed(newSecret(), context.now()));
  const hourAgo = new Date(context.now().getTime() - 3_600_000);
  await refused('A request that was signed an hour ago', signed(signingSecret, hourAgo));
}
