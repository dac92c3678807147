import type { EndpointIdentity } from '../channels/channel.ts';
import type { Host, HostedEndpoint, KnownExchange, RefusedFile } from '../channels/host.ts';
import { documentLimits } from '../domain/documents/document-node.ts';
import type { NewExchange } from '../domain/exchange.ts';
import { ownerId } from '../store/backlog.ts';
import { sealedEndpoints } from '../store/endpoints.ts';
import { claimOwed, findExchange, insertExchange, refusedExchanges, saveOwed } from '../store/exchanges.ts';
import { collectedAt, readAtEndpoint, receivedAt, waitingAt } from '../store/outbox.ts';
import { asSent, hasTrouble, lateByMs } from './certification/trouble.ts';
import { confirmCollected } from './confirm-pick-up.ts';
import type { Context } from './context.ts';
import { settingsOf } from './endpoint-in-use.ts';
import { faultOfArrival } from './fault-of-arrival.ts';
import type { Intake } from './intake.ts';
import { raise } from './obligations.ts';
import { receiptIn, recordOwnReceipt, recordReceipt } from './receipts.ts';
import { type Received, receive } from './receive.ts';
import { recent } from './recent.ts';
import { redactor, redactorOf } from './redact.ts';
import { isToBeLogged } from './refusals.ts';
import { sameBytes } from './same-bytes.ts';

const listedFiles = 10_000;
const keptMs = 7 * 86_400_000;
const strangerCaseEveryMs = 600_000;

interface InUse {
  readonly endpoints: readonly HostedEndpoint<unknown>[];
  /** What takes their secrets out of the log, by endpoint. */
  readonly redactors: ReadonlyMap<string, ReturnType<typeof redactor>>;
}

const hosted = recent<InUse>(3000);

/** What flows do for a channel that partners call. */
export function openHost(
  context: Context,
  { name: channel }: { readonly name: string },
  { admission, budget }: Intake,
): Host<never> {
  const { db, newId, now } = context;
  const whole = (endpoint: EndpointIdentity) => ({ ...endpoint, channel });
  const since = () => new Date(now().getTime() - keptMs);
  const write = async (endpoint: EndpointIdentity, given: NewExchange, once: boolean): Promise<KnownExchange> => {
    const id = newId();
    const exchange = (await redactorAt(endpoint))(given);
    const isNew = await insertExchange(db.system, whole(endpoint), { ...exchange, id, at: now(), once });
    if (isNew) return known({ ...exchange, id }, true);
    const { direction, transportId = '', kind } = exchange;
    const found = await findExchange(db.system, { endpointId: endpoint.id, direction, transportId, kind });
    if (!found) throw new Error(`The exchange ${transportId} is neither new nor there.`);
    return known(found, false);
  };
  const inUse = () => hosted(context, channel, () => readHosted(context, channel));
  const redactorAt = async ({ id }: EndpointIdentity) => (await inUse()).redactors.get(id) ?? redactor([]);
  const strangers = strangerCases(context, channel);
  return {
    endpoints: async () => (await inUse()).endpoints as readonly HostedEndpoint<never>[],
    admit: (endpoint) => admission.admit(endpoint),
    receiptDelayMs: async (endpoint) => ((await hasTrouble(context, endpoint, 'late-mdn')) ? lateByMs : 0),
    room: (owner) => budget.lease(owner),
    async take(endpoint, arrivals, exchange, { once = false, faultRefuses = false } = {}) {
      const { id: endpointId, orgId, environment, name } = endpoint;
      const received = await receive(
        context,
        { orgId, environment, channel, endpointId, actor: `endpoint ${name}` },
        arrivals,
      );
      const fresh = received.filter((one) => !one.duplicate);
      admission.stored(
        orgId,
        fresh.length,
        fresh.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
      );
      const faults = await Promise.all(arrivals.map(({ bytes }) => faultOfArrival(context, endpoint, bytes)));
      const again = await sameBytes(context, received, arrivals);
      const documents = received.map((one, place) => storedAs(one, faults[place]?.explanation, again[place]));
      const [why] = faultRefuses ? documents.flatMap(({ fault, sameAs }) => sameAs ?? fault ?? []) : [];
      const refusal =
        why === undefined
          ? {}
          : ({
              ...{ state: 'refused', summary: why },
              detail: { ...exchange.detail, ...(again[0] !== undefined && { isAgain: true }) },
            } as const);
      const documentIds = received.map(({ id }) => id);
      const entry = await write(endpoint, { ...exchange, ...refusal, documentIds }, once);
      const receipt = entry.isNew && receiptIn(exchange);
      if (receipt) await recordOwnReceipt(context, whole(endpoint), { ...receipt, documentIds });
      return { taken: { state: 'stored', documents }, exchange: entry };
    },
    async tooLarge(endpoint, bytes) {
      if (bytes.byteLength <= documentLimits.bytes) return undefined;
      const fault = await faultOfArrival(context, endpoint, bytes);
      return fault?.code === 'document.too-large' ? fault.explanation : undefined;
    },
    async note(endpoint, exchange, { once = false } = {}) {
      if (endpoint) {
        const entry = await write(endpoint, exchange, once);
        if (entry.isNew && exchange.kind === 'receipt' && exchange.direction === 'out')
          await recordOwnReceipt(context, whole(endpoint), exchange);
        return entry;
      }
      context.log.warn({ channel, transportId: exchange.transportId }, 'somebody unknown called');
      await strangers(exchange.summary);
      return undefined;
    },
    refuse: async (endpoint, summary, make) =>
      isToBeLogged(context, whole(endpoint), summary) ? write(endpoint, await make(), false) : undefined,
    async owed({ forMs, mostOfOne, exchangeId, notOf }) {
      const at = now();
      const until = new Date(at.getTime() + forMs);
      const rows = await claimOwed(db.system, { channel, at, until, mostOfOne, exchangeId, notOf });
      if (rows.length === 0) return [];
      const { endpoints } = await inUse();
      const settled = rows.map(async (row) => {
        const endpoint = endpoints.find(({ id }) => id === row.endpointId) as HostedEndpoint<never> | undefined;
        // Of an endpoint that was removed nothing is owed; one that is paused gives nothing out for now.
        if (!endpoint) await saveOwed(db.system, row.id, undefined);
        return endpoint && !endpoint.paused ? [{ endpoint, exchange: known(row, false), owed: row.owed }] : [];
      });
      return (await Promise.all(settled)).flat();
    },
    owe: (exchangeId, owed, inMs = 0) =>
      saveOwed(db.system, exchangeId, owed && { owed, at: new Date(now().getTime() + inMs) }),
    async find(endpoint, of) {
      const found = await findExchange(db.system, { ...of, endpointId: endpoint.id });
      return found && known(found, false);
    },
    receipt: (endpoint, transportId, receipt) => recordReceipt(context, whole(endpoint), transportId, receipt),
    outbox: ({ id }) => waitingAt(db.system, id, listedFiles),
    async read(endpoint, documentId) {
      const bytes = await readAtEndpoint(db.system, endpoint.id, documentId);
      return bytes && (await asSent(context, endpoint, { documentId, bytes }));
    },
    async collected({ orgId, name }, documentId) {
      const by = { actor: `endpoint ${name}`, at: now() };
      await db.system.transaction((tx) => confirmCollected(context, tx, { orgId, documentId }, by));
      context.changes.moved(orgId, documentId);
    },
    recent: ({ id }, which) => (which === 'sent' ? receivedAt : collectedAt)(db.system, id, since(), listedFiles),
    async refused({ id }) {
      const rows = await refusedExchanges(db.system, id, since(), listedFiles);
      return rows.map(
        ({ id: exchangeId, at, summary, transportId, detail, documentIds: [documentId] }): RefusedFile => ({
          ...{ exchangeId, at, why: summary, ...(documentId !== undefined && { documentId }) },
          ...(typeof detail.sizeBytes === 'number' && { sizeBytes: detail.sizeBytes }),
          ...(detail.isAgain === true && { isAgain: true }),
          fileName: typeof detail.fileName === 'string' ? detail.fileName : (transportId ?? exchangeId),
        }),
      );
    },
  };
}

