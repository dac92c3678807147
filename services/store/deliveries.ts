import type pg from 'pg';
import type { CanonicalEvent, EventType } from '../domain/events.ts';
import type { Tx } from './database.ts';
import type { Environment } from './documents.ts';

export type DeliveryState = 'pending' | 'in-flight' | 'applied' | 'already-applied' | 'refused' | 'held' | 'failed';

/** A delivery at the head of its lane, with its event. */
export interface LaneHead {
  readonly id: string;
  readonly orgId: string;
  readonly environment: Environment;
  readonly subscriber: 'odoo' | 'partner';
  readonly lane: string;
  readonly state: 'pending' | 'in-flight';
  /** Attempts before this one. */
  readonly attempts: number;
  readonly dueAt: Date;
  /** The document that the event was read from; null for events from Odoo. */
  readonly documentId: string | null;
  readonly event: CanonicalEvent;
}

interface HeadRow extends Omit<LaneHead, 'event'> {
  eventId: string;
  type: EventType;
  subject: string;
  occurredAt: Date;
  data: Record<string, unknown>;
}

/** The oldest unfinished delivery of a lane, due or not. */
export async function laneHead(client: pg.ClientBase, lane: string): Promise<LaneHead | undefined> {
  const { rows } = await client.query<HeadRow>({
    name: 'lane-head',
    text: `select d.id, d.org_id as "orgId", d.environment, d.subscriber, d.lane, d.state, d.attempts, d.due_at as "dueAt", e.document_id as "documentId",
             e.id as "eventId", e.type, e.subject, e.occurred_at as "occurredAt", e.data
           from delivery d join event e on e.id = d.event_id
           where d.lane = $1 and d.state in ('pending', 'in-flight') order by d.seq limit 1`,
    values: [lane],
  });
  const row = rows[0];
  if (!row) return undefined;
  const { eventId, type, subject, occurredAt, data, ...delivery } = row;
  return { ...delivery, event: envelope({ id: eventId, orgId: row.orgId, type, subject, occurredAt, data }) };
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

/** Committed before the outside world is touched, so that after a crash it is known that the outcome is not. */
export async function markInFlight(client: pg.ClientBase, id: string): Promise<void> {
  await client.query(`update delivery set state = 'in-flight', attempts = attempts + 1 where id = $1`, [id]);
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

export async function recordOutcome(tx: Tx, id: string, outcome: DeliveryOutcome): Promise<void> {
  await tx('delivery')
    .where({ id })
    .update({
      state: outcome.state,
      reason: outcome.reason ?? null,
      reason_code: outcome.reasonCode ?? null,
      finished_at: outcome.finishedAt ?? null,
      ...(outcome.dueAt ? { due_at: outcome.dueAt } : {}),
      ...(outcome.documentId ? { document_id: outcome.documentId } : {}),
    });
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

/** Wakes the lanes whose head is due and for which nothing is under way: retries, and wake-ups that got lost. */
export async function wakeDueLanes(client: pg.Pool, now: Date): Promise<number> {
  const { rowCount } = await client.query(
    `insert into wake_up (topic, key)
     select distinct 'lane', d.lane from delivery d
     where d.state in ('pending', 'in-flight') and d.due_at <= $1
       and not exists (select from wake_up w where w.topic = 'lane' and w.key = d.lane)`,
    [now],
  );
  return rowCount ?? 0;
}
