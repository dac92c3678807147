import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls, rootCertificates } from 'node:tls';
import { CodedError } from '../../domain/errors.ts';
import type { Channel, EndpointIdentity, Handover, Outgoing, TestReport, Told } from '../channel.ts';
import type { Host } from '../host.ts';
import { readSchema } from '../schema.ts';
import type { Surroundings } from '../surroundings.ts';
import { coded, TestSteps } from '../test-steps.ts';
import { type Around, identitiesIn } from './around.ts';
import { openReceiptPosts, type ReceiptPosts } from './async-receipts.ts';
import { certificatesIn, nameOf } from './certificates.ts';
import { connectionTests } from './connection-test.ts';
import { deliver, wordsOf } from './deliver.ts';
import { handle } from './handle.ts';
import { type Identity, pemOf } from './identity/identity.ts';
import {
  type As2Settings,
  checkSettings,
  clashOf,
  expiriesOf,
  factsOf,
  partnerCertificates,
  wholeSettings,
} from './settings.ts';

export type { As2Settings } from './settings.ts';

const path = '/as2';
const patienceMs = 30_000;

/** The AS2 channel, and what only it can: a message that tries our next certificate. */
export interface As2Channel extends Channel<never, As2Settings> {
  /** Sends a message signed by another identity than the current one. @throws CodedError as `deliver` does */
  rehearse(outgoing: Outgoing, settings: As2Settings, at: EndpointIdentity, as: Identity): Promise<Handover>;
}

/** Documents as AS2 messages (RFC 4130), in and out. */
export function as2Channel(surroundings: Surroundings, options: { readonly patienceMs?: number } = {}): As2Channel {
  const { ports, baseUrl } = surroundings;
  const around: Around = { ...surroundings, patienceMs, ...options, receiptUrl: () => baseUrl() + path };
  const posts = new WeakMap<Host<As2Settings>, ReceiptPosts>();
  const postsOf = (host: Host<As2Settings>) => {
    const one = posts.get(host) ?? openReceiptPosts(around, host);
    posts.set(host, one);
    return one;
  };
  return {
    name: 'as2',
    schema: readSchema('as2'),
    outbound: 'push',
    setUpBy: 'both',
    ingress: {
      ...{ kind: 'http', path, ownPort: ports.as2 },
      handle(request, response, host) {
        // What cannot be sent now is found again by whoever watches.
        const sendOwed = (id: string) =>
          void postsOf(host)
            .send(id)
            .catch(() => undefined);
        return handle(request, response, { around, host, sendOwed });
      },
      start: (host) => postsOf(host).watch(),
    },
    // Requests are answered as a whole by `handle`.
    open: async () => [],
    reply: async () => undefined,
    deliver: (outgoing, settings, at) => deliver(around, outgoing, settings, at),
    rehearse: (outgoing, settings, at, as) => deliver(around, outgoing, settings, at, { as }),
    test: (settings, at) => testSettings(around, settings, at),
    connectionTests: connectionTests(around, async (settings) => {
      await reachInWords(around, settings);
      return `${settings.url} takes connections.`;
    }),
    checkSettings: (settings) => checkSettings(settings, around),
    tell: (settings, { endpoint, baseUrl: base }) => tell(around, settings, { endpoint, url: base + path }),
    facts: factsOf,
    expires: expiriesOf,
    claims: ({ partnerId: name }) => ({ setting: 'partnerId', name, rule: 'proven' }),
    clash: clashOf,
  };
}

