import type { Knex } from 'knex';
import type { Breaker } from '../domain/breaker.ts';
import { advisoryLocks } from './advisory-locks.ts';
import type { Tx } from './database.ts';
import { isDueSql } from './deliveries.ts';
import type { Environment } from './documents.ts';
import { toJson, toText } from './json.ts';

/** An endpoint of a partner as its row has it. */
export interface EndpointRow {
  readonly id: string;
  readonly orgId: string;
  readonly environment: Environment;
  readonly name: string;
  readonly channel: string;
  /** Without the secret ones. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly pausedAt: Date | null;
  readonly pausedBy: string | null;
  readonly breaker: Breaker['state'];
  readonly failures: number;
  readonly failingSince: Date | null;
  readonly retryAt: Date | null;
  readonly lastError: string | null;
  readonly lastSuccessAt: Date | null;
  readonly removedAt: Date | null;
  /** Why the hub itself has stopped it; null where a person paused it. */
  readonly stopped: string | null;
  /** Which of the secret settings have a value. */
  readonly secretNames: readonly string[];
  readonly createdAt: Date;
  /** Since when each of them has its value, as ISO 8601; absent where it is not known. */
  readonly secretsSince: Readonly<Record<string, string>>;
  /** The same of what is known from the settings, such as certificates, by its value. */
  readonly factsSince: Readonly<Record<string, string>>;
}

/** One with its sealed secrets, which only the hub's own login reads. */
export interface SealedEndpoint extends EndpointRow {
  readonly secrets: Readonly<Record<string, string>>;
}

const columns = {
  ...{ id: 'id', orgId: 'org_id', environment: 'environment', name: 'name', channel: 'channel', settings: 'settings' },
  ...{ pausedAt: 'paused_at', pausedBy: 'paused_by', breaker: 'breaker', failures: 'failures' },
  ...{ failingSince: 'failing_since', retryAt: 'retry_at', lastError: 'last_error', lastSuccessAt: 'last_success_at' },
  ...{ removedAt: 'removed_at', secretNames: 'secret_names', createdAt: 'created_at', secretsSince: 'secrets_since' },
  ...{ stopped: 'stopped', factsSince: 'facts_since' },
} as const;
const sealedColumns = { ...columns, secrets: 'secrets' } as const;

export interface EndpointFilter {
  readonly id?: string | undefined;
  readonly orgId?: string | undefined;
  readonly environment?: Environment | undefined;
  readonly channels?: readonly string[] | undefined;
}

/** Endpoints by environment and name; those that were removed are not among them. */
export function endpointsOf(db: Knex, of: EndpointFilter): Promise<readonly EndpointRow[]> {
  const { id, orgId, environment, channels } = of;
  const query = db('channel_endpoint')
    .where({
      removed_at: null,
      ...(id && { id }),
      ...(orgId && { org_id: orgId }),
      ...(environment && { environment }),
    })
    .orderBy(['environment', 'name']);
  if (channels) query.whereIn('channel', channels);
  return query.select<EndpointRow[]>(columns);
}

/** One endpoint with its secrets, removed or not; `lock` lets nobody else change it until the transaction ends. */
export function findEndpoint(db: Knex, id: string, { lock = false } = {}): Promise<SealedEndpoint | undefined> {
  const query = db('channel_endpoint').where({ id }).first<SealedEndpoint | undefined>(sealedColumns);
  return lock ? query.forNoKeyUpdate() : query;
}

/** All with their secrets that are in use on a channel, of everybody. */
export function sealedEndpoints(db: Knex, channels: readonly string[]): Promise<readonly SealedEndpoint[]> {
  return db('channel_endpoint')
    .where({ removed_at: null })
    .whereIn('channel', channels)
    .orderBy('id')
    .select<SealedEndpoint[]>(sealedColumns);
}

export interface EndpointValues {
  readonly name: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** What is known from the settings now; as it was where it is not said. */
  readonly facts?: readonly string[] | undefined;
}

const valuesOf = ({ name, settings, secrets }: EndpointValues) => ({
  ...{ name, settings: toJson(settings), secrets: toJson(secrets), secret_names: Object.keys(secrets) },
});

export async function insertEndpoint(
  tx: Tx,
  of: EndpointValues & {
    readonly id: string;
    readonly orgId: string;
    readonly environment: Environment;
    readonly channel: string;
    readonly at: Date;
  },
): Promise<void> {
  const { id, orgId, environment, channel, at } = of;
  const secretsSince = Object.fromEntries(Object.keys(of.secrets).map((name) => [name, at.toISOString()]));
  await tx('channel_endpoint').insert({
    ...{ ...valuesOf(of), id, org_id: orgId, environment, channel, created_at: at },
    secrets_since: toJson(secretsSince),
    facts_since: toJson(Object.fromEntries((of.facts ?? []).map((fact) => [fact, at.toISOString()]))),
  });
}

