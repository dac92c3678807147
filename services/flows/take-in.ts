import type { Arrival, Channel, Taken } from '../channels/channel.ts';
import { handoverId } from '../domain/destinations.ts';
import { CodedError, classifyError } from '../domain/errors.ts';
import type { NewExchange } from '../domain/exchange.ts';
import { endpointCases } from '../domain/obligations/endpoint-cases.ts';
import { endpointsOf, findEndpoint, type SealedEndpoint, sentAt } from '../store/endpoints.ts';
import { insertExchange } from '../store/exchanges.ts';
import { organizationName } from '../store/partners.ts';
import { openFingerprints } from '../store/read/open-cases.ts';
import { type Admission, isFull } from './admit.ts';
import { confirmCollected } from './confirm-pick-up.ts';
import type { Context } from './context.ts';
import { channelCalled, polledChannels, settingsOf } from './endpoint-in-use.ts';
import { faultOfArrival } from './fault-of-arrival.ts';
import { keepCases, type NewCase, raise } from './obligations.ts';
import { receive } from './receive.ts';
import { redactorOf } from './redact.ts';
import { sameBytes } from './same-bytes.ts';

/** One round for each endpoint that is asked now and then whether something has come. */
export async function pollsOf(
  context: Context,
  admission: Admission,
): Promise<readonly { readonly id: string; readonly everyMs: number; readonly run: () => Promise<void> }[]> {
  const endpoints = await endpointsOf(context.db.system, { channels: polledChannels(context) });
  return endpoints.flatMap(({ id, channel }) => {
    const ingress = channelCalled(context, channel)?.ingress;
    return ingress?.kind === 'poll'
      ? [{ id: `poll-${id}`, everyMs: ingress.everyMs, run: () => takeIn(context, id, admission) }]
      : [];
  });
}

/**
 * Looks at an endpoint: what has come is stored, then the channel says so there; what the partner has taken of ours is noted. Whoever dies in between leaves what
 * was not answered to the next look, which finds it stored already.
 */
export async function takeIn(context: Context, endpointId: string, admission: Admission): Promise<void> {
  const endpoint = await findEndpoint(context.db.system, endpointId);
  if (!endpoint || endpoint.removedAt || endpoint.pausedAt) return;
  const channel = channelCalled(context, endpoint.channel);
  if (channel?.ingress.kind !== 'poll') return;
  const settings = settingsOf(context, endpoint);
  let trouble: string | undefined;
  const note = (error: unknown) => {
    if (!(error instanceof CodedError) || classifyError(error).retry !== 'later') throw error;
    trouble ??= redactorOf(context, endpoint)(error.more.detail ?? error.message);
  };
  try {
    const transmissions = await channel.ingress.look(endpointId, settings);
    for (const together of inSets(transmissions, channel.ingress.sizeOf)) {
      // What the hub has no room for stays where it is; the case of the backlog or the disk says so.
      if (context.closing?.aborted || !(await hasRoom(admission, endpoint))) return;
      for (const error of await takeTogether(context, endpoint, channel, together, admission)) note(error);
    }
    const sent = new Map((await sentAt(context.db.system, endpointId)).map((one) => [handoverId(one), one.documentId]));
    const collected = await channel.ingress.collected([...sent.keys()], settings);
    await noteCollected(
      context,
      endpoint,
      collected.flatMap((id) => sent.get(id) ?? []),
    );
  } catch (error) {
    note(error);
  }
  await keepTrouble(context, endpoint, trouble);
}

const mostTogether = 16;
const mostBytesTogether = 2 * 1024 * 1024;

/** Small transmissions that come one after another are read at the same time. */
function* inSets<T>(all: readonly T[], sizeOf: ((one: T) => number) | undefined): Generator<readonly T[]> {
  let [set, bytes]: [T[], number] = [[], 0];
  for (const one of all) {
    const size = sizeOf?.(one) ?? Number.POSITIVE_INFINITY;
    if (set.length > 0 && (set.length >= mostTogether || bytes + size > mostBytesTogether)) {
      yield set;
      [set, bytes] = [[], 0];
    }
    set.push(one);
    bytes += size;
  }
  if (set.length > 0) yield set;
}

/**
 * Opens transmissions side by side and stores them in their order.
 * @returns why some of them cannot be read: those do not keep the others waiting
 * @throws CodedError with `retry: later` when the rest is to be tried at the next look
 */
async function takeTogether(
  context: Context,
  endpoint: SealedEndpoint,
  channel: Channel<unknown, unknown>,
  transmissions: readonly unknown[],
  admission: Admission,
): Promise<readonly CodedError[]> {
  const opened = await Promise.allSettled(transmissions.map((one) => channel.open(one)));
  const isUnreadable = (error: unknown) => error instanceof CodedError && error.code === 'channel.unreadable';
  // What comes after one that has to wait must not overtake it.
  const stop = opened.findIndex(
    (one) => one.status === 'rejected' && !isUnreadable(one.reason) && !isRefusal(one.reason),
  );
  const inOrder = opened.slice(0, stop < 0 ? opened.length : stop);
  // Whoever begins first is stored first; what they say to the partner goes side by side.
  const taken = await Promise.allSettled(
    inOrder.map(async (one, nth) => {
      const stored = await takeOne(context, endpoint, channel, transmissions[nth], one);
      admission.stored(endpoint.orgId, stored.documents, stored.bytes);
    }),
  );
  const failed = taken.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  const worst = [...failed, ...(stop < 0 ? [] : [(opened[stop] as PromiseRejectedResult).reason])].find(
    (error) => !isUnreadable(error),
  );
  if (worst !== undefined) throw worst;
  return failed;
}

