import type { Channel } from '../channels/channel.ts';
import type { ChannelName } from '../channels/registry.ts';
import type { Environment } from '../store/documents.ts';
import { type EndpointRow, endpointsOf, type SealedEndpoint } from '../store/endpoints.ts';
import type { Context } from './context.ts';
import { recent } from './recent.ts';

/** Where a document goes out: an endpoint, or the way of a channel that has none. */
export interface WayOut {
  readonly endpointId: string | null;
  readonly channel: string;
  /** Of the endpoint. */
  readonly name: string;
  /** Whether the hub brings it; else partners come for it. */
  readonly isPushed: boolean;
}

/** A channel as one among others. */
export type AnyChannel = Channel<unknown, unknown>;

/** The channel of this name; undefined when this hub has none. */
export const channelCalled = ({ channels }: Pick<Context, 'channels'>, name: string): AnyChannel | undefined =>
  Object.hasOwn(channels, name) ? (channels[name as ChannelName] as unknown as AnyChannel) : undefined;

/** Names of the channels whose documents partners fetch by the API, from the one mailbox that they have in an environment. */
export const mailboxChannels = ({ channels }: Pick<Context, 'channels'>): readonly string[] =>
  Object.values(channels).flatMap(({ name, outbound, ingress }) =>
    outbound === 'fetch' && ingress.kind === 'mount' ? [name] : [],
  );

/** Names of the channels that are asked now and then whether something has come. */
export const polledChannels = ({ channels }: Pick<Context, 'channels'>): readonly string[] =>
  Object.values(channels).flatMap(({ name, ingress }) => (ingress.kind === 'poll' ? [name] : []));

const known = recent<readonly EndpointRow[]>(3000);

/** The endpoints of a partner, at most three seconds old. Requests wait for it. */
const endpointsNow = (context: Context, orgId: string, environment: Environment) =>
  known(context, `${orgId}/${environment}`, () => endpointsOf(context.db.front, { orgId, environment }));

/** What this process knows of a partner's endpoints is looked up anew. */
export const forgetEndpoints = (context: Context, orgId: string, environment: Environment): void => {
  known.forget(context, `${orgId}/${environment}`);
};

/** The names of the endpoints of a partner's mailbox where all of them are paused; else none. At most three seconds old. */
export async function pausedMailbox(
  context: Context,
  { orgId, environment }: { readonly orgId: string; readonly environment: Environment },
): Promise<readonly string[]> {
  const channels = mailboxChannels(context);
  const endpoints = (await endpointsNow(context, orgId, environment)).filter(({ channel }) =>
    channels.includes(channel),
  );
  return endpoints.every(({ pausedAt }) => pausedAt !== null) ? endpoints.map(({ name }) => name) : [];
}

/** An endpoint that events are posted to. */
export interface EventEndpoint {
  readonly id: string;
  /** All of them where it is undefined. */
  readonly types: readonly string[] | undefined;
  /** Events of one record come one after another. */
  readonly ordered: boolean;
}

/** The endpoints that want a partner's events, at most three seconds old; those that were stopped want none. */
export async function eventEndpoints(
  context: Context,
  { orgId, environment }: { readonly orgId: string; readonly environment: Environment },
): Promise<readonly EventEndpoint[]> {
  const endpoints = await endpointsNow(context, orgId, environment);
  return endpoints.flatMap(({ id, channel: name, settings, stopped }) => {
    const wanted = stopped === null ? channelCalled(context, name)?.subscribes?.(settings) : undefined;
    return wanted ? [{ id, types: wanted.types, ordered: wanted.ordered }] : [];
  });
}

const wayOf = (context: Context, { id, channel, name }: EndpointRow): WayOut => ({
  ...{ endpointId: id, channel, name },
  isPushed: channelCalled(context, channel)?.outbound === 'push',
});

/** The endpoint of this name that a document goes out at; undefined when the partner has none. */
export async function wayCalled(
  context: Context,
  { orgId, environment, name }: { readonly orgId: string; readonly environment: Environment; readonly name: string },
): Promise<WayOut | undefined> {
  const found = (await endpointsNow(context, orgId, environment)).find((one) => one.name === name);
  // One for events takes no documents.
  return found && channelCalled(context, found.channel)?.carries !== 'events' ? wayOf(context, found) : undefined;
}

/** The endpoint of this id, while it is in use. */
export async function wayAt(
  context: Context,
  {
    orgId,
    environment,
    endpointId,
  }: { readonly orgId: string; readonly environment: Environment; readonly endpointId: string },
): Promise<WayOut | undefined> {
  const found = (await endpointsNow(context, orgId, environment)).find(({ id }) => id === endpointId);
  return found && wayOf(context, found);
}

/**
 * The way that an answer takes: that of the document that it answers. Where its endpoint was removed since, and on a channel on which keys say who is who, the
 * partner fetches it.
 */
export async function wayBack(
  context: Context,
  document: {
    readonly orgId: string;
    readonly environment: Environment;
    readonly endpointId: string | null;
    readonly channel: string;
  },
): Promise<WayOut> {
  const { orgId, environment, endpointId, channel } = document;
  const found = endpointId === null ? undefined : await wayAt(context, { orgId, environment, endpointId });
  if (found) return found;
  const mailboxes = mailboxChannels(context);
  const [usual = channel] = mailboxes;
  const isFetched = mailboxes.includes(channel);
  return { endpointId: null, channel: isFetched ? channel : usual, name: usual, isPushed: false };
}

/** All settings of an endpoint, the secret ones opened. */
export const settingsOf = (
  { secrets: box }: Pick<Context, 'secrets'>,
  { settings, secrets }: SealedEndpoint,
): unknown => ({
  ...settings,
  ...Object.fromEntries(Object.entries(secrets).map(([name, sealed]) => [name, box.open(sealed)])),
});
