import { backoffMs, maxAttempts } from '../domain/backoff.ts';
import { routes } from '../domain/routes.ts';
import { type ActionResult, actions } from '../odoo/actions/index.ts';
import { OdooError } from '../odoo/error.ts';
import { markBusinessAnswerApplied } from '../store/answers.ts';
import { audit } from '../store/audit.ts';
import { openCase, resolveCases } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import { type DeliveryOutcome, type LaneHead, recordOutcome } from '../store/deliveries.ts';
import { insertOdooWrites } from '../store/odoo-writes.ts';
import { settleDocument } from '../store/outcome.ts';
import type { Context } from './context.ts';
import { type OdooConnection, odooFor } from './odoo-connection.ts';

/**
 * Brings one event to Odoo and records what came of it. Safe to repeat: every action reads before it writes.
 * @returns true when the lane may go on, false when it must wait for this delivery.
 */
export async function apply(context: Context, head: LaneHead): Promise<boolean> {
  const action = actions[head.event.type];
  const connection = await odooFor(context, head.environment);
  if (!action || !connection) {
    const reason = action
      ? `No Odoo is connected for ${head.environment}. Connect one, then retry.`
      : `No Odoo action takes ${head.event.type}.`;
    await settle(context, head, undefined, { state: 'held', reason, reasonCode: 'odoo.not-connected' }, []);
    return true;
  }
  try {
    const result = await action(head.event, {
      client: connection.client,
      now: () => context.now().toISOString(),
      version: connection.client.majorVersion,
    });
    await settle(context, head, connection, outcomeOf(result), result.writes);
    return true;
  } catch (error) {
    if (!(error instanceof OdooError)) throw error;
    const failure = failureOf(context, head, error);
    await settle(context, head, connection, failure, []);
    return failure.state !== 'pending';
  }
}

function outcomeOf(result: ActionResult): DeliveryOutcome {
  return {
    state: result.outcome,
    ...(result.reason === undefined ? {} : { reason: result.reason }),
    ...(result.code === undefined ? {} : { reasonCode: result.code }),
  };
}

/** What an error of Odoo's means for the delivery: try again later, a refusal, or a person's case. */
function failureOf(context: Context, head: LaneHead, error: OdooError): DeliveryOutcome {
  const attempt = head.attempts + 1;
  const reason = { reason: error.message, reasonCode: `odoo.${error.kind}` };
  const again = error.kind === 'retry' || error.kind === 'unreachable' || error.kind === 'unknown-outcome';
  if (!again) return { state: error.kind === 'refused' ? 'refused' : 'failed', ...reason };
  if (attempt >= maxAttempts) return { state: 'failed', ...reason };
  return { state: 'pending', ...reason, dueAt: new Date(context.now().getTime() + backoffMs(attempt, Math.random())) };
}

async function settle(
  context: Context,
  head: LaneHead,
  connection: OdooConnection | undefined,
  outcome: DeliveryOutcome,
  writes: ActionResult['writes'],
): Promise<void> {
  const at = context.now();
  const finished = outcome.state !== 'pending';
  const touched = await context.db.system.transaction(async (tx) => {
    await recordOutcome(tx, head.id, finished ? { ...outcome, finishedAt: at } : outcome);
    if (connection)
      await insertOdooWrites(
        tx,
        { orgId: head.orgId, environment: head.environment, deliveryId: head.id, connectionId: connection.id, at },
        writes,
      );
    if (!finished) return [];
    await audit(tx, [
      {
        orgId: head.orgId,
        at,
        actor: 'hub',
        action: `delivery.${outcome.state}`,
        detail: {
          event: head.event.id,
          type: head.event.type,
          writes: writes.length,
          ...(outcome.reasonCode ? { code: outcome.reasonCode } : {}),
        },
        ...(head.documentId ? { documentId: head.documentId } : {}),
      },
    ]);
    return afterwards(tx, head, outcome, at, context);
  });
  for (const documentId of touched) context.changes.moved(head.orgId, documentId);
}

/** What a finished delivery means elsewhere: the ladder of its document, that of the document it answers, and a case when a person is needed. */
async function afterwards(
  tx: Tx,
  head: LaneHead,
  outcome: DeliveryOutcome,
  at: Date,
  context: Context,
): Promise<readonly string[]> {
  const good = outcome.state === 'applied' || outcome.state === 'already-applied';
  if (!good) {
    await openCase(tx, {
      id: context.newId(),
      orgId: head.orgId,
      environment: head.environment,
      at,
      fingerprint: `${outcome.reasonCode ?? outcome.state}/${head.event.type}`,
      title: `${head.event.subject}: ${outcome.reasonCode ?? outcome.state}`,
      detail: outcome.reason ?? '',
      ...(head.documentId ? { documentId: head.documentId } : {}),
      deliveryId: head.id,
    });
  }
  if (good) await resolveCases(tx, head.id, at);
  const touched: string[] = [];
  const answers = routes[head.event.type].answers;
  if (good && answers) touched.push(...(await markBusinessAnswerApplied(tx, head, answers, at)));
  if (head.documentId) {
    await settleDocument(tx, head.documentId, at);
    touched.push(head.documentId);
  }
  return touched;
}
