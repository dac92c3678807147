import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CodedError } from '../../domain/errors.ts';
import type { Handover, Outgoing } from '../channel.ts';
import { type ConnectionTests, Steps } from '../connection-steps.ts';
import type { Egress } from '../egress.ts';
import { loopbackAddress, loopbackEgress } from '../loopback-host.ts';
import { faultOfSignature, newSecret, secretsIn } from '../webhook-signature.ts';
import type { WebhookSettings } from './webhook-channel.ts';

interface Parts {
  readonly egress: Egress;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Posts an event, signed as of a moment. @throws CodedError */
  post(
    outgoing: Outgoing,
    settings: WebhookSettings,
    of: { readonly egress: Egress; readonly at: Date },
  ): Promise<Handover>;
}

const oldMs = 3_600_000;
const isRefusal = ({ code }: CodedError) => code === 'webhook.rejected' || code === 'webhook.gone';

/** What partners run to see that their receiver takes what is signed, and nothing else. */
export const connectionTests = (parts: Parts): ConnectionTests<WebhookSettings> => ({
  async loopback(settings, _at, tell) {
    const receiver = await listen(settings, parts.now);
    try {
      await play(parts, { ...settings, url: receiver.url }, new Steps(tell), {
        egress: loopbackEgress,
        remedy: 'Tell the integration team: the hub signs otherwise than it says.',
      });
    } finally {
      receiver.close();
    }
  },
  host: (settings, _at, tell) =>
    play(parts, settings, new Steps(tell), {
      egress: parts.egress,
      remedy:
        'Have your receiver check webhook-signature over "<id>.<timestamp>.<body>" and the age of webhook-timestamp before it does anything, answer 401 where they do not fit, and run this again.',
    }),
});

async function play(
  { post, newId, now }: Parts,
  settings: WebhookSettings,
  steps: Steps,
  { egress, remedy }: { readonly egress: Egress; readonly remedy: string },
): Promise<void> {
  const event = (): Outgoing => {
    const id = `connection-test-${newId()}`;
    const body = { specversion: '1.0', id, type: 'crossdock.connection-test', time: now().toISOString(), data: {} };
    return { id, fileName: body.type, bytes: Buffer.from(JSON.stringify(body)) };
  };
  const send =
    (change: Partial<WebhookSettings> = {}, at = now()) =>
    async () =>
      `${(await post(event(), { ...settings, ...change }, { egress, at })).detail}.`;
  const isTaken = await steps.works({
    title: 'An event with a good signature is taken',
    work: send(),
    remedy: 'Answer 2xx within 10 seconds. Take the secret of this endpoint to check the signature with.',
  });
  if (!isTaken) return;
  const refused = (title: string, work: () => Promise<string>) => steps.refused({ title, work, isRefusal, remedy });
  await refused('An event signed with another secret', send({ secret: newSecret() }));
  await refused('An event that was signed an hour ago', send({}, new Date(now().getTime() - oldMs)));
}

/** A receiver as the documentation asks for it. */
async function listen({ secret }: WebhookSettings, now: () => Date) {
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const header = (name: string) => request.headers[name] as string | undefined;
      const headers = {
        ...{ id: header('webhook-id'), timestamp: header('webhook-timestamp'), signature: header('webhook-signature') },
      };
      const fault = faultOfSignature(secretsIn(secret), headers, Buffer.concat(pieces), now());
      response.writeHead(fault === undefined ? 204 : 401).end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, loopbackAddress, resolve);
  });
  return {
    url: `http://${loopbackAddress}:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
