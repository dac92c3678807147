import type { Pool } from 'pg';
import { claimRound, holdRound } from '../store/schedules.ts';
import { pause, repeat } from './repeat.ts';

/** Something that is done again and again, by one worker at a time. */
export type Schedule = { readonly id: string; readonly everyMs: number; readonly run: () => Promise<void> };

export type SchedulesOptions = {
  readonly pool: Pool;
  /** Asked again every few seconds: an Odoo or an endpoint may be added meanwhile. */
  readonly schedules: () => Promise<readonly Schedule[]>;
  readonly onError: (error: Error, schedule?: string) => void;
};

const askAgainMs = 5_000;
// Workers look at slightly different times: one that comes a little early must not skip its round.
const claimAfter = 0.8;
const holdEvery = 0.4;

/**
 * Does each schedule at its interval, whichever workers run: the round is claimed in the database, the pace is this process's running time. Nothing of it is in the
 * queue, so that it goes on when the queue's store is away, emptied or out of step.
 */
export function startSchedules({ pool, schedules, onError }: SchedulesOptions): { close(): Promise<void> } {
  const closing = new AbortController();
  const running = new Map<string, Promise<void>>();

  const keep = ({ id, everyMs, run }: Schedule) =>
    repeat(
      closing.signal,
      (error) => onError(error, id),
      async () => {
        if (await claimRound(pool, id, everyMs * claimAfter)) await held(id, everyMs, run);
        await pause(everyMs, closing.signal);
      },
    );
  /** A round that takes longer than its interval is this worker's until its end. */
  const held = async (id: string, everyMs: number, run: () => Promise<void>) => {
    const timer = setInterval(
      () => void holdRound(pool, id).catch((error: Error) => onError(error, id)),
      everyMs * holdEvery,
    );
    try {
      await run();
    } finally {
      clearInterval(timer);
    }
  };
  const asking = repeat(closing.signal, onError, async () => {
    for (const schedule of await schedules()) if (!running.has(schedule.id)) running.set(schedule.id, keep(schedule));
    await pause(askAgainMs, closing.signal);
  });
  return {
    async close() {
      closing.abort();
      await asking;
      await Promise.all(running.values());
    },
  };
}
