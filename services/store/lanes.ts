import type pg from 'pg';
import type { Destination } from '../domain/destinations.ts';
import type { EventType } from '../domain/events.ts';
import { envelope, isDeliveryDueSql, isPassableSql, type LaneHead } from './deliveries.ts';

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

/**
 * Gives a lane free that is not at its end, and wakes it again: when its turn comes, or, with `waitsFor`, when that document is translated. The wake-ups that
 * were noted go.
 */
export async function putBackLane(
  client: pg.ClientBase,
  lane: string,
  wakeUps: readonly number[],
  waitsFor: string | null,
): Promise<void> {
  await client.query({
    name: 'put-back-lane',
    text: `with done as (delete from wake_up where id = any($2::bigint[])), back as (
             insert into wake_up (topic, key, owner_id, waits_for)
             select 'lane', $1, d.org_id, $3::uuid from delivery d where d.lane = $1 and d.state in ('pending', 'in-flight')
               and not exists (
                 select from wake_up w where w.topic = 'lane' and w.key = $1 and w.waits_for = $3::uuid and w.id <> all($2::bigint[]))
             order by d.document_seq, d.seq limit 1
           ) select pg_advisory_unlock(hashtextextended($1, 726))`,
    values: [lane, wakeUps, waitsFor],
  });
}

/** Do so many other lanes wait for a worker? */
export async function doLanesWait(client: pg.ClientBase, lane: string, count: number): Promise<boolean> {
  const { rows } = await client.query<{ waiting: boolean }>({
    name: 'lanes-wait',
    text: `select exists (select from wake_up where topic = 'lane' and key <> $1 and waits_for is null offset $2) as waiting`,
    values: [lane, count - 1],
  });
  return rows[0]!.waiting;
}

/** Deletes the wake-ups that were noted, and gives the lane free. */
export async function leaveLane(client: pg.ClientBase, lane: string, wakeUps: readonly number[]): Promise<void> {
  await client.query({
    name: 'leave-lane',
    text: `with done as (delete from wake_up where id = any($2::bigint[])) select pg_advisory_unlock(hashtextextended($1, 726))`,
    values: [lane, wakeUps],
  });
}

/** The head of a lane; `id` and what is read of its event are null where it was not taken. */
interface HeadRow {
  waitsFor: string | null;
  pool: string | null;
  due: boolean;
  id: string | null;
  orgId: string;
  environment: LaneHead['environment'];
  destination: Destination;
  place: string;
  lane: string;
  attempts: number;
  documentId: string | null;
  endpointId: string | null;
  sending: number;
  siblings: number;
  failingSince: Date | null;
  /** Null, with all of the event, where a document is handed over. */
  eventId: string | null;
  type: EventType;
  subject: string;
  occurredAt: Date;
  data: Record<string, unknown>;
}

/** A document of the same partner that was received before that of the head, and may speak of the same record, is not translated yet. */
export interface Blocked {
  readonly waitsFor: string;
}

/** Deliveries of a partner that may go together. */
export interface Pool {
  readonly pool: string;
  readonly orgId: string;
  readonly environment: LaneHead['environment'];
}

/** SQL of the first unfinished delivery of the lane `l.lane`, in the order of receipt. */
export const headSql = `select id, lane, due_at, org_id, environment, document_seq, attempts, event_id, endpoint_id, destination, pool, precedence from delivery
  where lane = l.lane and state in ('pending', 'in-flight') order by document_seq, seq limit 1`;

/**
 * The first unfinished delivery of each lane, if it is due, marked as in flight. The mark is committed before the outside world is touched,
 * so that after a crash it is known that the outcome is not. Only who has the lanes may call this.
 * @param pool takes only heads of this pool; without it only those that go alone.
 */
