import type { Destination } from '../domain/destinations.ts';
import { movesStock } from '../odoo/actions/index.ts';
import type { Tx } from '../store/database.ts';
import type { DeliveryOutcome, LaneHead } from '../store/deliveries.ts';
import { apply } from './apply.ts';
import { applyTogether } from './apply-together.ts';
import type { Context } from './context.ts';
import type { LaneLock } from './lane-lock.ts';
import { postEvent } from './post-event.ts';
import { LaneLost, recordOutcome, retryOrFail } from './record-outcome.ts';
import { render } from './render.ts';
import { sideBySide } from './side-by-side.ts';
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

/** One attempt. A fault of our own is tried again like any other trouble, and ends as a case: one event must not stop its lane for ever. */
export async function attempt(context: Context, head: LaneHead, lock: LaneLock): Promise<void> {
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

/** One attempt at deliveries of one pool, the first of which somebody waits for longest. What cannot be told from the whole of them is attempted one by one. */
export async function attemptTogether(context: Context, heads: readonly LaneHead[], lock: LaneLock): Promise<void> {
  const toOdoo = heads.filter((head) => head.destination === 'odoo');
  const left = new Set<LaneHead>(heads);
  if (toOdoo.length > 1)
    try {
      await applyTogether(context, toOdoo, lock, (head) => left.delete(head));
    } catch (error) {
      // One event that the hub stumbles over must not be the end of the others.
      context.log.error({ err: error, deliveries: [...left].map(({ id }) => id) }, 'deliveries met a fault of the hub');
    }
  // What moves stock goes one after another; anything else must not wait for one that Odoo does not answer.
  const atOnce = toOdoo.some(({ event }) => movesStock(event.type)) ? 1 : aloneAtOnce;
  await sideBySide(left, atOnce, (head) => attempt(context, head, lock));
}

const aloneAtOnce = 4;