/** Lets nobody else add or change endpoints until the transaction ends. */
export async function lockEndpoints(tx: Tx): Promise<void> {
  await tx.raw('select pg_advisory_xact_lock(?)', [advisoryLocks.endpoints]);
}

/** Changes name and settings; what was wrong with the former ones is forgotten. */
export async function saveEndpoint(tx: Tx, before: SealedEndpoint, values: EndpointValues, at: Date): Promise<void> {
  const since = Object.entries(values.secrets).flatMap(([name, sealed]) => {
    const known = sealed === before.secrets[name] ? before.secretsSince[name] : at.toISOString();
    return known === undefined ? [] : [[name, known]];
  });
  const factsSince = factsAfter(before, values, at);
  await tx('channel_endpoint')
    .where({ id: before.id })
    // What a test has found out is true of the former settings only.
    .update({
      ...valuesOf(values),
      secrets_since: toJson(Object.fromEntries(since)),
      facts_since: toJson(factsSince),
      tested_at: null,
      test_works: null,
    });
}

/** What was known before keeps its age, where it had one. */
function factsAfter({ factsSince }: SealedEndpoint, { facts }: EndpointValues, at: Date) {
  if (facts === undefined) return factsSince;
  return Object.fromEntries(facts.map((fact) => [fact, factsSince[fact] ?? at.toISOString()]));
}

/** Keeps what the last test of an endpoint has found out. */
export async function saveTest(
  tx: Tx,
  id: string,
  of: { readonly at: Date; readonly works: boolean; readonly says: string },
): Promise<void> {
  await tx('channel_endpoint')
    .where({ id })
    .update({ tested_at: of.at, test_works: of.works, test_says: toText(of.says) });
}

export async function markRemoved(tx: Tx, id: string, at: Date): Promise<void> {
  await tx('channel_endpoint').where({ id }).update({ removed_at: at });
}

export async function savePause(
  tx: Tx,
  id: string,
  pause: { readonly at: Date; readonly by: string; readonly stopped?: string } | null,
): Promise<void> {
  await tx('channel_endpoint')
    .where({ id })
    .update({ paused_at: pause?.at ?? null, paused_by: pause?.by ?? null, stopped: pause?.stopped ?? null });
}

/** Whether an organisation has an endpoint of this name in the environment. */
export async function endpointNamed(
  tx: Knex,
  of: { readonly orgId: string; readonly environment: Environment; readonly name: string },
): Promise<{ readonly id: string; readonly channel: string } | undefined> {
  return tx('channel_endpoint')
    .where({ org_id: of.orgId, environment: of.environment, name: of.name, removed_at: null })
    .first<{ id: string; channel: string } | undefined>('id', 'channel');
}

/** Notes how the breaker stands, with what the endpoint said. */
export async function saveBreaker(tx: Tx, id: string, breaker: Breaker, lastError: string): Promise<void> {
  const { state, failures, failingSince, retryAt } = breaker;
  await tx('channel_endpoint')
    .where({ id })
    .update({
      ...{ breaker: state, failures, failing_since: failingSince, retry_at: retryAt, last_error: toText(lastError) },
    });
}

/** Takes it on to find out whether an open breaker may close: one of all workers does, and the others see the next time for that. */
export async function claimProbe(db: Knex, id: string, at: Date, next: Date): Promise<boolean> {
  const changed = await db('channel_endpoint')
    .where({ id })
    .whereNot({ breaker: 'closed' })
    .whereRaw(isDueSql('retry_at', '?::timestamptz'), [at, at])
    .update({ breaker: 'half-open', retry_at: next });
  return changed > 0;
}

/** Lets the next delivery through that finds out whether an open breaker may close. The lane sees to it that it is one. */
export async function halfOpen(db: Knex, id: string): Promise<void> {
  await db('channel_endpoint').where({ id, breaker: 'open' }).update({ breaker: 'half-open' });
}

/** Closes the breaker: the endpoint works. @returns whether it was open, or some attempt had failed. */
export async function closeBreaker(tx: Tx, id: string, at: Date): Promise<boolean> {
  const changed = await tx('channel_endpoint')
    .where({ id })
    .where((was) => was.whereNot({ breaker: 'closed' }).orWhere('failures', '>', 0))
    .update({
      ...{ breaker: 'closed', failures: 0, failing_since: null, retry_at: null, last_error: null, last_success_at: at },
    });
  return changed > 0;
}

