import { type Outcome, togetherOf } from '../odoo/actions/index.ts';
import { OdooError } from '../odoo/error.ts';
import type { EventHead } from '../store/deliveries.ts';
import { failureOf, outcomeOf, record } from './apply.ts';
import type { Context } from './context.ts';
import { guardWithLock, type LaneLock } from './lane-lock.ts';
import { type OdooConnection, odooFor } from './odoo-connection.ts';
import { isConnectionFault, noteReady, noteTrouble } from './odoo-health.ts';
import { partnerRules } from './partner-rules.ts';
import { LaneLost } from './record-outcome.ts';
import { sideBySide } from './side-by-side.ts';

// Each record is a transaction of its own; more at once would only wait for the same disk.
const recordsAtOnce = 4;

/**
 * Brings events of one type and partner to Odoo together, and records what came of each on its own. Those that `done` is not told of are left to the caller: they go
 * one by one, as does everything on a connection that does not work.
 */
export async function applyTogether(
  context: Context,
  heads: readonly EventHead[],
  lock: LaneLock,
  done: (head: EventHead) => void,
): Promise<void> {
  const [first] = heads;
  const connection = first && (await odooFor(context, first.environment));
  if (!connection || (connection.state !== 'ready' && connection.state !== 'untried')) return;
  const outcomes = await outcomesOf(context, heads, connection, lock);
  await noteHealth(context, connection, outcomes);
  await sideBySide(heads.entries(), recordsAtOnce, async ([at, head]) => {
    const outcome = outcomes[at];
    if (!outcome) return;
    await recordOne(context, head, connection, outcome);
    done(head);
  });
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

async function recordOne(
  context: Context,
  head: EventHead,
  connection: OdooConnection,
  result: NonNullable<Outcome>,
): Promise<void> {
  const [outcome, writes] =
    result instanceof OdooError
      ? ([failureOf(context, head, connection, result), []] as const)
      : ([outcomeOf(result), result.writes] as const);
  await record(context, head, connection, outcome, writes).catch((error: unknown) => {
    if (!(error instanceof LaneLost)) throw error;
    context.log.warn({ delivery: head.id }, 'a delivery was taken over by another worker; its outcome stands');
  });
}
