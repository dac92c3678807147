import type { Knex } from 'knex';
import type pg from 'pg';
import { advisoryLocks } from './advisory-locks.ts';
import type { FeedPosition } from './event-feed.ts';

/** How far a reader inside the hub has come, and what is in its way. */
export interface EventReader {
  readonly position: FeedPosition;
  readonly failures: number;
  readonly failingSince: Date | null;
  readonly retryAt: Date | null;
}

interface ReaderRow extends Omit<EventReader, 'position'>, FeedPosition {}

/** One that is not there yet begins with what comes from now on. */
export async function readerOf(db: Knex, name: string, at: Date): Promise<EventReader> {
  await db.raw(
    `insert into event_reader (name, xact, seq, moved_at) values (?, app_xact_settled(), 0, ?) on conflict (name) do nothing`,
    [name, at],
  );
  const row = await db('event_reader')
    .where({ name })
    .first<ReaderRow>('xact', 'seq', 'failures', { failingSince: 'failing_since', retryAt: 'retry_at' });
  const { xact, seq, ...rest } = row;
  return { position: { xact, seq }, ...rest };
}

/** What is before the position is done; with it whatever was in the way is forgotten. */
export async function moveReader(db: Knex, name: string, { xact, seq }: FeedPosition, at: Date): Promise<void> {
  await db('event_reader')
    .where({ name })
    .update({ xact, seq, moved_at: at, failures: 0, failing_since: null, retry_at: null, last_error: null });
}

export async function noteReaderTrouble(
  db: Knex,
  name: string,
  of: { readonly failures: number; readonly failingSince: Date; readonly retryAt: Date; readonly reason: string },
): Promise<void> {
  const { failures, failingSince, retryAt, reason } = of;
  await db('event_reader')
    .where({ name })
    .update({ failures, failing_since: failingSince, retry_at: retryAt, last_error: reason });
}

/** Does the work if nobody else does it at this moment. The lock is the connection's, and gone with it. */
export async function readingAlone(pool: pg.Pool, work: () => Promise<void>): Promise<void> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [
      advisoryLocks.broker,
    ]);
    if (!rows[0]?.got) return;
    try {
      await work();
    } finally {
      await client.query('select pg_advisory_unlock($1)', [advisoryLocks.broker]);
    }
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    client.release(broken);
  }
}
