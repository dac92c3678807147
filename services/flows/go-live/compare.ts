import type { DocumentKey } from '../../domain/configuration/document-key.ts';
import { lookAgainMs, type Verdict } from '../../domain/go-live/parallel-run.ts';
import { type ActionResult, actionOf } from '../../odoo/actions/index.ts';
import type { OdooClient } from '../../odoo/client.ts';
import { OdooError } from '../../odoo/error.ts';
import { isBookingTime, Withheld, type WithheldCall, withholding } from '../../odoo/withholding.ts';
import type { Tx } from '../../store/database.ts';
import type { EventHead } from '../../store/deliveries.ts';
import { dueComparisons, openRun, saveComparison, saveWithheldReason } from '../../store/go-live/production.ts';
import type { Context } from '../context.ts';
import { guardWithLock, type LaneLock } from '../lane-lock.ts';
import { type OdooConnection, odooFor } from '../odoo-connection.ts';
import { mayTry, noteReady, noteTrouble } from '../odoo-health.ts';
import { partnerRules } from '../partner-rules.ts';
import { withProof } from '../proof-of-delivery.ts';
import { recordOutcome } from '../record-outcome.ts';

// A delivery of a parallel run: the same action as ever, with a client that writes nothing. When it would write nothing, Odoo holds all that the document says. Its
// delivery is over at once, whatever was found, so that nothing else about the same record waits for it; what differs is looked at again beside the lanes.

interface Found {
  readonly verdict: Verdict;
  readonly says: string;
  readonly withheld: readonly WithheldCall[];
}

/** Compares what one event would do in Odoo with what is there, and records it. */
export async function compareWithOdoo(
  context: Context,
  head: EventHead<'odoo'>,
  lock: LaneLock,
  key: DocumentKey,
): Promise<void> {
  const found = await look(context, head, (client) => guardWithLock(client, lock));
  const run = await openRun(context.db.system, head.orgId, key);
  const isOver = run === undefined || found.verdict !== 'mismatch' || run.policy.compareWithinMinutes === 0;
  await record(context, head, run?.id, found, isOver ? null : context.now(), 1);
}

const most = 50;

/** Looks again at what differed: the old way may be slower. Past its time a mismatch is one. */
export async function compareAgain(context: Context): Promise<void> {
  for (const { head, runId, tries, firstAt, policy } of await dueComparisons(context.db.system, context.now(), most)) {
    const found = await look(context, head, (client) => client);
    const at = context.now();
    const isLate = at.getTime() - firstAt.getTime() >= policy.compareWithinMinutes * 60_000;
    const isOver = found.verdict !== 'mismatch' || isLate;
    const nextAt = isOver ? null : new Date(at.getTime() + lookAgainMs(tries + 1));
    await context.db.system.transaction(async (tx) => {
      await keep(context, tx, head, runId, found, nextAt);
      await saveWithheldReason(tx, head.id, reasonOf(found), codeOf(found, nextAt));
    });
    if (head.documentId) context.changes.moved(head.orgId, head.documentId);
  }
}

/** What an Odoo that cannot be asked says is no difference yet: it is looked at again like one. */
async function look(
  context: Context,
  head: EventHead<'odoo'>,
  guarded: (client: OdooClient) => OdooClient,
): Promise<Found> {
  const connection = await odooFor(context, head);
  if (!connection || !mayTry(context, connection)) {
    const says = connection ? `${connection.name} is not ready.` : 'No Odoo is connected for production.';
    return { verdict: 'mismatch', says, withheld: [] };
  }
  try {
    const found = await lookAt(context, head, connection, guarded);
    await noteReady(context, connection);
    return found;
  } catch (error) {
    if (!(error instanceof OdooError)) throw error;
    await noteTrouble(context, connection, error);
    return { verdict: 'mismatch', says: error.message, withheld: [] };
  }
}