const storedAs = ({ id, duplicate }: Received, fault: string | undefined, sameAs: string | undefined) => ({
  ...{ id, duplicate },
  ...(fault !== undefined && { fault }),
  ...(sameAs !== undefined && { sameAs }),
});

const known = (
  row: Pick<NewExchange, 'state' | 'detail' | 'documentIds'> & {
    readonly id: string;
    readonly body?: Uint8Array | null | undefined;
  },
  isNew: boolean,
): KnownExchange => ({
  ...{ id: row.id, isNew, state: row.state, detail: row.detail ?? {}, documentIds: row.documentIds ?? [] },
  body: row.body ? Buffer.from(row.body) : undefined,
});

async function readHosted(context: Context, channel: string): Promise<InUse> {
  const rows = await sealedEndpoints(context.db.system, [channel]);
  const endpoints = rows.map((row) => {
    const { id, orgId, environment, name, pausedAt } = row;
    return { id, orgId, environment, name, paused: pausedAt !== null, settings: settingsOf(context, row) };
  });
  return { endpoints, redactors: new Map(rows.map((row) => [row.id, redactorOf(context, row)])) };
}

/** Tells the team that somebody calls who is no partner: now and then, not for each call. */
function strangerCases(context: Context, channel: string) {
  let last = Number.NEGATIVE_INFINITY;
  return async (message: string) => {
    if (performance.now() - last < strangerCaseEveryMs) return;
    last = performance.now();
    const orgId = await ownerId(context.db.system);
    if (orgId === undefined) return;
    const of = {
      orgId,
      environment: 'production',
      at: context.now(),
      about: { type: 'organization', id: orgId },
    } as const;
    await context.db.system.transaction((tx) =>
      raise(context, tx, [{ ...of, kind: 'channel.stranger', facts: { channel, message } }]),
    );
  };
}
