import type { Knex } from 'knex';
import type pg from 'pg';
import { longestPauseMs } from '../domain/backoff.ts';
import type { AwaitedKey } from '../domain/cross-references.ts';
import type { Destination, EventDestination } from '../domain/destinations.ts';
import type { CanonicalEvent, EventType } from '../domain/events.ts';
import { longestWebhookPauseMs } from '../domain/webhook-pace.ts';
import type { Tx } from './database.ts';
import type { Environment } from './documents.ts';
import { toText } from './json.ts';
import { pieces } from './pieces.ts';

export type DeliveryState =
  | 'pending'
  | 'in-flight'
  | 'applied'
  | 'already-applied'
  | 'superseded'
  /** Compared in a parallel run, and not done. */
  | 'withheld'
  | 'refused'
  | 'held'
  | 'failed';

interface AnyHead<D extends Destination> {
  readonly id: string;
  readonly orgId: string;
  readonly environment: Environment;
  readonly destination: D;
  readonly lane: string;
  /** Attempts before this one. */
  readonly attempts: number;
}

/** An event on its way. */
export interface EventHead<D extends EventDestination = EventDestination> extends AnyHead<D> {
  /** Which agreed document the event becomes; empty where that is still to be seen, and for Odoo. */
  readonly place: string;
  /** The document that the event was read from; null for events from Odoo. */
  readonly documentId: string | null;
  /** How many deliveries that document made when it was translated. */
  readonly siblings: number;
  readonly event: CanonicalEvent;
}

/** A document on its way to its partner. */
export interface ChannelHead extends AnyHead<'channel'> {
  readonly documentId: string;
  readonly endpointId: string;
  /** Which sending of the document it is, from 1. */
  readonly sending: number;
}

/** An event on its way to an endpoint that wants events. */
export interface WebhookHead extends EventHead<'webhook'> {
  readonly endpointId: string;
  /** Since when it has done nothing but fail. */
  readonly failingSince: Date | null;
}

/** A delivery at the head of its lane. */
export type LaneHead = EventHead<'odoo'> | EventHead<'document'> | ChannelHead | WebhookHead;

/** A delivery that is to be. */
export interface NewDelivery<D extends EventDestination = EventDestination> {
  readonly id: string;
  readonly destination: D;
  readonly place: string;
  readonly lane: string;
  /** With which others it may go; alone unless given. */
  readonly pool?: string;
  /** Before those that are not. */
  readonly urgent?: boolean;
  /** Of a webhook. */
  readonly endpointId?: string;
}

/** Puts a stored event into its CloudEvents envelope. */
export function envelope(e: {
  id: string;
  orgId: string;
  type: EventType;
  subject: string;
  occurredAt: Date;
  data: Record<string, unknown>;
}): CanonicalEvent {
  return {
    specversion: '1.0',
    id: e.id,
    source: `/partners/${e.orgId}`,
    type: e.type,
    subject: e.subject,
    time: e.occurredAt.toISOString(),
    datacontenttype: 'application/json',
    dataschema: `https://crossdock.invalid/events/${e.type}.schema.json`,
    data: e.data,
  };
}

export interface DeliveryOutcome {
  readonly state: DeliveryState;
  readonly reason?: string;
  readonly reasonCode?: string;
  readonly dueAt?: Date;
  readonly finishedAt?: Date;
  readonly failingSince?: Date;
  /** The document that was made of the event, and which of those that are agreed it is. */
  readonly documentId?: string;
  readonly place?: string;
  /** Keys of the partner that it waits for somebody to say the meaning of. */
  readonly awaits?: readonly AwaitedKey[];
}

/**
 * Records what came of an attempt, if it is still the newest one: the number of the attempt tells it from that of another worker.
 * @returns false when it is not, and then the caller's transaction must come to nothing.
 */
