import type { Told } from '../channels/channel.ts';
import type { ChannelSchema } from '../channels/schema.ts';
import { CodedError } from '../domain/errors.ts';
import { endpointCases } from '../domain/obligations/endpoint-cases.ts';
import type { Tx } from '../store/database.ts';
import type { Environment } from '../store/documents.ts';
import { type EndpointRow, endpointsOf, setsAt, waitingFor, waitingInMailbox } from '../store/endpoints.ts';
import { type LastExchange, lastExchanges } from '../store/exchanges.ts';
import { waitingAt } from '../store/outbox.ts';
import { openCaseCalled } from '../store/read/open-cases.ts';
import type { Context } from './context.ts';
import { type Address, addressesAt } from './endpoint-addresses.ts';
import { type AnyChannel, channelCalled } from './endpoint-in-use.ts';

/** An endpoint as people see it. */
export interface EndpointView {
  readonly id: string;
  readonly environment: Environment;
  readonly name: string;
  readonly channel: string;
  /** Of the channel, for people. */
  readonly title: string;
  /** `push`: the hub brings documents there. `fetch`: the partner comes for them. */
  readonly outbound: 'push' | 'fetch';
  readonly carries: 'documents' | 'events';
  readonly setUpBy: 'team' | 'both';
  readonly settings: Readonly<Record<string, unknown>>;
  /** Secret settings that have a value. */
  readonly secrets: readonly string[];
  /** Since when, where it is known. */
  readonly secretsSince: Readonly<Record<string, string>>;
  readonly createdAt: string;
  readonly state: 'ready' | 'paused' | 'failing';
  /** Since when it is paused or does not answer. */
  readonly since?: string;
  /** Who paused it, or what it said last. */
  readonly reason?: string;
  /** When it is tried again by itself. */
  readonly retryAt?: string;
  readonly lastSuccessAt?: string;
  /** The newest entry of its log. */
  readonly lastExchange?: Omit<LastExchange, 'endpointId' | 'at'> & { readonly at: string };
  /** Documents of ours that wait there. */
  readonly waiting: number;
  readonly sets: { readonly in: readonly string[]; readonly out: readonly string[] };
  readonly addresses: readonly Address[];
  /** What the partner's system must be told. */
  readonly tell: readonly Told[];
  /** What is known from the settings, such as fingerprints. */
  readonly facts: readonly (Told & { readonly since?: string })[];
  /** What in the settings ends by itself. */
  readonly expires: readonly { readonly what: string; readonly at: string }[];
}

/**
 * The endpoints of a partner that the transaction sees.
 * @param base where the hub answers
 */
export async function readEndpoints(
  context: Context,
  tx: Tx,
  of: { readonly orgId: string; readonly id?: string; readonly environment?: Environment | undefined },
  base: string,
): Promise<readonly EndpointView[]> {
  const rows = await endpointsOf(tx, of);
  const ids = rows.map(({ id }) => id);
  const waiting = await waitingFor(tx, ids);
  const lasts = await lastExchanges(tx, ids);
  const views: EndpointView[] = [];
  for (const row of rows) {
    const now = { waiting: waiting.get(row.id) ?? 0, last: lasts.get(row.id) };
    views.push(await viewOf(context, tx, row, { base, ...now }));
  }
  return views;
}

/** One of them. @throws CodedError `http.not-found` */
export async function readEndpoint(
  context: Context,
  tx: Tx,
  of: { readonly orgId: string; readonly endpointId: string },
  base: string,
): Promise<EndpointView> {
  const [found] = await readEndpoints(context, tx, { orgId: of.orgId, id: of.endpointId }, base);
  if (!found) throw noEndpoint();
  return found;
}

/** @throws CodedError `http.not-found` where the partner has no such endpoint */
export async function knownEndpoint(
  tx: Tx,
  of: { readonly orgId: string; readonly endpointId: string },
): Promise<EndpointRow> {
  const [found] = await endpointsOf(tx, { orgId: of.orgId, id: of.endpointId });
  if (!found) throw noEndpoint();
  return found;
}

const noEndpoint = () => new CodedError('http.not-found', { detail: 'The partner has no endpoint with this id.' });

