import type { Channel } from '../../services/channels/channel.ts';
import type { ChannelSchema } from '../../services/channels/schema.ts';
import type { Context } from '../../services/flows/context.ts';
import { insertEndpoint } from '../../services/store/endpoints.ts';
import { insertExchange } from '../../services/store/exchanges.ts';
import { everyKind } from '../portal/every-kind.schema.ts';

// What the hub's own check of schemas refuses.
const { either: _either, circle: _circle, ...properties } = everyKind.properties;
const schema = {
  ...{ ...everyKind, title: 'Parcel', description: 'Documents in parcels, for a test.' },
  properties: { ...properties, note: { ...properties.note, type: 'string' } },
  $defs: { shared: everyKind.$defs.shared },
};

/** A channel that only tests have: the portal knows nothing of it but its schema, which has settings of every kind. */
export const parcelChannel: Channel<never, Readonly<Record<string, unknown>>> = {
  ...{ name: 'parcel', outbound: 'push', setUpBy: 'both', ingress: { kind: 'none' } },
  schema: schema as unknown as ChannelSchema,
  open: () => Promise.reject(new Error('Nothing comes in this way.')),
  reply: () => Promise.resolve(),
  deliver: async (_, { host }) => ({ state: 'delivered', detail: `With ${String(host)}` }),
  test: async ({ host, password }) =>
    password === 'open sesame'
      ? { works: true, says: [`The door of ${String(host)} is open.`, 'The password fits.'], failed: [] }
      : {
          ...{ works: false, says: [`The door of ${String(host)} is open.`, 'The password does not fit.'] },
          failed: [{ says: 'The password does not fit.', remedy: 'Ask for another.' }],
        },
  checkSettings: ({ host }) => (host === 'nowhere' ? [{ setting: 'host', message: 'is not on any map' }] : []),
  tell: async ({ host }, { endpoint }) => [
    { label: 'Parcels come from', value: `hub-${endpoint.environment}` },
    { label: 'How to open them', value: `Take a knife.\nOpen them at ${String(host)}.`, multiline: true },
  ],
  facts: ({ certificate }) =>
    typeof certificate === 'string' ? [{ label: 'Seal', value: `SHA256:${certificate.length}` }] : [],
  expires: ({ certificate }) =>
    typeof certificate === 'string' ? [{ what: 'The seal', at: new Date('2027-01-04T12:00:00Z') }] : [],
};

/** One of them at a partner's, with a certificate, a password and an entry of its log. @returns its id */
export async function parcelEndpoint({ db, secrets, newId }: Context, orgId: string): Promise<string> {
  const of = { id: newId(), orgId, environment: 'production', channel: 'parcel' } as const;
  const settings = { host: 'edi.quayside.example', mode: 'a', certificate: 'A seal\nof two lines' };
  const sealed = { password: secrets.seal('open sesame') };
  await db.system.transaction((tx) =>
    insertEndpoint(tx, { ...of, name: 'parcels', settings, secrets: sealed, at: new Date() }),
  );
  await insertExchange(db.system, of, {
    ...{ id: newId(), at: new Date(), kind: 'receipt', direction: 'in', state: 'refused', summary: 'Signed for' },
    ...{ transportId: '<1@quayside.example>', detail: { status: 200, headers: { 'X-Door': 'open' } } },
    body: Buffer.from('Taken.\nThank you.'),
  });
  return of.id;
}

/** A webhook at a partner's, to an address that nobody is at. @returns its id */
export async function eventEndpoint({ db, secrets, newId }: Context, orgId: string): Promise<string> {
  const id = newId();
  const of = { id, orgId, environment: 'production', channel: 'webhook', name: 'hook', at: new Date() } as const;
  const sealed = { secret: secrets.seal('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw') };
  await db.system.transaction((tx) =>
    insertEndpoint(tx, { ...of, settings: { url: 'https://hooks.quayside.example/' }, secrets: sealed }),
  );
  return id;
}
