import { type ActionResult, type Outcome, togetherOf } from '../odoo/actions/index.ts';
import { OdooError } from '../odoo/error.ts';
import type { DeliveryOutcome, EventHead } from '../store/deliveries.ts';
import { insertOdooWrites } from '../store/odoo-writes.ts';
import { failureOf, outcomeOf } from './apply.ts';
import type { Context } from './context.ts';
import { ruleFor } from './go-live/production-rule.ts';
import { guardWithLock, type LaneLock } from './lane-lock.ts';
import { type OdooConnection, odooFor } from './odoo-connection.ts';
import { isConnectionFault, noteReady, noteTrouble } from './odoo-health.ts';
import { partnerRules } from './partner-rules.ts';
import { recordOutcomes } from './record-outcome.ts';
import { sideBySide } from './side-by-side.ts';

// Each document's outcomes are a transaction of their own; more at once would only wait for the same disk.
const recordsAtOnce = 4;

/**
 * Brings events of one type and partner to Odoo together, and records what came of each on its own. Those that `done` is not told of are left to the caller: they go
 * one by one, as does everything on a connection that does not work.
 */
export async function applyTogether(
  context: Context,
  all: readonly EventHead<'odoo'>[],
  lock: LaneLock,
  done: (head: EventHead<'odoo'>) => void,
): Promise<void> {
  const { live: heads } = await liveAmong(context, all);
  const [first] = heads;
  const connection = first && (await odooFor(context, first));
  if (!connection || (connection.state !== 'ready' && connection.state !== 'untried')) return;
  const outcomes = await outcomesOf(context, heads, connection, lock);
  await noteHealth(context, connection, outcomes);
  const results = heads.flatMap((head, at) => {
    const result = outcomes[at];
    return result ? [{ head, ...resultOf(context, head, connection, result) }] : [];
  });
  const byDocument = Map.groupBy(results, ({ head }) => head.documentId ?? head.id);
  await sideBySide(byDocument.values(), recordsAtOnce, async (some) => {
    await recordSome(context, connection, some);
    for (const { head } of some) done(head);
  });
}

/** Those that are written to Odoo now; what is withheld or waits goes alone, where that is seen to. */
async function liveAmong(context: Context, heads: readonly EventHead<'odoo'>[]) {
  const rules = await Promise.all(heads.map((head) => ruleFor(context, head)));
  return { live: heads.filter((_, at) => rules[at]!.kind === 'live') };
}

interface Result {
  readonly head: EventHead<'odoo'>;
  readonly outcome: DeliveryOutcome;
  readonly writes: ActionResult['writes'];
}

function resultOf(
  context: Context,
  head: EventHead,
  connection: OdooConnection,
  result: NonNullable<Outcome>,
): Omit<Result, 'head'> {
  return result instanceof OdooError
    ? { outcome: failureOf(context, head, connection, result), writes: [] }
    : { outcome: outcomeOf(result), writes: result.writes };
}

/** Those of one document in one transaction: whoever works out how it stands would make the others wait. */
async function recordSome(context: Context, connection: OdooConnection, some: readonly Result[]): Promise<void> {
  const touched = await context.db.system.transaction((tx) =>
    recordOutcomes(context, tx, some, async (at) => {
      const { head, writes } = some[at]!;
      const { orgId, environment, id: deliveryId } = head;
      const of = { orgId, environment, deliveryId, connectionId: connection.id, at: context.now() };
      await insertOdooWrites(tx, of, writes);
    }),
  );
  for (const documentId of touched) context.changes.moved(some[0]!.head.orgId, documentId);
}

async function outcomesOf(
  context: Context,
  heads: readonly EventHead[],
  connection: OdooConnection,
  lock: LaneLock,
): Promise<readonly Outcome[]> {
  const [{ event, orgId }] = heads as readonly [EventHead];
  const together = togetherOf(event.type);
  if (!together) return [];
  try {
    return await together(
      heads.map((head) => head.event),
      {
        client: guardWithLock(connection.client, lock),
        now: () => context.now().toISOString(),
        version: connection.client.majorVersion,
        capabilities: await connection.capabilities(),
        partner: await partnerRules(context, connection, orgId),
        inTurn: (name, work) => lock.inTurn(`${connection.id}/${name}`, work),
      },
    );
  } catch (error) {
    if (!(error instanceof OdooError)) throw error;
    return heads.map(() => error);
  }
}

async function noteHealth(context: Context, connection: OdooConnection, outcomes: readonly Outcome[]): Promise<void> {
  const fault = outcomes.find((one) => one instanceof OdooError && isConnectionFault(one));
  if (fault instanceof OdooError) await noteTrouble(context, connection, fault);
  else if (outcomes.some((one) => one !== undefined)) await noteReady(context, connection);
}
