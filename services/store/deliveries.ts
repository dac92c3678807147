import type pg from 'pg';
import { longestPauseMs } from '../domain/backoff.ts';
import type { CanonicalEvent, EventType } from '../domain/events.ts';
import type { Tx } from './database.ts';
import type { Environment } from './documents.ts';
import { pieces } from './pieces.ts';

export type DeliveryState = 'pending' | 'in-flight' | 'applied' | 'already-applied' | 'refused' | 'held' | 'failed';

/** A delivery at the head of its lane, with its event. */
export interface LaneHead {
  readonly id: string;
  readonly orgId: string;
  readonly environment: Environment;
  readonly subscriber: 'odoo' | 'partner';
  readonly lane: string;
  /** Attempts before this one. */
  readonly attempts: number;
  /** The document that the event was read from; null for events from Odoo. */
  readonly documentId: string | null;
  /** How many deliveries that document made when it was translated. */
  readonly siblings: number;
  readonly event: CanonicalEvent;
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
  /** The document that was made of the event. */
  readonly documentId?: string;
}

/**
 * Records what came of an attempt, if it is still the newest one: the number of the attempt tells it from that of another worker.
 * @returns false when it is not, and then the caller's transaction must come to nothing.
 */
export async function saveOutcome(tx: Tx, head: LaneHead, outcome: DeliveryOutcome): Promise<boolean> {
  const changed = await tx('delivery')
    .where({ id: head.id, attempts: head.attempts + 1 })
    .whereIn('state', ['pending', 'in-flight'])
    .update({
      state: outcome.state,
      reason: outcome.reason ?? null,
      reason_code: outcome.reasonCode ?? null,
      finished_at: outcome.finishedAt ?? null,
      ...(outcome.dueAt ? { due_at: outcome.dueAt } : {}),
      ...(outcome.documentId ? { document_id: outcome.documentId } : {}),
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
  readonly deliveryId: string;
  readonly data: Record<string, unknown>;
  /** Whether the partner has it or will get it: it was not stopped on the way. */
  readonly reached: boolean;
}

/** What a partner was sent about a record of one Odoo, or was to be sent, oldest first. */
export async function priorEvents(
  tx: Tx,
  of: { connectionId: string; orgId: string; type: EventType; recordId: number },
): Promise<readonly PriorEvent[]> {
  const { rows } = await tx.raw<{ rows: PriorEvent[] }>(
    `select d.id as "deliveryId", e.data, d.document_id is not null or d.state in ('pending', 'in-flight') as reached
     from notified_transfer n join event e on e.id = n.event_id join delivery d on d.event_id = e.id and d.subscriber = 'partner'
     where n.connection_id = :connectionId and n.record_id = :recordId and n.org_id = :orgId and n.event_type = :type order by e.seq`,
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
      .update({ state: 'already-applied', finished_at: at, reason: 'A newer one took its place.', reason_code: null });
}

/**
 * SQL that says whether a delivery is due. One without a time always is: a first attempt, or one that a person asked for. A time further ahead than
 * any pause was written before the clock was set back.
 * @param now SQL of the present time.
 */
export const isDueSql = (dueAt: string, now: string) =>
  `(${dueAt} is null or ${dueAt} <= ${now} or ${dueAt} > ${now} + interval '${longestPauseMs} milliseconds')`;

/** Wakes the lanes whose head is due and for which nothing is under way: retries, and wake-ups that got lost. */
export async function wakeDueLanes(client: pg.Pool, now: Date): Promise<number> {
  const { rowCount } = await client.query(
    `insert into wake_up (topic, key, owner_id)
     select 'lane', head.lane, head.org_id from (
       select distinct on (lane) lane, org_id, due_at from delivery where state in ('pending', 'in-flight')
       order by lane, document_seq, seq
     ) head
     where ${isDueSql('head.due_at', '$1::timestamptz')} and not exists (select from wake_up w where w.topic = 'lane' and w.key = head.lane)`,
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

/** Deliveries of events of a document that came to nothing, in their order. */
export function stuckDeliveries(tx: Tx, documentId: string, most: number): Promise<readonly string[]> {
  return tx('delivery as v')
    .join('event as e', 'e.id', 'v.event_id')
    .where({ 'e.document_id': documentId })
    .whereIn('v.state', ['refused', 'held', 'failed'])
    .orderBy('v.seq')
    .limit(most)
    .pluck<string[]>('v.id');
}
