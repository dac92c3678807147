import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CodedError } from '../../domain/errors.ts';
import type { EndpointIdentity } from '../channel.ts';
import { type ConnectionTests, Steps } from '../connection-steps.ts';
import { HandoverError } from '../handover-error.ts';
import type { HubKey, NewHubKey } from '../hub-keys.ts';
import { loopbackAddress, loopbackEgress, loopbackHost, soleKey, testBytes, testFileName } from '../loopback-host.ts';
import { type Around, identitiesIn } from './around.ts';
import type { Part } from './build-message.ts';
import { type DeliverOptions, deliver } from './deliver.ts';
import type { As2ExchangeDetail } from './exchange-detail.ts';
import { handle } from './handle.ts';
import { type Identity, identityOf, pemOf } from './identity/identity.ts';
import { makeIdentity } from './identity/make-identity.ts';
import { type As2Settings, type WholeSettings, wholeSettings } from './settings.ts';

const yearMs = 365.25 * 86_400_000;

/** What partners run to see that messages go both ways, and that what must not be taken is refused. @param reach connects to the address of the partner, and says what it saw */
export const connectionTests = (
  around: Around,
  reach: (settings: As2Settings) => Promise<string>,
): ConnectionTests<As2Settings> => ({
  loopback: (settings, at, tell) => {
    // Who is whose partner changes from step to step here.
    const steps = new Steps((step) =>
      tell({ ...step, says: step.says.replaceAll('The partner answers', 'The other half answers') }),
    );
    return loopback(around, wholeSettings(settings), at, steps);
  },
  host: (settings, at, tell) => host(around, wholeSettings(settings), { at, reach, steps: new Steps(tell) }),
});

/** Refused by a receipt that says so, or by an answer of the web server. */
function isRefusal(error: CodedError): boolean {
  if (!(error instanceof HandoverError)) return false;
  const { disposition, status = 0 } = error.exchange.detail as Partial<As2ExchangeDetail>;
  if (disposition !== undefined) return !/^processed($|\/Warning)/.test(disposition);
  return status >= 400;
}

/** Another byte at the beginning of what was signed: its signature is as good as before and fits no more. */
const changedOnTheWay = ({ fields, body }: Part): Part => {
  const bytes = Buffer.concat(body);
  bytes[bytes.indexOf('\r\n\r\n') + 6]! ^= 1;
  return { fields, body: [bytes] };
};

async function made(name: string, of: { readonly now: Date; readonly years?: number }): Promise<NewHubKey> {
  return makeIdentity({ name, bits: 2048, ...of });
}

const opened = (key: NewHubKey, id: string, createdAt: Date): Identity =>
  identityOf({ ...key, id, kind: 'connection-test', state: 'current', createdAt } satisfies HubKey);

async function loopback(around: Around, settings: WholeSettings, at: EndpointIdentity, steps: Steps): Promise<void> {
  const now = around.now();
  const [partnerKey, strangerKey, endedKey] = await Promise.all([
    made('Partner of a connection test', { now }),
    made('Nobody of a connection test', { now }),
    made('Ended certificate of a connection test', { now: new Date(now.getTime() - 3 * yearMs), years: 1 }),
  ]);
  const [partner, stranger, ended] = [partnerKey, strangerKey, endedKey].map((key) => opened(key, around.newId(), now));
  const { current } = await identitiesIn(around, at.environment);
  const ours: Around = { ...around, egress: loopbackEgress };
  const theirs: Around = { ...ours, keys: soleKey(partnerKey, around.newId(), now) };
  const { ourId, partnerId, inUser, inPassword, user, password } = settings;
  const of = { ...at, paused: false };
  const hub = await listen(ours, {
    ...of,
    settings: { ...settings, certificates: pemOf(partner!) + pemOf(ended!) },
  });
  const other = await listen(theirs, { ...of, settings: mirrored(settings, pemOf(current)) });
  try {
    const send =
      (change: Partial<As2Settings> = {}, options: DeliverOptions = {}) =>
      async () => {
        const from: As2Settings = {
          ...{ ourId: partnerId, partnerId: ourId, url: hub.url, certificates: pemOf(current) },
          ...(inUser !== undefined && { user: inUser, password: inPassword ?? '' }),
          ...(settings.inCompressed === 'required' && { compress: 'before-sign' as const }),
        };
        const handed = await deliver(theirs, outgoing(around), { ...from, ...change }, at, options);
        return `${handed.detail}: ${handed.receipt && 'detail' in handed.receipt ? handed.receipt.detail : 'no receipt'}.`;
      };
    const toYou: As2Settings = { ...settings, url: other.url, certificates: pemOf(partner!), mdn: 'sync' };
    const packing = [
      settings.sign ? `signed with ${settings.digest}` : 'not signed',
      settings.encrypt ? `encrypted with ${settings.cipher}` : 'not encrypted',
    ].join(', ');
    await steps.works({
      title: 'A message from us to you, packed as these settings say',
      work: async () => {
        const handed = await deliver(ours, outgoing(around), toYou, at);
        return `It was ${packing}, and opened by the other half. ${handed.detail}.`;
      },
      remedy: 'Compare signing, encryption and compression in the settings with what your program can read.',
    });
    await steps.works({
      title: 'A message from you to us, signed and encrypted',
      work: send(),
      remedy: 'Tell the integration team: the hub does not take what these settings promise.',
    });
    const mustRefuse = 'Tell the integration team: the hub took what it must refuse.';
    const refused = (title: string, work: () => Promise<string>) =>
      steps.refused({ title, work, isRefusal, remedy: mustRefuse });
    await refused('A message signed with another certificate', send({}, { as: stranger! }));
    await refused('A message that was changed after it was signed', send({}, { spoil: changedOnTheWay }));
    if (settings.expired === 'accept')
      await steps.leftOut(
        'A message signed with a certificate that has ended',
        'refused',
        'These settings take such certificates.',
      );
    else await refused('A message signed with a certificate that has ended', send({}, { as: ended! }));
    if (settings.inSigned === 'required') await refused('A message that is not signed', send({ sign: false }));
    else
      await steps.leftOut('A message that is not signed', 'refused', 'These settings take messages without signature.');
    if (settings.inEncrypted === 'required') await refused('A message that is not encrypted', send({ encrypt: false }));
    else
      await steps.leftOut(
        'A message that is not encrypted',
        'refused',
        'These settings take messages without encryption.',
      );
    await refused('A message encrypted for somebody else', send({ certificates: pemOf(stranger!) + pemOf(current) }));
    await refused('A message under another AS2 id', send({ ourId: `${partnerId.slice(0, 100)}-OTHER` }));
    if (inUser !== undefined)
      await refused('A message with a wrong password', send({ user: inUser, password: around.newId() }));
    if (user !== undefined)
      await steps.works({
        title: 'We log in at your web server with the user name that is set',
        work: async () =>
          `${(await deliver(ours, outgoing(around), { ...toYou, user, password: password ?? '' }, at)).detail} as ${user}.`,
        remedy: 'Set user name and password of your web server once more.',
      });
  } finally {
    await Promise.all([hub.close(), other.close()]);
  }
}