export async function saveOutcome(
  tx: Tx,
  head: Pick<LaneHead, 'id' | 'attempts'>,
  outcome: DeliveryOutcome,
): Promise<boolean> {
  const changed = await tx('delivery')
    .where({ id: head.id, attempts: head.attempts + 1 })
    .whereIn('state', ['pending', 'in-flight'])
    .update({
      state: outcome.state,
      reason: outcome.reason === undefined ? null : toText(outcome.reason),
      reason_code: outcome.reasonCode ?? null,
      finished_at: outcome.finishedAt ?? null,
      ...(outcome.dueAt ? { due_at: outcome.dueAt } : {}),
      ...(outcome.failingSince ? { failing_since: outcome.failingSince } : {}),
      ...(outcome.documentId ? { document_id: outcome.documentId } : {}),
      ...(outcome.place ? { place: outcome.place } : {}),
    });
  return changed > 0;
}

/** Is a delivery of the lane on its way, so that the outside may hold what no row here knows of? */
export async function isUnderWay(tx: Tx, lane: string): Promise<boolean> {
  const row = await tx('delivery')
    .where({ lane })
    .whereIn('state', ['pending', 'in-flight'])
    .where('attempts', '>', 0)
    .first<{ id: string } | undefined>('id');
  return row !== undefined;
}

/** An event that a partner was to get before. */
export interface PriorEvent {
  readonly data: Record<string, unknown>;
  /** Whether the partner has a document of it or will get one. */
  readonly reached: boolean;
  /** Deliveries of it that were stopped on the way. */
  readonly stopped: readonly string[];
}

/** What a partner was sent about a record of one Odoo, or was to be sent, oldest first. */
export async function priorEvents(
  tx: Tx,
  of: { connectionId: string; orgId: string; type: EventType; recordId: number },
): Promise<readonly PriorEvent[]> {
  const { rows } = await tx.raw<{ rows: PriorEvent[] }>(
    `select e.data, d.reached, d.stopped
     from notified_transfer n join event e on e.id = n.event_id, lateral (
       select bool_or(reaches) as reached, coalesce(array_agg(id) filter (where not reaches), '{}') as stopped
       from (select id, document_id is not null or state in ('pending', 'in-flight') as reaches from delivery
             where event_id = e.id and destination = 'document' order by seq) one) d
     where n.connection_id = :connectionId and n.record_id = :recordId and n.org_id = :orgId and n.event_type = :type and d.reached is not null
     order by e.seq`,
    of,
  );
  return rows;
}

/** Puts aside deliveries that came to nothing, because a newer one says all that they say: a retry would send what no longer holds. */
export async function supersede(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  for (const piece of pieces(ids))
    await tx('delivery')
      .whereIn('id', piece)
      .whereIn('state', ['held', 'refused', 'failed'])
      .update({ state: 'superseded', finished_at: at, reason: 'A newer one took its place.', reason_code: null });
}

/**
 * SQL that says whether a delivery is due. One without a time always is: a first attempt, or one that a person asked for. A time further ahead than
 * any pause was written before the clock was set back.
 * @param now SQL of the present time.
 */
export const isDueSql = (dueAt: string, now: string, longest = `interval '${longestPauseMs} milliseconds'`) =>
  `(${dueAt} is null or ${dueAt} <= ${now} or ${dueAt} > ${now} + ${longest})`;

/** The same for a delivery, whose pauses are as its destination has them. @param d SQL of its row */
export const isDeliveryDueSql = (d: string, now: string) =>
  isDueSql(
    `${d}.due_at`,
    now,
    `interval '1 millisecond' * case when ${d}.destination = 'webhook' then ${longestWebhookPauseMs} else ${longestPauseMs} end`,
  );

/**
 * SQL that says whether an endpoint lets deliveries through at present: it is neither paused nor is its breaker open. True for deliveries that go to none.
 * @param now SQL of the present time.
 */
export const isPassableSql = (endpointId: string, now: string) =>
  `not exists (select from channel_endpoint p where p.id = ${endpointId}
     and (p.paused_at is not null or not ${isDueSql('p.retry_at', now)}))`;

/** SQL of the turn of a lane: what somebody waits for goes as if it had come a minute earlier; more would let a document that is full of it hold up all else. */
export const turnSql = (precedence: string) =>
  `now() - case when ${precedence} = 0 then interval '1 minute' else interval '0' end`;