async function viewOf(
  context: Context,
  tx: Tx,
  row: EndpointRow,
  { base, waiting, last }: { readonly base: string; readonly waiting: number; readonly last: LastExchange | undefined },
): Promise<EndpointView> {
  const { id, environment, name, channel, settings, secretNames, secretsSince, lastSuccessAt } = row;
  const of = channelCalled(context, channel);
  const isFetched = of?.outbound === 'fetch';
  const sets = await setsAt(tx, row);
  const named = (direction: 'in' | 'out') => sets.filter((one) => one.direction === direction).map(({ set }) => set);
  return {
    ...{ id, environment, name, channel, settings, secrets: [...secretNames], secretsSince },
    createdAt: row.createdAt.toISOString(),
    title: of?.schema.title ?? channel,
    outbound: of?.outbound ?? 'push',
    carries: of?.carries ?? 'documents',
    setUpBy: of?.setUpBy ?? 'team',
    ...stateOf(row, await openCaseCalled(tx, endpointCases.unreadable(id))),
    ...(lastSuccessAt && { lastSuccessAt: lastSuccessAt.toISOString() }),
    ...(last && { lastExchange: briefOf(last) }),
    waiting: isFetched ? await waitingFetched(tx, row, of.ingress.kind === 'mount') : waiting,
    sets: { in: named('in'), out: named('out') },
    addresses: of?.ingress.kind === 'mount' ? addressesAt(base) : [],
    ...(await toldOf(of, row, base)),
  };
}

const briefOf = ({ endpointId: _, at, ...rest }: LastExchange) => ({ ...rest, at: at.toISOString() });

/** What the channel itself says of an endpoint. It gets no secret settings. */
async function toldOf(channel: AnyChannel | undefined, endpoint: EndpointRow, baseUrl: string) {
  const { settings, factsSince } = endpoint;
  const ending = channel?.expires?.(settings) ?? [];
  return {
    tell: (await channel?.tell?.(settings, { baseUrl, endpoint })) ?? [],
    facts: (channel?.facts?.(settings) ?? []).map((one) => {
      const since = factsSince[one.value];
      return since === undefined ? one : { ...one, since };
    }),
    expires: ending.map(({ what, at }) => ({ what, at: at.toISOString() })),
  };
}

const mostCounted = 1000;
const waitingFetched = async (tx: Tx, row: EndpointRow, isMailbox: boolean): Promise<number> =>
  isMailbox ? waitingInMailbox(tx, row) : (await waitingAt(tx, row.id, mostCounted)).length;

/** @param unreadable the case of an endpoint that cannot be looked at, though nothing may wait to be handed over there */
function stateOf(
  { pausedAt, pausedBy, stopped, breaker, failingSince, lastError, retryAt }: EndpointRow,
  unreadable: { readonly detail: string; readonly since: Date } | undefined,
) {
  if (pausedAt)
    return {
      state: 'paused',
      since: pausedAt.toISOString(),
      ...(pausedBy && { reason: stopped ?? `Paused by ${pausedBy}` }),
    } as const;
  if (breaker === 'closed' && unreadable)
    return { state: 'failing', since: unreadable.since.toISOString(), reason: unreadable.detail } as const;
  if (breaker === 'closed') return { state: 'ready', ...(lastError && { reason: lastError }) } as const;
  return {
    state: 'failing',
    ...(failingSince && { since: failingSince.toISOString() }),
    ...(lastError && { reason: lastError }),
    ...(retryAt && { retryAt: retryAt.toISOString() }),
  } as const;
}

/** A channel as people choose it. */
export interface ChannelView {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly outbound: 'push' | 'fetch';
  readonly setUpBy: 'team' | 'both';
  readonly carries: 'documents' | 'events';
  readonly schema: ChannelSchema;
}

/** The channels of this hub, with what their settings are. */
export const readChannels = ({ channels }: Pick<Context, 'channels'>): readonly ChannelView[] =>
  Object.values(channels).map(({ name, schema, outbound, setUpBy, carries = 'documents' }) => {
    const { title, description } = schema;
    return { name, title, description, outbound, setUpBy, carries, schema };
  });