const outgoing = ({ newId }: Pick<Around, 'newId'>) => ({
  id: `connection-test-${newId()}`,
  fileName: testFileName,
  bytes: testBytes,
});

/** These settings as the partner has them. */
function mirrored(settings: WholeSettings, certificates: string): As2Settings {
  const { ourId, partnerId, url, sign, encrypt, user, password } = settings;
  return {
    ...{ ourId: partnerId, partnerId: ourId, url, certificates, allowSha1: true, allow3des: true },
    inSigned: sign ? 'required' : 'optional',
    inEncrypted: encrypt ? 'required' : 'optional',
    ...(user !== undefined && { inUser: user, inPassword: password ?? '' }),
  };
}

async function listen(around: Around, endpoint: EndpointIdentity & { paused: boolean; settings: As2Settings }) {
  const host = loopbackHost([endpoint], around.newId, around.now);
  const server: Server = createServer((request, response) => {
    handle(request, response, { around, host, sendOwed: () => undefined }).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, loopbackAddress, resolve);
  });
  return {
    url: `http://${loopbackAddress}:${(server.address() as AddressInfo).port}/as2`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function host(
  around: Around,
  settings: WholeSettings,
  {
    at,
    reach,
    steps,
  }: { readonly at: EndpointIdentity; reach(of: As2Settings): Promise<string>; readonly steps: Steps },
): Promise<void> {
  const isReached = await steps.works({
    title: 'Your server takes connections',
    work: () => reach(settings),
    remedy: 'Compare the address in the settings with that of your AS2 server.',
  });
  if (!isReached) return;
  // Asked for at once, so that the test hears of it whatever the settings say otherwise.
  const sync: As2Settings = { ...settings, mdn: 'sync' };
  const send =
    (change: Partial<As2Settings> = {}, options: DeliverOptions = {}) =>
    async () => {
      const handed = await deliver(around, outgoing(around), { ...sync, ...change }, at, options);
      return `${handed.detail}: ${handed.receipt && 'detail' in handed.receipt ? handed.receipt.detail : 'no receipt'}.`;
    };
  const isTaken = await steps.works({
    title: 'Your server takes a message of ours and answers with a receipt that fits',
    work: send(),
    remedy:
      'Compare our AS2 id and certificate in your program with what this page tells, and your certificate in these settings with the one that your program signs with.',
  });
  if (!isTaken) return;
  const remedy = (what: string) => `Have your AS2 server check ${what} before it takes a message, and run this again.`;
  const now = around.now();
  const stranger = opened(await made('Nobody of a connection test', { now }), around.newId(), now);
  if (settings.sign) {
    await steps.refused({
      title: 'A message signed with a certificate that is not ours',
      work: send({}, { as: stranger }),
      isRefusal,
      remedy: remedy("the signature against the hub's certificate alone"),
    });
    await steps.refused({
      title: 'A message that was changed after it was signed',
      work: send({}, { spoil: changedOnTheWay }),
      isRefusal,
      remedy: remedy('that the signature fits the content'),
    });
    await steps.refused({
      title: 'A message that is not signed',
      work: send({ sign: false }),
      isRefusal,
      remedy: remedy('that there is a signature'),
    });
  } else
    await steps.leftOut('Messages with a wrong signature', 'refused', 'By these settings we sign nothing for you.');
  if (settings.user !== undefined)
    await steps.refused({
      title: 'A message with a wrong password',
      work: send({ password: around.newId() }),
      isRefusal,
      remedy: remedy('user name and password'),
    });
}
