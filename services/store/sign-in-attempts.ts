import { hash } from 'node:crypto';
import type { Knex } from 'knex';

/** What is counted, such as an account together with an address. Only a hash of it is stored. */
export interface Counted {
  readonly subject: readonly string[];
  /** Tries within one window. */
  readonly most: number;
  readonly windowMs: number;
}

const key = (subject: readonly string[]): Buffer => hash('sha256', subject.join('\n'), 'buffer');

/**
 * Counts a try before it is made: of any number at the same moment, in any number of processes, no more than `most` get through.
 * @returns when the window ends, if the tries are used up; undefined when this one may be made.
 */
export async function countTry(db: Knex, { subject, most, windowMs }: Counted, now: Date): Promise<Date | undefined> {
  const { rows } = await db.raw<{ rows: { count: number; endsAt: Date }[] }>(
    `insert into sign_in_attempt as a (subject, count, window_ends_at) values (:subject, 1, :endsAt)
     on conflict (subject) do update set
       count = case when a.window_ends_at <= :now then 1 else a.count + 1 end,
       window_ends_at = case when a.window_ends_at <= :now then excluded.window_ends_at else a.window_ends_at end
     returning count, window_ends_at as "endsAt"`,
    { subject: key(subject), now, endsAt: new Date(now.getTime() + windowMs) },
  );
  const { count, endsAt } = rows[0]!;
  return count > most ? endsAt : undefined;
}

/** A try that came out right counts against nobody. @param wholly forgets those before it as well. */
export async function forgetTry(db: Knex, subject: readonly string[], wholly: boolean): Promise<void> {
  const mine = db('sign_in_attempt').where({ subject: key(subject) });
  await (wholly ? mine.delete() : mine.where('count', '>', 0).decrement('count'));
}

/** Forgets windows that are over; a few at a time, and none that somebody is counting in. */
export async function clearTries(db: Knex, now: Date): Promise<void> {
  await db.raw(
    `delete from sign_in_attempt where subject in
       (select subject from sign_in_attempt where window_ends_at <= ? limit 100 for update skip locked)`,
    [now],
  );
}
