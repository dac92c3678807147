import { backoffMs, maxAttempts } from '../domain/backoff.ts';
import { routes } from '../domain/routes.ts';
import { audit } from '../store/audit.ts';
import type { Tx } from '../store/database.ts';
import { type DeliveryOutcome, type EventHead, type LaneHead, saveOutcome } from '../store/deliveries.ts';
import { markBusinessAnswerApplied } from './answers.ts';
import type { Context } from './context.ts';
import { waitsForKeys } from './cross-references/waits.ts';
import { lockForStatus, raise, refreshStatusOf, resolveOfDeliveries } from './obligations.ts';

type Why = { readonly reason: string; readonly reasonCode: string };
type Tried = Pick<LaneHead, 'id' | 'attempts'>;

/** An attempt that may succeed later: due again after a pause, or failed when there were enough of them. */
export function retryOrFail(context: Context, head: Tried, why: Why): DeliveryOutcome {
  return head.attempts + 1 >= maxAttempts ? { state: 'failed', ...why } : retryLater(context, head, why);
}

/** An attempt that never got as far as Odoo, or the endpoint: due again after a pause, for as long as it takes. */
export function retryLater(context: Context, head: Tried, why: Why): DeliveryOutcome {
  const attempt = head.attempts + 1;
  return { state: 'pending', ...why, dueAt: new Date(context.now().getTime() + backoffMs(attempt, Math.random())) };
}

/** Another worker has taken the delivery since: what became of it is for that one to say. */
export class LaneLost extends Error {}

/** What waits for the connection has one case, the connection's. */
const waitsForConnection = new Set([
  'odoo.unreachable',
  'odoo.authentication',
  'odoo.wrong-address',
  'odoo.not-ready',
  'partner.held',
]);

/** Records an outcome if the attempt is still the newest one. @throws LaneLost */
export async function recordNewest(tx: Tx, head: Tried, outcome: DeliveryOutcome): Promise<void> {
  if (!(await saveOutcome(tx, head, outcome))) throw new LaneLost(`delivery ${head.id}, attempt ${head.attempts + 1}`);
}

/**
 * Records what came of the delivery of an event, and what that means elsewhere: audit, a case when a person is needed, the ladder of its document and
 * of the documents that it answers. @returns the documents that moved on. @throws LaneLost
 */
export async function recordOutcome(
  context: Context,
  tx: Tx,
  head: EventHead,
  outcome: DeliveryOutcome,
): Promise<readonly string[]> {
  await lockForStatus(tx, head);
  const touched = await settle(context, tx, head, outcome);
  if (touched === undefined) return [];
  await refreshStatusOf(tx, head, context.now());
  return head.documentId ? [...touched, head.documentId] : touched;
}

/**
 * The same for deliveries of one document, how it stands worked out once. Each is told to `recorded` if its attempt is still the newest one. @returns the documents that moved on
 */
export async function recordOutcomes(
  context: Context,
  tx: Tx,
  all: readonly { readonly head: EventHead; readonly outcome: DeliveryOutcome }[],
  recorded: (at: number) => Promise<void>,
): Promise<readonly string[]> {
  const [{ head: one }] = all as unknown as readonly [{ head: EventHead }];
  await lockForStatus(tx, one);
  const touched = new Set<string>();
  let isMoved = false;
  for (const [at, { head, outcome }] of all.entries()) {
    const moved = await settle(context, tx, head, outcome).catch((error: unknown) => {
      if (!(error instanceof LaneLost)) throw error;
      context.log.warn({ delivery: head.id }, 'a delivery was taken over by another worker; its outcome stands');
      return null;
    });
    if (moved === null) continue;
    await recorded(at);
    isMoved ||= moved !== undefined;
    for (const id of moved ?? []) touched.add(id);
  }
  if (!isMoved) return [];
  await refreshStatusOf(tx, one, context.now());
  return one.documentId ? [...touched, one.documentId] : [...touched];
}

/** @returns the other documents that moved on; undefined where nothing has, since it is tried again. @throws LaneLost, having written nothing */
async function settle(
  context: Context,
  tx: Tx,
  head: EventHead,
  outcome: DeliveryOutcome,
): Promise<readonly string[] | undefined> {
  const at = context.now();
  if (outcome.state === 'pending') {
    await recordNewest(tx, head, outcome);
    if (head.attempts + 1 !== maxAttempts || waitsForConnection.has(outcome.reasonCode ?? '')) return undefined;
    // It goes on by itself, but by now a person should know.
    await openCase(context, tx, head, outcome, at);
    return [];
  }
  await recordNewest(tx, head, { ...outcome, finishedAt: at });
  const code = outcome.reasonCode;
  await audit(tx, [
    {
      orgId: head.orgId,
      at,
      actor: 'hub',
      action: `delivery.${outcome.state}`,
      detail: { event: head.event.id, type: head.event.type, destination: head.destination, ...(code ? { code } : {}) },
      ...(head.documentId ? { documentId: head.documentId } : {}),
    },
  ]);
  // In a parallel run the old way does the work: nothing is wrong with the delivery, and nothing is answered by it.
  if (outcome.state === 'withheld') {
    await resolveOfDeliveries(tx, [head.id], at);
    return [];
  }
  const good = outcome.state === 'applied' || outcome.state === 'already-applied';
  // A first attempt that succeeds has no case to close.
  if (good && head.attempts > 0) await resolveOfDeliveries(tx, [head.id], at);
  if (!good) await openCase(context, tx, head, outcome, at);
  const answers = head.destination === 'odoo' ? routes[head.event.type].answers : undefined;
  return answers ? markBusinessAnswerApplied(tx, head, answers, good ? 'done' : 'failed', at) : [];
}

async function openCase(context: Context, tx: Tx, head: EventHead, outcome: DeliveryOutcome, at: Date): Promise<void> {
  if (await waitsForKeys(context, tx, head, outcome)) return;
  const { type, subject } = head.event;
  const code = outcome.reasonCode ?? outcome.state;
  await raise(context, tx, [
    {
      ...{ orgId: head.orgId, environment: head.environment, at, deliveryId: head.id },
      ...{ kind: 'delivery.stopped', facts: { code, type, subject, reason: outcome.reason ?? '' } },
      about: head.documentId === null ? { type: 'order', id: subject } : { type: 'document', id: head.documentId },
    },
  ]);
}