async function takeHeadRows(
  client: pg.ClientBase,
  lanes: readonly string[],
  now: Date,
  pool: string | null,
): Promise<readonly HeadRow[]> {
  const { rows } = await client.query<HeadRow>({
    name: 'take-heads',
    text: `with head as (
             select h.*, ${isDeliveryDueSql('h', '$2::timestamptz')} and ${isPassableSql('h.endpoint_id', '$2::timestamptz')} as due,
               -- Whatever was tried before has its place already.
               case when h.attempts = 0 then (
                 select o.id from document o where o.org_id = h.org_id and o.environment = h.environment and o.state = 'received' and o.seq < h.document_seq
                 order by o.seq limit 1) end as waits_for
             from unnest($1::text[]) as l(lane), lateral (${headSql}) h
           ), taken as (
             update delivery d set state = 'in-flight', attempts = d.attempts + 1 from head left join event e on e.id = head.event_id
               left join document o on o.id = e.document_id
             where d.id = head.id and head.due and head.waits_for is null and head.pool is not distinct from $3
             returning d.id, d.destination, d.place, d.attempts - 1 as attempts, d.endpoint_id as "endpointId",
               d.failing_since as "failingSince", d.sending,
               case when d.event_id is null then d.document_id else e.document_id end as "documentId",
               e.id as "eventId", e.type, e.subject, e.occurred_at as "occurredAt", e.data, coalesce(o.delivery_count, 0) as siblings
           ) select h.waits_for as "waitsFor", h.pool, h.due, h.lane, h.org_id as "orgId", h.environment, t.*
             from head h left join taken t on t.id = h.id order by h.precedence, h.document_seq`,
    values: [lanes, now, pool],
  });
  return rows;
}

/** The head of a lane, taken if it goes alone; its pool where it may go with others. */
export async function takeHead(
  client: pg.ClientBase,
  lane: string,
  now: Date,
): Promise<LaneHead | Blocked | Pool | undefined> {
  const [row] = await takeHeadRows(client, [lane], now, null);
  if (!row) return undefined;
  const { waitsFor, pool, due, orgId, environment } = row;
  if (waitsFor !== null) return { waitsFor };
  if (row.id !== null) return headOf(row, row.id);
  return due && pool !== null ? { pool, orgId, environment } : undefined;
}

/** The heads of lanes that belong to a pool, those first that somebody waits for. */
export async function takeHeads(
  client: pg.ClientBase,
  lanes: readonly string[],
  now: Date,
  pool: string,
): Promise<readonly LaneHead[]> {
  const rows = await takeHeadRows(client, lanes, now, pool);
  return rows.flatMap((row) => (row.id === null ? [] : [headOf(row, row.id)]));
}

function headOf(row: HeadRow, id: string): LaneHead {
  const { orgId, environment, lane, attempts, destination, documentId, eventId, place, siblings } = row;
  const any = { id, orgId, environment, lane, attempts };
  // The constraints of the table say what goes with which destination.
  const { endpointId, sending } = row;
  if (destination === 'channel')
    return { ...any, destination, documentId: documentId!, endpointId: endpointId!, sending };
  const { type, subject, occurredAt, data } = row;
  const event = envelope({ id: eventId!, orgId, type, subject, occurredAt, data });
  const head = { ...any, place, documentId, siblings, event };
  return destination === 'webhook'
    ? { ...head, destination, endpointId: endpointId!, failingSince: row.failingSince }
    : { ...head, destination };
}

/** Is there a delivery at the head of the lane whose time has come? */
export async function isLaneDue(client: pg.ClientBase, lane: string, now: Date): Promise<boolean> {
  const { rows } = await client.query<{ due: boolean }>({
    name: 'lane-due',
    text: `select ${isDeliveryDueSql('delivery', '$2::timestamptz')} and ${isPassableSql('endpoint_id', '$2::timestamptz')} as due from delivery where lane = $1 and state in ('pending', 'in-flight')
           order by document_seq, seq limit 1`,
    values: [lane, now],
  });
  return rows[0]?.due ?? false;
}