/** Wakes the lanes whose head is due and for which nothing is under way: retries, and wake-ups that got lost. Of those of a pool one is enough. */
export async function wakeDueLanes(client: pg.Pool, now: Date): Promise<number> {
  const { rowCount } = await client.query(
    `insert into wake_up (topic, key, owner_id, turn_at)
     select distinct on (coalesce(head.pool, head.lane)) 'lane', head.lane, head.org_id, ${turnSql('head.precedence')} from (
       select distinct on (lane) lane, org_id, due_at, endpoint_id, destination, pool, precedence from delivery where state in ('pending', 'in-flight')
       order by lane, document_seq, seq
     ) head
     where ${isDeliveryDueSql('head', '$1::timestamptz')} and ${isPassableSql('head.endpoint_id', '$1::timestamptz')} and not exists (select from wake_up w where w.topic = 'lane' and w.key = head.lane)
     order by coalesce(head.pool, head.lane), head.precedence`,
    [now],
  );
  return rowCount ?? 0;
}

/** Makes all that waits in lanes that begin so due at once. */
export async function wakeWaiting(tx: Tx, lanes: string): Promise<void> {
  await tx('delivery')
    .where({ state: 'pending' })
    .whereNotNull('due_at')
    .whereRaw('starts_with(lane, ?)', [lanes])
    .update({ due_at: null });
}

/** Deliveries of a document, or of events that were read from it, that came to nothing, in their order. */
export function stuckDeliveries(tx: Tx, documentId: string, most: number): Promise<readonly string[]> {
  return tx('delivery as v')
    .leftJoin('event as e', 'e.id', 'v.event_id')
    .where((of) =>
      of.where({ 'e.document_id': documentId }).orWhere({ 'v.document_id': documentId, 'v.destination': 'channel' }),
    )
    .whereIn('v.state', ['refused', 'held', 'failed'])
    .whereNot({ 'v.destination': 'webhook' })
    .orderBy('v.seq')
    .limit(most)
    .pluck<string[]>('v.id');
}

/** Further deliveries of an event that has one already; those that are there are left alone. The caller works on their lane. */
export async function addDeliveries(
  tx: Tx,
  head: Pick<EventHead, 'orgId' | 'environment' | 'event'>,
  rows: readonly NewDelivery[],
): Promise<void> {
  if (rows.length === 0) return;
  const of = { org_id: head.orgId, environment: head.environment, event_id: head.event.id };
  await tx('delivery')
    .insert(rows.map((row) => ({ ...of, ...row })))
    .onConflict(tx.raw('(event_id, destination, place) where event_id is not null'))
    .ignore();
}

export interface NewHandover {
  readonly id: string;
  readonly orgId: string;
  readonly environment: string;
  readonly documentId: string;
  readonly endpointId: string;
  readonly lane: string;
  /** Which sending of the document it is; the first unless given. */
  readonly sending?: number;
}

/** Deliveries of documents to endpoints, in their order; wakes the lanes. */
export async function insertHandovers(tx: Tx, rows: readonly NewHandover[]): Promise<void> {
  if (rows.length === 0) return;
  await tx('delivery').insert(
    rows.map((row) => ({
      ...{ id: row.id, org_id: row.orgId, environment: row.environment, destination: 'channel', lane: row.lane },
      ...{ document_id: row.documentId, endpoint_id: row.endpointId, sending: row.sending ?? 1 },
    })),
  );
  const lanes = new Map(rows.map(({ lane, orgId }) => [lane, orgId]));
  await tx('wake_up').insert([...lanes].map(([key, owner_id]) => ({ topic: 'lane', key, owner_id })));
}

/** What earlier attempts at a delivery have noted. */
export async function readJournal(db: Knex, id: string): Promise<string | undefined> {
  const row = await db('delivery').where({ id }).first<{ journal: string | null } | undefined>('journal');
  return row?.journal ?? undefined;
}

export async function writeJournal(db: Knex, id: string, journal: string): Promise<void> {
  await db('delivery').where({ id }).update({ journal });
}
