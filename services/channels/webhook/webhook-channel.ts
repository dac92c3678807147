import { CodedError } from '../../domain/errors.ts';
import { eventTypes } from '../../domain/events.ts';
import type { NewExchange } from '../../domain/exchange.ts';
import type { Channel, Handover, Outgoing, TestReport } from '../channel.ts';
import { HandoverError } from '../handover-error.ts';
import { type ChannelSchema, readSchema } from '../schema.ts';
import type { Surroundings } from '../surroundings.ts';
import { coded, TestSteps } from '../test-steps.ts';
import { faultOfSecrets, newSecret, secretsIn, signatures } from '../webhook-signature.ts';
import { type Answer, NoAnswer, openPoster } from './post.ts';

export interface WebhookSettings {
  readonly url: string;
  readonly types?: readonly string[];
  readonly ordered?: boolean;
  readonly secret: string;
  readonly description?: string;
}

const timeoutMs = 10_000;

/** Events by HTTP to an address of the partner's, signed as Standard Webhooks says. */
export function webhookChannel({ egress, now }: Pick<Surroundings, 'egress' | 'now'>): Channel<never, WebhookSettings> {
  const poster = openPoster(egress, timeoutMs);

  /** Plain text goes only where the operator trusts the network. @throws CodedError */
  async function allowed(url: URL): Promise<void> {
    const { address } = await egress.resolve(url.hostname);
    if (url.protocol === 'https:' || egress.trusts(address)) return;
    throw new CodedError('channel.address-refused', {
      detail: `${url.host} is asked by http, which is only for networks that the operator has allowed (CROSSDOCK_PRIVATE_NETWORKS). Use https.`,
    });
  }

  async function deliver({ id, fileName, bytes }: Outgoing, { url: text, secret }: WebhookSettings): Promise<Handover> {
    const url = new URL(text);
    const timestamp = Math.floor(now().getTime() / 1000);
    const headers = {
      'Content-Type': 'application/json',
      'User-Agent': 'Crossdock',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatures(secretsIn(secret), { id, timestamp, body: bytes }),
    };
    const asked = {
      url: url.origin + url.pathname,
      event: fileName,
      bytes: bytes.length,
      request: { ...headers, 'webhook-signature': headers['webhook-signature'].replace(/,\S+/g, ',…') },
    };
    const noted = (state: NewExchange['state'], summary: string, more: object, body?: Buffer): NewExchange => ({
      ...{ kind: 'event', direction: 'out', state, summary, transportId: id, detail: { ...asked, ...more } },
      ...(body && body.length > 0 && { body }),
    });
    let answer: Answer;
    try {
      if (url.protocol === 'http:') await allowed(url);
      answer = await poster.post(url, headers, bytes);
    } catch (error) {
      if (error instanceof CodedError)
        throw new HandoverError(error.code, {
          ...error.more,
          exchange: noted('failed', error.more.detail ?? error.message, {}),
        });
      if (!(error instanceof NoAnswer)) throw error;
      const detail = `${error.message}.`;
      const exchange = noted('failed', detail, { durationMs: error.ms, ...(error.isTimeout && { timeout: true }) });
      throw new HandoverError(error.isTimeout ? 'webhook.timeout' : 'channel.unreachable', { detail, exchange });
    }
    const { status, headers: received, body, ms } = answer;
    const more = { status, response: received, durationMs: ms };
    const summary = `Answered ${status} after ${ms} ms`;
    if (status >= 200 && status < 300) {
      const exchange = noted('done', summary, more, body);
      return { state: 'delivered', detail: `The receiver answered ${status}`, exchange };
    }
    const { code, detail } = faultOf(status);
    throw new HandoverError(code, { detail, exchange: noted('failed', summary, more, body) });
  }

  return {
    name: 'webhook',
    schema: withTypes(readSchema('webhook')),
    carries: 'events',
    outbound: 'push',
    setUpBy: 'both',
    ingress: { kind: 'none' },
    open: () => Promise.reject(new CodedError('channel.refused', { detail: 'Webhooks only go out.' })),
    reply: async () => undefined,
    deliver,
    test: (settings) => tryAddress(new URL(settings.url), allowed),
    subscribes: ({ types, ordered = false }) => ({ types: types && types.length > 0 ? types : undefined, ordered }),
    complete: (settings) => {
      if (settings.secret !== undefined) return { settings, made: [] };
      const secret = newSecret();
      return { settings: { ...settings, secret }, made: [madeSecret(secret)] };
    },
    checkSettings: ({ url, secret }) => {
      const wrongUrl = faultOfUrl(url, egress);
      const wrongSecret = faultOfSecrets(secret);
      return [
        ...(wrongUrl === undefined ? [] : [{ setting: 'url', message: wrongUrl }]),
        ...(wrongSecret === undefined ? [] : [{ setting: 'secret', message: wrongSecret }]),
      ];
    },
    tell: async () => told,
  };
}

/** Types are chosen by name: all that there are stand in the schema, whatever is added to them. */
const withTypes = ({ properties, ...schema }: ChannelSchema): ChannelSchema => ({
  ...schema,
  properties: { ...properties, types: { ...properties.types, items: { type: 'string', enum: eventTypes } } },
});

/** A secret that was made, to be shown this once. */
export const madeSecret = (secret: string) => ({
  ...{ label: 'Signing secret', value: secret },
  help: 'Your system checks the signature with it. It is shown this once.',
});

const told = [
  {
    label: 'Check',
    value:
      'HMAC-SHA256 of webhook-id.webhook-timestamp.body, as https://www.standardwebhooks.com says; any of the signatures in webhook-signature may fit.',
  },
  { label: 'Answer', value: 'Any 2xx within 10 seconds. 410 ends the subscription. Redirects are not followed.' },
  {
    label: 'Once',
    value: 'The same event may come again, always with the same webhook-id: keep the ids that you have worked off.',
  },
];

function faultOfUrl(text: string, { trustsAny, faultOf }: Surroundings['egress']): string | undefined {
  if (!URL.canParse(text)) return 'is no address';
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return 'must hold no login';
  if (protocol === 'http:' && !trustsAny) return 'must begin with https://';
  return faultOf(hostname);
}

/** What an answer that is no success means. */
function faultOf(status: number) {
  if (status === 410)
    return { code: 'webhook.gone', detail: 'The receiver answered 410: it wants no more events.' } as const;
  if (status >= 300 && status < 400)
    return {
      code: 'channel.unreachable',
      detail: `The receiver answered ${status}, a redirect, which is not followed. Give the address itself.`,
    } as const;
  const isItsOwn = status >= 400 && status < 500 && status !== 408 && status !== 429;
  return {
    code: isItsOwn ? 'webhook.rejected' : 'channel.unreachable',
    detail: `The receiver answered ${status}.`,
  } as const;
}

async function tryAddress(url: URL, allowed: (url: URL) => Promise<void>): Promise<TestReport> {
  const steps = new TestSteps();
  try {
    await allowed(url);
    steps.good(`${url.host} may be called. Send a test event to see what it answers.`);
  } catch (error) {
    steps.failed(coded(error), 'Set the address with https, as it is reached from outside, and test again.');
  }
  return steps.report();
}
