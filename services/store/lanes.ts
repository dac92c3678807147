import type pg from 'pg';
import type { EventType } from '../domain/events.ts';
import { envelope, isDueSql, type LaneHead } from './deliveries.ts';

/**
 * Locks a lane for this connection, and notes the wake-ups that can be seen: only these may be deleted when it is left, a later one may speak of later work.
 * @returns undefined when another connection has the lane.
 */
export async function takeLane(
  client: pg.ClientBase,
  lane: string,
): Promise<{ wakeUps: readonly number[] } | undefined> {
  const { rows } = await client.query<{ got: boolean; wakeUps: number[] }>({
    name: 'take-lane',
    text: `select pg_try_advisory_lock(hashtextextended($1, 726)) as got,
             array(select id::float8 from wake_up where topic = 'lane' and key = $1) as "wakeUps"`,
    values: [lane],
  });
  const [row] = rows;
  return row?.got ? { wakeUps: row.wakeUps } : undefined;
}

/** Deletes the wake-ups that were noted, and gives the lane free. */
export async function leaveLane(client: pg.ClientBase, lane: string, wakeUps: readonly number[]): Promise<void> {
  await client.query({
    name: 'leave-lane',
    text: `with done as (delete from wake_up where id = any($2::bigint[])) select pg_advisory_unlock(hashtextextended($1, 726))`,
    values: [lane, wakeUps],
  });
}

interface HeadRow extends Omit<LaneHead, 'event'> {
  eventId: string;
  type: EventType;
  subject: string;
  occurredAt: Date;
  data: Record<string, unknown>;
}

/**
 * The oldest unfinished delivery of a lane, if it is due, marked as in flight. The mark is committed before the outside world is touched,
 * so that after a crash it is known that the outcome is not. Only who has the lane may call this.
 */
export async function takeHead(client: pg.ClientBase, lane: string, now: Date): Promise<LaneHead | undefined> {
  const { rows } = await client.query<HeadRow>({
    name: 'take-head',
    text: `with head as (
             select id, due_at from delivery where lane = $1 and state in ('pending', 'in-flight') order by seq limit 1
           )
           update delivery d set state = 'in-flight', attempts = d.attempts + 1 from head, event e
           where d.id = head.id and ${isDueSql('head.due_at', '$2::timestamptz')} and e.id = d.event_id
           returning d.id, d.org_id as "orgId", d.environment, d.subscriber, d.lane, d.attempts - 1 as attempts, e.document_id as "documentId",
             e.id as "eventId", e.type, e.subject, e.occurred_at as "occurredAt", e.data`,
    values: [lane, now],
  });
  const [row] = rows;
  if (!row) return undefined;
  const { eventId, type, subject, occurredAt, data, ...delivery } = row;
  return { ...delivery, event: envelope({ id: eventId, orgId: row.orgId, type, subject, occurredAt, data }) };
}

/** Is there a delivery at the head of the lane whose time has come? */
export async function isLaneDue(client: pg.ClientBase, lane: string, now: Date): Promise<boolean> {
  const { rows } = await client.query<{ due: boolean }>({
    name: 'lane-due',
    text: `select ${isDueSql('due_at', '$2::timestamptz')} as due from delivery where lane = $1 and state in ('pending', 'in-flight') order by seq limit 1`,
    values: [lane, now],
  });
  return rows[0]?.due ?? false;
}