/** It will never be taken, whatever is done on our side. */
const isRefusal = (error: unknown): error is CodedError =>
  error instanceof CodedError && classifyError(error).retry !== 'later';

async function hasRoom(admission: Admission, of: SealedEndpoint): Promise<boolean> {
  try {
    await admission.admit(of);
    return true;
  } catch (error) {
    if (error instanceof CodedError && isFull(error.code)) return false;
    throw error;
  }
}

/** @throws CodedError with `retry: later` when it is to be tried at the next look. */
async function takeOne(
  context: Context,
  endpoint: SealedEndpoint,
  channel: Channel<unknown, unknown>,
  transmission: unknown,
  opened: PromiseSettledResult<readonly Arrival[]>,
): Promise<{ readonly documents: number; readonly bytes: number }> {
  const { id: endpointId, orgId, environment, name, channel: channelName } = endpoint;
  const redact = redactorOf(context, endpoint);
  const note = (one: Pick<NewExchange, 'state' | 'summary' | 'documentIds' | 'detail'>) =>
    insertExchange(context.db.system, endpoint, {
      ...{ ...redact(one), kind: 'message', direction: 'in', id: context.newId(), at: context.now() },
    });
  let taken: Taken;
  let stored = { documents: 0, bytes: 0 };
  try {
    if (opened.status === 'rejected') throw opened.reason;
    const arrivals = opened.value;
    const envelope = { orgId, environment, channel: channelName, endpointId, actor: `endpoint ${name}` };
    const received = await receive(context, envelope, arrivals);
    const faults = await Promise.all(arrivals.map(({ bytes }) => faultOfArrival(context, endpoint, bytes)));
    const again = await sameBytes(context, received, arrivals);
    const documents = received.map(({ id, duplicate }, place) => {
      const [fault, sameAs] = [faults[place]?.explanation, again[place]];
      return { id, duplicate, ...(fault !== undefined && { fault }), ...(sameAs !== undefined && { sameAs }) };
    });
    taken = { state: 'stored', documents };
    stored = { documents: documents.length, bytes: arrivals.reduce((sum, { bytes }) => sum + bytes.length, 0) };
    const names = arrivals.map(({ fileName = 'a file without a name' }) => fileName).join(', ');
    const documentIds = documents.map(({ id }) => id);
    const detail = { fileName: arrivals[0]?.fileName, ...arrivals[0]?.detail };
    const [why] = again.flatMap((one) => one ?? []);
    await note(
      why === undefined
        ? { state: 'done', summary: `Took ${names}`, documentIds, detail }
        : { state: 'refused', summary: `${names}: ${why}`, documentIds, detail: { ...detail, isAgain: true } },
    );
    // Where files are deleted, nothing else would be left of it to see.
    if (why !== undefined) await keepSameBytes(context, endpoint, `${names}: ${why}`);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    taken = { state: 'refused', error };
    await note({ state: 'refused', summary: error.more.detail ?? error.message });
  }
  await channel.reply(transmission, taken);
  return stored;
}

/** One case for an endpoint, however many files have come before under other names. */
async function keepSameBytes(
  context: Context,
  { id, orgId, environment, name }: SealedEndpoint,
  message: string,
): Promise<void> {
  await context.db.system.transaction(async (tx) => {
    const facts = { endpointId: id, name, message, partner: await organizationName(tx, orgId) };
    const of = { orgId, environment, at: context.now(), about: { type: 'endpoint', id } } as const;
    await raise(context, tx, [{ ...of, kind: 'endpoint.same-bytes', facts }]);
  });
}

async function noteCollected(context: Context, { orgId, name }: SealedEndpoint, ids: readonly string[]): Promise<void> {
  const by = { actor: `endpoint ${name}`, at: context.now() };
  for (const documentId of ids) {
    await context.db.system.transaction((tx) => confirmCollected(context, tx, { orgId, documentId }, by));
    context.changes.moved(orgId, documentId);
  }
}

/** One case for as long as an endpoint cannot be looked at. */
async function keepTrouble(
  context: Context,
  { id, orgId, environment, name }: SealedEndpoint,
  message: string | undefined,
): Promise<void> {
  const family = endpointCases.unreadable(id);
  const at = context.now();
  const isKnown = (await openFingerprints(context.db.system, family)).length > 0;
  if (isKnown === (message !== undefined)) return;
  await context.db.system.transaction(async (tx) => {
    const facts =
      message === undefined ? undefined : { endpointId: id, name, message, partner: await organizationName(tx, orgId) };
    const wanted: readonly NewCase[] = facts
      ? [{ orgId, environment, at, about: { type: 'endpoint', id }, kind: 'endpoint.unreadable', facts }]
      : [];
    await keepCases(context, tx, family, wanted, at);
  });
}
