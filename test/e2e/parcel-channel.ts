import type { Channel } from '../../services/channels/channel.ts';
import type { ChannelSchema } from '../../services/channels/schema.ts';
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
      ? { works: true, says: [`The door of ${String(host)} is open.`, 'The password fits.'] }
      : { works: false, says: [`The door of ${String(host)} is open.`, 'The password does not fit. Ask for another.'] },
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
