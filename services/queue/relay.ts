import { setTimeout as delay } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { type Job, jobsFor, type Topic, wakeUps } from '../domain/jobs.ts';
import { noteQueueAnew, queueHasOldTimes } from '../store/clock-jumps.ts';
import type { JobQueue, KeysByJob } from './queue.ts';
import { pause, repeat } from './repeat.ts';
import {
  doWakeUpsWait,
  overdueWakeUps,
  returnAllWakeUps,
  returnWakeUps,
  type Share,
  takeWakeUps,
  type WakeUpRow,
} from './wake-up-rows.ts';

export type RelayOptions = {
  /** Sees every organisation's rows. */
  readonly pool: Pool;
  readonly queue: JobQueue;
  readonly onError: (error: Error) => void;
  /** What else is done on the connection that listens, which lives as long as this process and is made anew when it breaks. */
  readonly onListening?: (client: PoolClient) => Promise<void>;
  /** Longest wait before the relay looks by itself. */
  readonly pollMs?: number;
  /** Age at which a dispatched row is held against the queue. */
  readonly overdueMs?: number;
};

export type Relay = {
  /** Something was committed: look now. Costs nothing to call often. */
  wakeRelay(): void;
  /** Makes rows due again whose job the queue no longer has, or has had under way for longer than it can be. Runs by itself; resolves with their number. */
  sweep(): Promise<number>;
  close(): Promise<void>;
};

/** NOTIFY on this channel tells relays of other processes to look. */
export const wakeUpChannel = 'wake_up';

const batchRows = 500;
const shares: readonly Share[] = (Object.keys(wakeUps) as Topic[]).map((topic) => {
  const { most, share } = wakeUps[topic];
  return { topic, most, share };
});
const sweptAtOnce = 2_000;
// Wake-ups that come together become one look, and their keys one job: under load documents are translated together, at the price of a tenth of a second.
const settleMs = 100;
const overdueMsDefault = 15_000;
// A job that failed its last try is made anew after this pause, not at once.
const failedPauseMs = 60_000;
// Nothing takes this long: what the queue takes for under way all the while is not.
const stuckMs = 900_000;
const failedKeptMs = 86_400_000;

/**
 * Moves the rows of `wake_up` into the queue. The row stays, marked as dispatched, until its handler deletes it in the
 * transaction of the effect; a row whose job was lost becomes due again. So the queue store may be lost at any time.
 */
export function startRelay(options: RelayOptions): Relay {
  const { pool, queue, onError, onListening, pollMs = 500, overdueMs = overdueMsDefault } = options;
  const signal = createSignal();
  const closing = new AbortController();
  const sweep = () => sweepOnce(pool, queue, overdueMs).then((count) => raiseIfAny(count, signal));

  const moving = repeat(closing.signal, onError, async () => {
    const more = await moveBatch(pool, queue);
    if (!more) await signal.wait(pollMs);
    await delay(settleMs);
  });
  const listening = repeat(closing.signal, onError, () => listen(pool, signal.raise, closing.signal, onListening));
  const sweeping = repeat(closing.signal, onError, async () => {
    await pause(overdueMs / 3, closing.signal);
    if (!closing.signal.aborted) await sweep();
  });
  const forgetting = repeat(closing.signal, onError, async () => {
    await queue.clearFailed(failedKeptMs);
    await pause(3_600_000, closing.signal);
  });
  return {
    wakeRelay: signal.raise,
    sweep,
    async close() {
      closing.abort();
      signal.raise();
      await Promise.all([moving, listening, sweeping, forgetting]);
    },
  };
}

function raiseIfAny(count: number, signal: Signal): number {
  if (count > 0) signal.raise();
  return count;
}

/** Dispatches up to one batch; the marks are committed after the jobs are in the queue, so that a failure loses neither. @returns whether rows still wait. */
async function moveBatch(pool: Pool, queue: JobQueue): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const rows = await takeWakeUps(client, batchRows, shares);
    if (rows.length > 0) await queue.enqueue(jobsOf(rows));
    await client.query('commit');
    const more = await doWakeUpsWait(client);
    client.release();
    return more;
  } catch (error) {
    // Ends the connection, and with it the transaction.
    client.release(true);
    throw error;
  }
}

function jobsOf(rows: readonly WakeUpRow[]): Job[] {
  const keys = new Map<Topic, string[]>();
  for (const { topic, key } of rows) keys.set(topic, [...(keys.get(topic) ?? []), key]);
  return [...keys].flatMap(([topic, mine]) => jobsFor(topic, mine));
}

async function sweepOnce(pool: Pool, queue: JobQueue, overdueMs: number): Promise<number> {
  if (await queueHasOldTimes(pool)) {
    await startAnew(pool, queue);
    await noteQueueAnew(pool);
  }
  const overdue = await overdueWakeUps(pool, overdueMs, sweptAtOnce);
  if (overdue.length === 0) return 0;
  const { waiting, begun } = await queue.keysUnderWay(failedPauseMs);
  const has = (keys: KeysByJob, { topic, key }: WakeUpRow) => keys.get(topic)?.has(key) ?? false;
  // The queue takes a job for running while its lock has not run out, by a clock that may have been set back since its worker died.
  if (overdue.some((row) => row.overdueMs > stuckMs && has(begun, row) && !has(waiting, row))) {
    await startAnew(pool, queue);
    return overdue.length;
  }
  const lost = overdue.filter((row) => !has(waiting, row) && !has(begun, row)).map(({ id }) => id);
  if (lost.length > 0) await returnWakeUps(pool, lost);
  return lost.length;
}

/** Lets the queue forget all that it holds, and begins anew from the rows. */
async function startAnew(pool: Pool, queue: JobQueue): Promise<void> {
  await queue.forget();
  await returnAllWakeUps(pool);
}

async function listen(
  pool: Pool,
  raise: () => void,
  closing: AbortSignal,
  onListening?: RelayOptions['onListening'],
): Promise<void> {
  const client: PoolClient = await pool.connect();
  const lost = new Promise<Error>((resolve) => client.once('error', resolve));
  client.on('notification', raise);
  try {
    await client.query(`listen ${wakeUpChannel}`);
    await onListening?.(client);
    // Whoever called while nobody listened yet was not heard.
    raise();
    const error = await Promise.race([lost, aborted(closing)]);
    if (error) throw error;
  } finally {
    client.off('notification', raise);
    client.release(true);
  }
}

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}

type Signal = { raise(): void; wait(forMs: number): Promise<void> };

/** A signal that comes while nobody waits is kept for the next who does. */
function createSignal(): Signal {
  let rung = false;
  let wake: () => void = () => undefined;
  return {
    raise() {
      rung = true;
      wake();
    },
    async wait(forMs) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, forMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      rung = false;
    },
  };
}
