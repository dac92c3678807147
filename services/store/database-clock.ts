import { uptime } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { inStepMs, moveDeadlines } from './clock-jumps.ts';
import type { Database } from './database.ts';

export interface DatabaseClock {
  /**
   * The database's time, which all processes share. Between two looks it goes on by this machine's running time, so that setting the clock of the machine moves
   * nothing here.
   */
  readonly now: () => Date;
  /** The newest jump of the database's clock that `now` takes account of. */
  readonly knownJump: () => number;
  close(): Promise<void>;
}

export interface DatabaseClockOptions {
  readonly db: Pick<Database, 'pool' | 'system'>;
  readonly onError: (error: unknown) => void;
  /** The database's clock was set, this process noticed it first and has moved the deadlines by so much. */
  readonly onJump?: (movedMs: number) => void;
  readonly lookEveryMs?: number;
}

interface Look {
  readonly atMs: number;
  /** Newest jump that somebody has moved the deadlines by. */
  readonly jump: number;
  /** Running time of the machine, with the time that it slept. */
  readonly upMs: number;
  readonly runningMs: number;
  /** The answer's age is not known better than this. */
  readonly doubtMs: number;
}

/** The database's time at this moment. */
export async function databaseTime(pool: pg.Pool): Promise<Date> {
  return new Date((await look(pool)).atMs);
}

/** Starts with a first look; then looks every second, and moves the deadlines when the database's clock was set. */
export async function startDatabaseClock(options: DatabaseClockOptions): Promise<DatabaseClock> {
  const { db, onError, onJump = () => undefined, lookEveryMs = 1_000 } = options;
  const closing = new AbortController();
  let last = await look(db.pool);
  const nowMs = () => last.atMs + (performance.now() - last.runningMs);

  async function lookAgain(): Promise<void> {
    const next = await look(db.pool);
    const jumpedMs = next.atMs - last.atMs - (next.upMs - last.upMs);
    if (Math.abs(jumpedMs) <= inStepMs + last.doubtMs + next.doubtMs) {
      last = next;
      return;
    }
    // Until the deadlines are moved, this process stays on the time that they were set by.
    const { jump, movedMs } = await moveDeadlines(db.system, { shiftMs: jumpedMs, knownJump: last.jump });
    last = { ...next, jump };
    if (movedMs !== 0) onJump(movedMs);
  }

  const looking = (async () => {
    while (!closing.signal.aborted) {
      await delay(lookEveryMs, undefined, { signal: closing.signal }).catch(() => undefined);
      if (!closing.signal.aborted) await lookAgain().catch(onError);
    }
  })();
  return {
    now: () => new Date(nowMs()),
    knownJump: () => last.jump,
    async close() {
      closing.abort();
      await looking;
    },
  };
}

async function look(pool: pg.Pool): Promise<Look> {
  const client = await pool.connect();
  try {
    const asked = performance.now();
    const { rows } = await client.query<{ at: Date; jump: number }>(
      'select clock_timestamp() as at, (select coalesce(max(id), 0)::float8 from clock_jump) as jump',
    );
    const doubtMs = (performance.now() - asked) / 2;
    const { at, jump } = rows[0]!;
    return { atMs: at.getTime(), jump, doubtMs, runningMs: asked + doubtMs, upMs: uptime() * 1000 - doubtMs };
  } finally {
    client.release();
  }
}
