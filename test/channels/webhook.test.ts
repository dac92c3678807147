import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEgress } from '../../services/channels/egress.ts';
import { HandoverError } from '../../services/channels/handover-error.ts';
import { type WebhookSettings, webhookChannel } from '../../services/channels/webhook/webhook-channel.ts';
import { faultOfSecrets, faultOfSignature, newSecret, signatures } from '../../services/channels/webhook-signature.ts';
import { eventTypes } from '../../services/domain/events.ts';
import { type Receiver, receiver } from '../support/receiver.ts';
import { anEndpoint } from './contract.ts';

// What leaves the hub as a webhook: its signature, and the addresses that it may go to.

const now = new Date('2026-11-23T12:00:00.000Z');
const body = Buffer.from('{"test": 2432232314}');
const of = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1_614_265_330, body };

describe('a signature', () => {
  test('is that of the published example', () => {
    expect(signatures(['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], of)).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
  });

  test('holds for the package standardwebhooks, and what the package signs holds for us, with any of several secrets', () => {
    const [one, two] = [newSecret(), newSecret()];
    const timestamp = Math.floor(Date.now() / 1000);
    const signed = { id: 'a', timestamp, body };
    const headers = {
      ...{ 'webhook-id': 'a', 'webhook-timestamp': String(timestamp) },
      'webhook-signature': signatures([one, two], signed),
    };
    for (const secret of [one, two]) new Webhook(secret).verify(body.toString(), headers);
    expect(() => new Webhook(newSecret()).verify(body.toString(), headers)).toThrow();
    const theirs = new Webhook(two).sign('a', now, body.toString());
    const given = { id: 'a', timestamp: String(now.getTime() / 1000), signature: `v1a,x ${theirs}` };
    expect(faultOfSignature([one, two], given, body, now)).toBeUndefined();
  });

  test.each([
    ['of another body', { body: Buffer.from('{"test": 2432232315}') }, 'fits none'],
    ['of another id', { id: 'b' }, 'fits none'],
    ['that is too old', { at: new Date(now.getTime() + 301_000) }, '301 seconds in the past'],
    ['of a time to come', { at: new Date(now.getTime() - 301_000) }, '301 seconds in the future'],
    ['without a time', { timestamp: undefined }, 'all three'],
    ['with a time that is none', { timestamp: '1e9' }, 'whole seconds'],
    ['of another kind', { signature: 'v2,abc' }, 'fits none'],
  ])('%s does not hold, and it is said why', (_what, change, why) => {
    const secret = newSecret();
    const timestamp = now.getTime() / 1000;
    const given = {
      id: 'a',
      timestamp: String(timestamp),
      signature: signatures([secret], { id: 'a', timestamp, body }),
    };
    const { body: sent = body, at = now, ...headers } = change as { body?: Buffer; at?: Date };
    expect(faultOfSignature([secret], { ...given, ...headers }, sent, at)).toContain(why);
  });

  test('secrets are whsec_ with 24 to 64 bytes in base64, five at most; what is wrong is said without repeating them', () => {
    const ofBytes = (count: number) => `whsec_${Buffer.alloc(count, 7).toString('base64')}`;
    expect([newSecret(), ofBytes(24), `${ofBytes(64)} ${newSecret()}`].map(faultOfSecrets)).toEqual([
      ...[undefined, undefined, undefined],
    ]);
    for (const wrong of [
      'open sesame',
      ofBytes(23),
      ofBytes(65),
      `${newSecret()} whsec_###`,
      '',
      Array(6).fill(newSecret()).join(' '),
    ])
      expect(faultOfSecrets(wrong)).toMatch(/^(must be whsec_|holds )/);
    expect(faultOfSecrets('open sesame')).not.toContain('sesame');
  });
});

describe('an address', () => {
  let at: Receiver;
  const strict = webhookChannel({ egress: openEgress([]), now: () => now });
  const lenient = webhookChannel({ egress: openEgress(['127.0.0.0/8']), now: () => now });
  beforeAll(async () => {
    at = await receiver();
  });
  afterAll(() => at.close());

  const outgoing = { id: 'a', fileName: 'shipment.eta.v1', bytes: body };
  const post = (url: string, channel = strict) =>
    channel.deliver(outgoing, { url, secret: newSecret() }, anEndpoint).then(
      ({ detail }) => detail,
      (error: unknown) => {
        if (!(error instanceof HandoverError)) throw error;
        expect(error.exchange.state).toBe('failed');
        return error.code;
      },
    );
  const port = () => new URL(at.url).port;

  test.each([
    'https://169.254.169.254/latest/meta-data/',
    'https://127.0.0.1/',
    'https://localhost/',
    'https://[::1]/',
    'https://[::ffff:169.254.169.254]/',
    'https://[::ffff:7f00:1]/',
    'https://[fd00:ec2::254]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://10.1.2.3/',
    'https://192.168.0.1:8080/',
    'https://100.64.0.1/',
    'https://0.0.0.0/',
  ])('%s is neither kept nor called', async (url) => {
    expect(strict.checkSettings?.({ url, secret: newSecret() })).toEqual([
      { setting: 'url', message: expect.stringContaining('inside of a private or special network') },
    ]);
    expect(await post(url)).toBe('channel.address-refused');
    expect(await strict.test({ url, secret: newSecret() }, anEndpoint)).toMatchObject({ works: false });
  });

  test('that is a name is looked up once, and what it led to then is what is connected to', async () => {
    const asked: string[] = [];
    const egress = {
      ...openEgress([]),
      resolve: async (hostname: string) => {
        asked.push(hostname);
        // What a name server says that means harm: a public address first, and this machine after that.
        return asked.length === 1
          ? ({ address: '192.0.2.1', family: 4 } as const)
          : ({ address: '127.0.0.1', family: 4 } as const);
      },
    };
    const { promise, resolve } = Promise.withResolvers<string>();
    const channel = webhookChannel({
      egress: {
        ...egress,
        lookup: (hostname, _options, done) => {
          resolve(hostname);
          done(Object.assign(new Error('refused'), { code: 'ERR_TEST' }), '', 0);
        },
      },
      now: () => now,
    });
    await post(`https://partner.example:${port()}/hooks`, channel);
    // The socket asks the guard itself; it gets no address by any other way.
    expect(await promise).toBe('partner.example');
    expect(at.hooks).toEqual([]);
  });

  test('in a network that the operator allows is called, by http too; elsewhere http is refused', async () => {
    expect(await post(at.url, lenient)).toBe('The receiver answered 200');
    expect(at.hooks).toHaveLength(1);
    expect(await post(at.url)).toBe('channel.address-refused');
    expect(await post('http://198.51.100.7/', lenient)).toBe('channel.address-refused');
    const faults = (url: string, channel = strict) =>
      channel.checkSettings!({ url, secret: newSecret() } as WebhookSettings).map(({ message }) => message);
    expect(faults('http://partner.example/hooks')).toEqual(['must begin with https://']);
    expect(faults('http://partner.example/hooks', lenient)).toEqual([]);
    expect(faults('https://name:word@partner.example/')).toEqual(['must hold no login']);
  });

  test('types of events are chosen by name: the schema knows all that there are, and no other', () => {
    const { items } = lenient.schema.properties.types as { items: { enum: readonly string[] } };
    expect(items.enum).toEqual(eventTypes);
  });
});
