import type { ClientBase, Pool } from 'pg';
import { isTopic, type Topic } from '../domain/jobs.ts';

/** A hint in the table `wake_up` that something is to be done. */
export type WakeUpRow = { readonly id: number; readonly topic: Topic; readonly key: string };

/** How much of a topic may be under way: all of it, and that of one organisation. */
export type Share = { readonly topic: Topic; readonly most: number; readonly share: number };

// Waiting rows are read by organisation, each by its own index range, so that the backlog of one costs the others nothing.
const takeSql = `
with recursive cap as (
  select * from jsonb_to_recordset($2::jsonb) as c(topic text, most int, share int)
), under_way as (
  select topic, owner_id, count(*) as held from wake_up where dispatched_at is not null group by topic, owner_id
), partner as (
  (select topic, owner_id from wake_up where dispatched_at is null and waits_for is null order by topic, owner_id limit 1)
  union all
  select n.topic, n.owner_id from partner p, lateral (
    select w.topic, w.owner_id from wake_up w where w.dispatched_at is null and w.waits_for is null and (w.topic, w.owner_id) > (p.topic, p.owner_id)
    order by w.topic, w.owner_id limit 1) n
), turn as (
  select w.id, p.topic, coalesce(u.held, 0) + row_number() over (partition by p.topic, p.owner_id order by w.turn_at, w.id) as nth, w.turn_at
  from partner p join cap c using (topic) left join under_way u using (topic, owner_id), lateral (
    select id, turn_at from wake_up
    where topic = p.topic and owner_id = p.owner_id and dispatched_at is null and waits_for is null
    order by turn_at, id limit least($1, greatest(0, c.share - coalesce(u.held, 0)))) w
), ranked as (
  select id, nth, turn_at, row_number() over (partition by topic order by nth, turn_at, id)
    + coalesce((select sum(held) from under_way u where u.topic = turn.topic), 0) as place, topic from turn
), picked as (
  select r.id, row_number() over (order by nth, turn_at, id) as place from ranked r join cap c using (topic) where r.place <= c.most
  order by nth, turn_at, id limit $1
), locked as (
  -- Relays of other processes skip these rows while we hold them.
  select w.id, p.place from wake_up w join picked p using (id) where w.dispatched_at is null for update of w skip locked
)
update wake_up w set dispatched_at = now() from locked l where w.id = l.id
returning w.id, w.topic, w.key, l.place`;

/**
 * Takes rows that nobody has dispatched and marks them so, within the caller's transaction. Organisations take turns, those first of which least is under way;
 * within one the rows go by their time. What is above the share of an organisation, or of the topic, stays in the table.
 */
export async function takeWakeUps(client: ClientBase, limit: number, shares: readonly Share[]): Promise<WakeUpRow[]> {
  const { rows } = await client.query<{ id: number | string; topic: string; key: string; place: number | string }>({
    name: 'take-wake-ups',
    text: takeSql,
    values: [limit, JSON.stringify(shares)],
  });
  return toRows(rows.sort((one, other) => Number(one.place) - Number(other.place)));
}

/** Does anything wait that was not taken? */
export async function doWakeUpsWait(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ waiting: boolean }>(
    'select exists (select from wake_up where dispatched_at is null and waits_for is null) as waiting',
  );
  return rows[0]!.waiting;
}

/**
 * Rows dispatched longer ago than this, or at a time that is yet to come because the clock was set back, whose work is still not done;
 * `overdueMs` says for how long.
 */
export async function overdueWakeUps(
  pool: Pool,
  olderThanMs: number,
  limit: number,
): Promise<(WakeUpRow & { readonly overdueMs: number })[]> {
  const { rows } = await pool.query<RawRow & { overdueMs: number }>(
    `select id, topic, key, extract(epoch from now() - dispatched_at)::float8 * 1000 as "overdueMs" from wake_up
     where dispatched_at < now() - make_interval(secs => $1::float8 / 1000) or dispatched_at > now() order by dispatched_at limit $2`,
    [olderThanMs, limit],
  );
  return toRows(rows);
}

/** Makes all rows due again that were dispatched. */
export async function returnAllWakeUps(pool: Pool): Promise<void> {
  await pool.query('update wake_up set dispatched_at = null where dispatched_at is not null');
}

/** Makes the rows due again, as if nobody had dispatched them; those done in the meantime are gone already. */
export async function returnWakeUps(pool: Pool, ids: readonly number[]): Promise<void> {
  await pool.query('update wake_up set dispatched_at = null where id = any($1::bigint[])', [ids]);
}

type RawRow = { readonly id: number | string; readonly topic: string; readonly key: string };

function toRows<Row extends RawRow>(rows: readonly Row[]): (Row & WakeUpRow)[] {
  return rows.flatMap((row) => (isTopic(row.topic) ? [{ ...row, id: Number(row.id), topic: row.topic }] : []));
}