async function tell(
  around: Around,
  { ourId, inUser }: As2Settings,
  { endpoint, url }: { readonly endpoint: EndpointIdentity; readonly url: string },
): Promise<readonly Told[]> {
  const { current, next } = await identitiesIn(around, endpoint.environment);
  const certificateOf = (identity: Identity, label: string, help: string): readonly Told[] => [
    { label, value: pemOf(identity), multiline: true, help },
    { label: `Its fingerprint (SHA-256)`, value: identity.certificate.fingerprint256 },
    { label: 'It is valid until', value: identity.certificate.validToDate.toISOString().slice(0, 10) },
  ];
  return [
    { label: 'AS2 id of the hub', value: ourId, help: 'Small and capital letters are not the same.' },
    { label: 'Address of the hub', value: url, help: 'For messages, and for receipts (MDN) that are sent later.' },
    ...(inUser === undefined
      ? []
      : [{ label: 'User name for the address of the hub', value: inUser, help: 'With the password that was agreed.' }]),
    ...certificateOf(current, 'Certificate of the hub', 'The hub signs with it; encrypt for the hub with it.'),
    ...(next
      ? certificateOf(
          next,
          'Next certificate of the hub',
          'Put it beside the present one: the hub will sign with it soon, and opens what is encrypted for either.',
        )
      : []),
  ];
}

async function testSettings(around: Around, given: As2Settings, at: EndpointIdentity): Promise<TestReport> {
  const settings = wholeSettings(given);
  const steps = new TestSteps();
  const { current, next, all } = await identitiesIn(around, at.environment);
  steps.good(`We sign with ${nameOf(current.certificate)}, valid until ${day(current.certificate.validToDate)}.`);
  if (next) steps.good(`Our next certificate is there, valid until ${day(next.certificate.validToDate)}.`);
  const { trusted, recipient, outOfTime } = partnerCertificates(settings, around.now());
  const ours = new Set(all.map(({ certificate }) => certificate.fingerprint256));
  const mistaken = certificatesIn(settings.certificates).find(({ fingerprint256 }) => ours.has(fingerprint256));
  if (mistaken)
    steps.bad(
      `${nameOf(mistaken)}, among the certificates of the partner, is the hub's own.`,
      "Put the certificate of the partner's AS2 system in its place. The hub's own goes into that system.",
    );
  for (const one of outOfTime) steps.good(`The partner's certificate ${nameOf(one)} has ended or not begun.`);
  if (settings.encrypt && recipient)
    steps.good(`We encrypt for ${nameOf(recipient)}, valid until ${day(recipient.validToDate)}.`);
  if (settings.encrypt && !recipient)
    steps.bad(
      'There is no valid certificate of the partner to encrypt for.',
      "Add the present certificate of the partner's AS2 system, with an RSA key, to the partner's certificates of this endpoint; or agree that messages go unencrypted.",
    );
  if (trusted.length === 0 && (settings.inSigned === 'required' || (settings.mdn !== 'none' && settings.mdnSigned)))
    steps.bad(
      'There is no valid certificate of the partner to check its signatures with.',
      "Add the certificate that the partner's AS2 system signs with to the partner's certificates of this endpoint.",
    );
  try {
    await reachInWords(around, settings);
    steps.good(
      `${settings.url} takes connections. Nothing was sent: run the connection test in the sandbox to see messages answered.`,
    );
  } catch (error) {
    steps.failed(coded(error));
  }
  return steps.report();
}

const day = (at: Date) => at.toISOString().slice(0, 10);
const connectMs = 10_000;

/** @throws CodedError that says why nobody answers */
async function reachInWords(around: Around, settings: As2Settings): Promise<void> {
  try {
    await reach(around, settings);
  } catch (error) {
    if (error instanceof CodedError) throw error;
    throw new CodedError('channel.unreachable', { detail: `${settings.url} does not answer: ${wordsOf(error)}.` });
  }
}

/** Connects to the partner's server, as far as its certificate, and closes. */
async function reach({ egress }: Around, { url, tlsCertificates }: As2Settings): Promise<void> {
  const { hostname, port, protocol } = new URL(url);
  const { address } = await egress.resolve(hostname);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const isTls = protocol === 'https:';
  const to = { host: address, port: Number(port || (isTls ? 443 : 80)), timeout: connectMs };
  const ca = tlsCertificates === undefined ? {} : { ca: [...rootCertificates, tlsCertificates] };
  const socket: Socket = isTls ? connectTls({ ...to, servername: hostname, ...ca }, resolve) : connectTcp(to, resolve);
  socket.once('timeout', () => reject(new Error(`no answer within ${connectMs / 1000} s`)));
  socket.once('error', reject);
  try {
    await promise;
  } finally {
    socket.destroy();
  }
}
