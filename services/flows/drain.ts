import type { PoolClient } from 'pg';
import type { Destination } from '../domain/destinations.ts';
import type { Tx } from '../store/database.ts';
import type { DeliveryOutcome, LaneHead } from '../store/deliveries.ts';
import { doLanesWait, isLaneDue, leaveLane, putBackLane, takeHead, takeLane } from '../store/lanes.ts';
import { apply } from './apply.ts';
import type { Context } from './context.ts';
import { type LaneLock, watchLock } from './lane-lock.ts';
import { postEvent } from './post-event.ts';
import { LaneLost, recordOutcome, retryOrFail } from './record-outcome.ts';
import { render } from './render.ts';
import { recordHandover, transmit } from './transmit.ts';

type HeadOf<D extends Destination> = Extract<LaneHead, { destination: D }>;

interface Handling<H> {
  /** One attempt, with its outcome recorded. */
  readonly attempt: (context: Context, head: H, lock: LaneLock) => Promise<void>;
  /** Records the outcome of an attempt that met a fault of ours. @returns the documents that moved on */
  readonly record: (context: Context, tx: Tx, head: H, outcome: DeliveryOutcome) => Promise<readonly string[]>;
}

/** What is done for each destination. One without a handler does not compile. */
const handling: { readonly [D in Destination]: Handling<HeadOf<D>> } = {
  odoo: { attempt: apply, record: recordOutcome },
  document: { attempt: render, record: recordOutcome },
  channel: { attempt: transmit, record: recordHandover },
  webhook: { attempt: postEvent, record: recordOutcome },
};

/** The handler of a head's own destination. */
const handlingOf = ({ destination }: LaneHead) => handling[destination] as Handling<LaneHead>;

// Lanes that this process works on, whatever has become of their locks.
const underWay = new WeakMap<Context['db'], Set<string>>();

/**
 * Works off a lane: its deliveries one after another in their order, until none is left or the head must wait.
 * One worker at a time: the lock is Postgres's, held by this connection and gone with it, so a killed worker blocks nobody
 * and a queue that lost its memory cannot let two in. A worker that lost its connection in the middle of an attempt stops there.
 */
export async function drain(context: Context, lane: string): Promise<void> {
  const lanes = underWay.get(context.db) ?? new Set();
  underWay.set(context.db, lanes);
  // The wake-up stays for the sweep; what comes in the meantime is found at the end of the work.
  if (lanes.has(lane)) return;
  lanes.add(lane);
  try {
    await drainAlone(context, lane);
  } finally {
    lanes.delete(lane);
  }
}

async function drainAlone(context: Context, lane: string): Promise<void> {
  const client = await context.db.lanes.connect();
  const lock = watchLock(client);
  let broken: Error | undefined;
  try {
    do {
      const taken = await takeLane(client, lane);
      if (!taken) return;
      const rest = await drainTaken(context, client, lane, lock);
      if (rest) {
        await putBackLane(client, lane, taken.wakeUps, rest.waitsFor);
        context.wakeRelay();
        return;
      }
      await leaveLane(client, lane, taken.wakeUps);
      // A delivery that came between the last look and the leaving had its own worker turned away: look once more.
    } while (!context.closing?.aborted && (await isLaneDue(client, lane, context.now())));
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    lock.release();
    // A connection in an unknown state may still hold the lane: it must not go back to the pool.
    client.release(broken);
  }
}

// After so many deliveries a lane goes to the end of the line, if others wait for the workers: a document may fill one with thousands.
const deliveriesPerTurn = 20;
const lanesAtATime = 8;

/**
 * Ends when nothing is left, when the head waits for its next attempt, or when the process is to end: the watch of the next one finds the rest.
 * @returns what is to become of the lane when it is not at its end: it waits for a document, or for its next turn.
 */
async function drainTaken(
  context: Context,
  client: PoolClient,
  lane: string,
  lock: LaneLock,
): Promise<{ readonly waitsFor: string | null } | undefined> {
  for (let done = 1; !context.closing?.aborted; done += 1) {
    const head = await takeHead(client, lane, context.now());
    if (!head) return undefined;
    if ('waitsFor' in head) return head;
    await attempt(context, head, lock);
    if (done % deliveriesPerTurn === 0 && (await doLanesWait(client, lane, lanesAtATime))) return { waitsFor: null };
  }
  return undefined;
}

/** One attempt. A fault of our own is tried again like any other trouble, and ends as a case: one event must not stop its lane for ever. */
async function attempt(context: Context, head: LaneHead, lock: LaneLock): Promise<void> {
  try {
    await handlingOf(head).attempt(context, head, lock);
  } catch (error) {
    if (error instanceof LaneLost) {
      context.log.warn({ delivery: head.id }, 'a delivery was taken over by another worker; its outcome stands');
      return;
    }
    context.log.error({ err: error, delivery: head.id }, 'a delivery met a fault of the hub');
    const reason = 'Internal error of the hub; the log has it under the id of the delivery.';
    const outcome = retryOrFail(context, head, { reason, reasonCode: 'hub.internal' });
    const touched = await context.db.system.transaction((tx) => handlingOf(head).record(context, tx, head, outcome));
    for (const documentId of touched) context.changes.moved(head.orgId, documentId);
  }
}