async function lookAt(
  context: Context,
  head: EventHead<'odoo'>,
  connection: OdooConnection,
  guarded: (client: OdooClient) => OdooClient,
): Promise<Found> {
  const action = actionOf(head.event.type);
  if (!action) return { verdict: 'none', says: 'Odoo does nothing with it.', withheld: [] };
  const event = await withProof(context, head);
  const passed: WithheldCall[] = [];
  try {
    const result = await action(event, {
      client: withholding(guarded(connection.client), passed),
      now: () => context.now().toISOString(),
      version: connection.client.majorVersion,
      capabilities: await connection.capabilities(),
      partner: await partnerRules(context, connection, head.orgId),
    });
    const found = foundIn(result);
    // What was passed over was not done: an action that reads a booking time back says so, and everything before it was the same.
    if (found.verdict === 'mismatch' && !passed.some(isBookingTime)) return { ...found, withheld: passed };
    return passedOver(passed) ?? found;
  } catch (error) {
    if (error instanceof Withheld)
      return {
        verdict: 'mismatch',
        says: 'Odoo does not hold what the document says.',
        withheld: [...passed, error.call],
      };
    // What was passed over was not done, so an action that reads it back may stop there: all before it was the same.
    const found = passedOver(passed);
    if (found) return found;
    throw error;
  }
}

/** Where an action would have done nothing but what any two ways of working do differently. */
function passedOver(passed: readonly WithheldCall[]): Found | undefined {
  if (passed.some(isBookingTime))
    return {
      verdict: 'match',
      says: 'Odoo holds all that the document says; it was booked there at another time.',
      withheld: passed,
    };
  if (passed.length === 0) return undefined;
  return {
    verdict: 'none',
    says: 'Only a note would be added; the old way leaves notes of its own.',
    withheld: passed,
  };
}

function foundIn({ outcome, reason }: ActionResult): Found {
  if (outcome === 'applied' || outcome === 'already-applied')
    return { verdict: 'match', says: 'Odoo holds all that the document says.', withheld: [] };
  return { verdict: 'mismatch', says: reason ?? 'Odoo would not have taken it.', withheld: [] };
}

const reasonOf = ({ says }: Found) => `Parallel run, nothing written or sent: ${says}`;
const codeOf = ({ verdict }: Found, nextAt: Date | null) => (nextAt ? 'parallel.waiting' : `parallel.${verdict}`);

async function record(
  context: Context,
  head: EventHead,
  runId: string | undefined,
  found: Found,
  nextAt: Date | null,
  tries: number,
): Promise<void> {
  const again = nextAt && new Date(nextAt.getTime() + lookAgainMs(tries));
  const outcome = { state: 'withheld', reason: reasonOf(found), reasonCode: codeOf(found, again) } as const;
  const touched = await context.db.system.transaction(async (tx) => {
    const moved = await recordOutcome(context, tx, head, outcome);
    if (runId !== undefined) await keep(context, tx, head, runId, found, again);
    return moved;
  });
  for (const documentId of touched) context.changes.moved(head.orgId, documentId);
}

const keep = (
  context: Context,
  tx: Tx,
  { id: deliveryId, orgId, documentId, event }: EventHead,
  runId: string,
  { verdict, says, withheld }: Found,
  nextAt: Date | null,
): Promise<void> =>
  saveComparison(tx, {
    ...{ runId, orgId, deliveryId, documentId, subject: event.subject, eventType: event.type },
    ...{ verdict: nextAt ? 'waiting' : verdict, says, withheld, at: context.now(), nextAt },
  });

/** A document that was written and not sent: there is nothing to compare it with, but that it could be written. */
export async function recordUnsent(
  context: Context,
  head: EventHead<'document'>,
  key: DocumentKey,
  obstacle: string | undefined,
): Promise<void> {
  const found: Found =
    obstacle === undefined
      ? { verdict: 'none', says: 'It could be written, and was not sent.', withheld: [] }
      : { verdict: 'mismatch', says: obstacle, withheld: [] };
  const run = await openRun(context.db.system, head.orgId, key);
  await record(context, head, run?.id, found, null, 1);
}
