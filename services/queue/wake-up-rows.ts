import type { ClientBase, Pool } from 'pg';
import { isTopic, type Topic } from '../domain/jobs.ts';

/** A hint in the table `wake_up` that something is to be done. */
export type WakeUpRow = { readonly id: number; readonly topic: Topic; readonly key: string };

/**
 * Takes the oldest rows that nobody has dispatched and marks them so, within the caller's transaction.
 * A topic with `maxUnderWay` rows or more that are not done yet gets no further ones: the backlog stays in the table.
 */
export async function takeWakeUps(client: ClientBase, limit: number, maxUnderWay: number): Promise<WakeUpRow[]> {
  const { rows } = await client.query<{ id: number | string; topic: string; key: string }>(
    `with full_topic as (
       select topic from wake_up where dispatched_at is not null group by topic having count(*) >= $2
     ), picked as (
       -- Relays of other processes skip these rows while we hold them.
       select id from wake_up
       where dispatched_at is null and topic not in (select topic from full_topic)
       order by id limit $1 for update skip locked
     )
     update wake_up set dispatched_at = now() from picked where wake_up.id = picked.id
     returning wake_up.id, wake_up.topic, wake_up.key`,
    [limit, maxUnderWay],
  );
  return toRows(rows).sort((one, other) => one.id - other.id);
}

/** Rows dispatched longer ago than this, or at a time that is yet to come because the clock was set back, whose work is still not done. */
export async function overdueWakeUps(pool: Pool, olderThanMs: number, limit: number): Promise<WakeUpRow[]> {
  const { rows } = await pool.query<{ id: number | string; topic: string; key: string }>(
    `select id, topic, key from wake_up
     where dispatched_at < now() - make_interval(secs => $1::float8 / 1000) or dispatched_at > now() order by dispatched_at limit $2`,
    [olderThanMs, limit],
  );
  return toRows(rows);
}

/** Makes the rows due again, as if nobody had dispatched them; those done in the meantime are gone already. */
export async function returnWakeUps(pool: Pool, ids: readonly number[]): Promise<void> {
  await pool.query('update wake_up set dispatched_at = null where id = any($1::bigint[])', [ids]);
}

function toRows(rows: readonly { id: number | string; topic: string; key: string }[]): WakeUpRow[] {
  const known: WakeUpRow[] = [];
  for (const { id, topic, key } of rows) if (isTopic(topic)) known.push({ id: Number(id), topic, key });
  return known;
}
