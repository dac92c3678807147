import { type ActionResult, actionOf } from '../odoo/actions/index.ts';
import { OdooError } from '../odoo/error.ts';
import type { DeliveryOutcome, EventHead } from '../store/deliveries.ts';
import { insertOdooWrites } from '../store/odoo-writes.ts';
import { insertTaken } from '../store/taken-orders.ts';
import type { Context } from './context.ts';
import { compareWithOdoo } from './go-live/compare.ts';
import { ruleFor } from './go-live/production-rule.ts';
import { recordHeld } from './go-live/record-held.ts';
import { guardWithLock, type LaneLock } from './lane-lock.ts';
import { forgetCapabilities, type OdooConnection, odooFor } from './odoo-connection.ts';
import { isConnectionFault, mayTry, noteReady, noteTrouble } from './odoo-health.ts';
import { partnerRules } from './partner-rules.ts';
import { withProof } from './proof-of-delivery.ts';
import { recordOutcome, retryLater, retryOrFail } from './record-outcome.ts';

/**
 * Brings one event to Odoo and records what came of it. Safe to repeat: every action reads before it writes. While the connection does not work nothing fails:
 * what is to be done waits, and goes on by itself.
 */
export async function apply(context: Context, head: EventHead<'odoo'>, lock: LaneLock): Promise<void> {
  const rule = await ruleFor(context, head);
  if (rule.kind === 'withheld') return compareWithOdoo(context, head, lock, rule.key);
  if (rule.kind === 'held') return recordHeld(context, head, rule.reason);
  const action = actionOf(head.event.type);
  const connection = await odooFor(context, head);
  if (!action || !connection) {
    const reason = action
      ? `No Odoo is connected for ${head.environment}. Connect one, then retry.`
      : `No Odoo action takes ${head.event.type}.`;
    await record(context, head, undefined, { state: 'held', reason, reasonCode: 'odoo.not-connected' }, nothing);
    return;
  }
  if (!mayTry(context, connection)) {
    const reason = `${connection.name} is not ready: ${connection.stateReason ?? 'no answer'}`;
    await record(
      context,
      head,
      connection,
      retryLater(context, head, { reason, reasonCode: 'odoo.not-ready' }),
      nothing,
    );
    return;
  }
  try {
    const event = await withProof(context, head);
    const attempt = async () =>
      action(event, {
        client: guardWithLock(connection.client, lock),
        now: () => context.now().toISOString(),
        version: connection.client.majorVersion,
        capabilities: await connection.capabilities(),
        partner: await partnerRules(context, connection, head.orgId),
        inTurn: (name, work) => lock.inTurn(`${connection.id}/${name}`, work),
      });
    let result = await attempt();
    // Somebody may have made the unit since Odoo was asked for its units.
    if (result.code === 'odoo.unit-unknown' && forgetCapabilities(context, connection, unitsHoldMs))
      result = await attempt();
    await noteReady(context, connection);
    await record(context, head, connection, outcomeOf(result), result);
  } catch (error) {
    if (!(error instanceof OdooError)) throw error;
    await noteTrouble(context, connection, error);
    await record(context, head, connection, failureOf(context, head, connection, error), nothing);
  }
}

const unitsHoldMs = 10_000;
const nothing = { writes: [] };

export function outcomeOf({ outcome, reason, code, remarks = [], awaits = [] }: ActionResult): DeliveryOutcome {
  const text = [reason, ...remarks].filter(Boolean).join(' ');
  return {
    state: outcome,
    ...(text ? { reason: text } : {}),
    ...(code === undefined ? {} : { reasonCode: code }),
    ...(awaits.length > 0 && { awaits }),
  };
}

/** What an error of Odoo's means for the delivery: try again later, a refusal, or a person's case. */
export function failureOf(
  context: Context,
  head: EventHead,
  connection: OdooConnection,
  error: OdooError,
): DeliveryOutcome {
  const why = { reason: error.message, reasonCode: `odoo.${error.kind}` };
  // An Odoo that is away for a night, or a key that has expired, must not leave a heap of failures behind: what never reached it is simply still to be done.
  if (isConnectionFault(error)) return retryLater(context, head, why);
  if (error.kind === 'retry' || error.kind === 'unknown-outcome') return retryOrFail(context, head, why);
  // A field that was there is gone, or a module with it: what is known of this Odoo is asked anew, once.
  if (unknownField.has(error.fault) && head.attempts === 0) {
    forgetCapabilities(context, connection);
    return retryOrFail(context, head, why);
  }
  return { state: error.kind === 'refused' ? 'refused' : 'failed', ...why };
}

const unknownField = new Set(['builtins.ValueError', 'builtins.KeyError']);

async function record(
  context: Context,
  head: EventHead,
  connection: OdooConnection | undefined,
  outcome: DeliveryOutcome,
  { writes, taken }: Pick<ActionResult, 'writes' | 'taken'>,
): Promise<void> {
  const { orgId, environment, id: deliveryId } = head;
  const touched = await context.db.system.transaction(async (tx) => {
    const at = context.now();
    if (connection)
      await insertOdooWrites(tx, { orgId, environment, deliveryId, connectionId: connection.id, at }, writes);
    if (connection && taken)
      await insertTaken(tx, { ...taken, connectionId: connection.id, orgId, placedId: head.event.id, at });
    return recordOutcome(context, tx, head, outcome);
  });
  for (const documentId of touched) context.changes.moved(orgId, documentId);
}
