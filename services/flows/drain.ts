import type { PoolClient } from 'pg';
import { doLanesWait, isLaneDue, leaveLane, type Pool, putBackLane, takeHead, takeLane } from '../store/lanes.ts';
import { poolsIn } from '../store/pools.ts';
import { attempt } from './attempt.ts';
import type { Context } from './context.ts';
import { drainPool } from './drain-pool.ts';
import { type LaneLock, watchLock } from './lane-lock.ts';
import { lanesUnderWay } from './lanes-under-way.ts';

/**
 * Works off a lane: its deliveries one after another in their order, until none is left or the head must wait; where the head may go with others, with those.
 * One worker at a time: the lock is Postgres's, held by this connection and gone with it, so a killed worker blocks nobody
 * and a queue that lost its memory cannot let two in. A worker that lost its connection in the middle of an attempt stops there.
 */
export async function drain(context: Context, lane: string): Promise<void> {
  const lanes = lanesUnderWay(context);
  // The wake-up stays for the sweep; what comes in the meantime is found at the end of the work.
  if (lanes.has(lane)) return;
  lanes.add(lane);
  try {
    await onConnection(context, async (client, lock) => {
      const pools = await drainLane(context, client, lane, lock);
      lanes.delete(lane);
      for (const pool of pools) await drainPool(context, client, pool, lock);
    });
  } finally {
    lanes.delete(lane);
  }
}

async function onConnection(
  context: Context,
  work: (client: PoolClient, lock: LaneLock) => Promise<void>,
): Promise<void> {
  const client = await context.db.lanes.connect();
  const lock = watchLock(client);
  let broken: Error | undefined;
  try {
    await work(client, lock);
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    lock.release();
    // A connection in an unknown state may still hold the lane: it must not go back to the pool.
    client.release(broken);
  }
}

/** @returns the pools that what is left in the lane belongs to. */
async function drainLane(context: Context, client: PoolClient, lane: string, lock: LaneLock): Promise<readonly Pool[]> {
  do {
    const taken = await takeLane(client, lane);
    if (!taken) return [];
    const rest = await drainTaken(context, client, lane, lock);
    if (rest && 'waitsFor' in rest) {
      await putBackLane(client, lane, taken.wakeUps, rest.waitsFor);
      context.wakeRelay();
    } else await leaveLane(client, lane, taken.wakeUps);
    if (rest) return poolsIn(client, lane);
    // A delivery that came between the last look and the leaving had its own worker turned away: look once more.
  } while (!context.closing?.aborted && (await isLaneDue(client, lane, context.now())));
  return poolsIn(client, lane);
}

// After so many deliveries a lane goes to the end of the line, if others wait for the workers: a document may fill one with thousands.
const deliveriesPerTurn = 20;
const lanesAtATime = 8;

/**
 * Ends when nothing is left, when the head waits for its next attempt or goes with others, or when the process is to end: the watch of the next one finds the rest.
 * @returns what is to become of the lane when it is not at its end: it waits for a document or for its next turn, or its head is a pool's.
 */
async function drainTaken(
  context: Context,
  client: PoolClient,
  lane: string,
  lock: LaneLock,
): Promise<{ readonly waitsFor: string | null } | Pool | undefined> {
  for (let done = 1; !context.closing?.aborted; done += 1) {
    const head = await takeHead(client, lane, context.now());
    if (!head || 'waitsFor' in head || 'pool' in head) return head;
    await attempt(context, head, lock);
    if (done % deliveriesPerTurn === 0 && (await doLanesWait(client, lane, lanesAtATime))) return { waitsFor: null };
  }
  return undefined;
}