/** The breaker as if nothing had ever failed, without saying that anything has succeeded. */
export async function forgetFailures(tx: Tx, id: string): Promise<void> {
  await tx('channel_endpoint')
    .where({ id })
    .update({ breaker: 'closed', failures: 0, failing_since: null, retry_at: null, last_error: null });
}

// Not for each document: the row would be the one that all of them wait for.
const successEveryMs = 60_000;
export async function noteSuccess(tx: Tx, id: string, at: Date): Promise<void> {
  await tx('channel_endpoint')
    .where({ id })
    .where((was) =>
      was.whereNull('last_success_at').orWhere('last_success_at', '<', new Date(at.getTime() - successEveryMs)),
    )
    .update({ last_success_at: at });
}

/** An open breaker lets the next delivery find out at once. */
export async function askNow(tx: Tx, id: string): Promise<void> {
  await tx('channel_endpoint').where({ id }).update({ retry_at: null });
}

/** Lets what waits for an endpoint go at once, and wakes its lane. The caller must see all organisations. */
export async function wakeEndpoint(tx: Tx, { id, orgId }: Pick<EndpointRow, 'id' | 'orgId'>): Promise<void> {
  await askNow(tx, id);
  await tx('delivery').where({ endpoint_id: id, state: 'pending' }).whereNotNull('due_at').update({ due_at: null });
  // The rest is found by the watch.
  await tx.raw(
    `insert into wake_up (topic, key, owner_id) select distinct 'lane', lane, ?::uuid from delivery where endpoint_id = ? and state = 'pending' limit 1000`,
    [orgId, id],
  );
}

/** How many documents or events wait for each endpoint that pushes. */
export async function waitingFor(db: Knex, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db('delivery')
    .whereIn('endpoint_id', ids)
    .whereIn('state', ['pending', 'in-flight'])
    .groupBy('endpoint_id')
    .select<{ id: string; count: number }[]>({ id: 'endpoint_id' }, db.raw('count(*) as count'));
  return new Map(rows.map(({ id, count }) => [id, Number(count)]));
}

/** How many documents wait in mailboxes, by organisation, environment and channel. */
export async function waitingInMailbox(
  db: Knex,
  of: { readonly orgId: string; readonly environment: Environment; readonly channel: string },
): Promise<number> {
  const row = await db('document')
    .where({ org_id: of.orgId, environment: of.environment, channel: of.channel, state: 'ready', direction: 'out' })
    .first<{ count: number } | undefined>(db.raw('count(*) as count'));
  return Number(row?.count ?? 0);
}

/** Whether an agreement in use names the endpoint: its sets. */
export async function setsAt(
  db: Knex,
  of: { readonly orgId: string; readonly environment: Environment; readonly name: string },
): Promise<readonly { readonly set: string; readonly direction: 'in' | 'out' }[]> {
  return db('agreement')
    .where({ org_id: of.orgId, environment: of.environment, endpoint: of.name })
    .orderBy(['direction', 'set_code'])
    .select<{ set: string; direction: 'in' | 'out' }[]>({ set: 'set_code', direction: 'direction' });
}

/** Documents that were handed over at an endpoint and not collected yet. */
export function sentAt(
  db: Knex,
  endpointId: string,
): Promise<readonly { readonly documentId: string; readonly sending: number }[]> {
  return (
    db('document as d')
      .where({ 'd.endpoint_id': endpointId, 'd.state': 'sent' })
      // What is there already and waits for a receipt is not collected.
      .whereRaw(
        `exists (select from ladder_rung l where l.document_id = d.id and l.rung = 'transport' and l.state = 'pending')`,
      )
      .orderBy('d.created_at')
      .select<{ documentId: string; sending: number }[]>(
        { documentId: 'd.id' },
        db.raw('(select coalesce(max(r.sending), 1) from resending r where r.document_id = d.id) as sending'),
      )
  );
}

/** Endpoints that do not answer, for whoever watches the hub. */
export async function failingEndpoints(
  db: Knex,
): Promise<readonly { readonly environment: Environment; readonly count: number; readonly since: Date }[]> {
  return db('channel_endpoint')
    .where({ removed_at: null })
    .whereNot({ breaker: 'closed' })
    .groupBy('environment')
    .orderBy('environment')
    .select<{ environment: Environment; count: number; since: Date }[]>(
      'environment',
      db.raw('count(*)::int as count'),
      db.raw('min(failing_since) as since'),
    );
}
