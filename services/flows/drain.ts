import type { PoolClient } from 'pg';
import { type LaneHead, laneHead, markInFlight } from '../store/deliveries.ts';
import { deleteWakeUps, visibleWakeUps } from '../store/wake-ups.ts';
import { apply } from './apply.ts';
import type { Context } from './context.ts';
import { send } from './send.ts';
import { again, settle } from './settle.ts';

/** Where a delivery goes is decided by its subscriber. */
const attempts = { odoo: apply, partner: send } as const;

/**
 * Works off a lane: its deliveries one after another in their order, until none is left or the head must wait.
 * One worker at a time: the lock is Postgres's, held by this connection and gone with it, so a killed worker blocks nobody
 * and a queue that lost its memory cannot let two in.
 */
export async function drain(context: Context, lane: string): Promise<void> {
  const client = await context.db.pool.connect();
  let broken: Error | undefined;
  try {
    for (;;) {
      const wakeUps = await visibleWakeUps(client, 'lane', lane);
      if (!(await lock(client, lane))) return;
      let left: boolean;
      try {
        left = await drainLocked(context, client, lane);
      } finally {
        await client.query('select pg_advisory_unlock(hashtextextended($1, 726))', [lane]);
      }
      await deleteWakeUps(client, wakeUps);
      // A delivery that came between the last look and the unlock had its own worker turned away: look once more.
      const head = left ? undefined : await laneHead(client, lane);
      if (!head || head.dueAt > context.now()) return;
    }
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    // A connection in an unknown state may still hold the lock: it must not go back to the pool.
    client.release(broken);
  }
}

async function lock(client: PoolClient, lane: string): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>({
    name: 'lane-lock',
    text: 'select pg_try_advisory_lock(hashtextextended($1, 726)) as got',
    values: [lane],
  });
  return rows[0]!.got;
}

/** @returns true when the head of the lane must wait, so there is nothing to look for. */
async function drainLocked(context: Context, client: PoolClient, lane: string): Promise<boolean> {
  for (;;) {
    const head = await laneHead(client, lane);
    if (!head) return false;
    if (head.dueAt > context.now()) return true;
    await markInFlight(client, head.id);
    if (!(await attempt(context, head))) return true;
  }
}

/** One attempt. A fault of our own is tried again like any other trouble, and ends as a case: one event must not stop its lane for ever. */
async function attempt(context: Context, head: LaneHead): Promise<boolean> {
  try {
    return await attempts[head.subscriber](context, head);
  } catch (error) {
    context.log.error({ err: error, delivery: head.id }, 'a delivery met a fault of the hub');
    const reason = 'The hub itself had a fault; the log has it under the id of the delivery.';
    const outcome = again(context, head, { reason, reasonCode: 'hub.internal' });
    const touched = await context.db.system.transaction((tx) => settle(context, tx, head, outcome));
    for (const documentId of touched) context.changes.moved(head.orgId, documentId);
    return outcome.state !== 'pending';
  }
}
