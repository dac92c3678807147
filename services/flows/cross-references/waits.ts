import { insertAwaited, partnersWaiting, waitingOf } from '../../store/awaited-keys.ts';
import type { Tx } from '../../store/database.ts';
import type { DeliveryOutcome, EventHead } from '../../store/deliveries.ts';
import type { Environment } from '../../store/documents.ts';
import { lastClosed, openCaseOwners } from '../../store/read/open-cases.ts';
import type { Context } from '../context.ts';
import { type NewCase, raise, resolveByFingerprint } from '../obligations.ts';

interface Of {
  readonly orgId: string;
  readonly environment: Environment;
}

const fingerprint = ({ environment }: Pick<Of, 'environment'>) => `keys.unknown/${environment}`;
const caseOf = ({ orgId, environment }: Of, at: Date): NewCase => ({
  ...{ orgId, environment, at, about: { type: 'organization', id: orgId } },
  ...{ kind: 'keys.unknown', facts: { environment } },
});

/**
 * Writes down the keys that a delivery waits for, and sees to the one case of its partner.
 * @returns whether that is all that is wrong with it; where numbers differ as well, that is a case of its own.
 */
export async function waitsForKeys(
  context: Context,
  tx: Tx,
  head: EventHead,
  { awaits = [], reasonCode }: DeliveryOutcome,
): Promise<boolean> {
  if (awaits.length === 0) return false;
  await insertAwaited(tx, head, awaits);
  await raise(context, tx, [caseOf(head, context.now())]);
  return reasonCode !== 'odoo.stock-differs';
}

/** The case of a partner ends when nothing waits any more. */
export async function closeIfNothingWaits(tx: Tx, of: Of, at: Date): Promise<void> {
  if ((await waitingOf(tx, of)).deliveries === 0) await resolveByFingerprint(tx, [fingerprint(of)], at, of.orgId);
}

/** Makes the cases be what the waiting deliveries say, however those came to wait or to go on. One that a person closed stays closed until something more waits. */
export async function keepKeyCases(context: Context): Promise<void> {
  const { db, now } = context;
  const at = now();
  const waiting = await partnersWaiting(db.system);
  const open = await openCaseOwners(
    db.system,
    environments.map((environment) => fingerprint({ environment })),
  );
  const idOf = (one: Of) => `${one.orgId}/${fingerprint(one)}`;
  const waits = new Set(waiting.map(idOf));
  const isOpen = new Set(open.map((one) => `${one.orgId}/${one.fingerprint}`));
  for (const { orgId, fingerprint: said } of open)
    if (!waits.has(`${orgId}/${said}`))
      await db.system.transaction((tx) => closeIfNothingWaits(tx, { orgId, environment: environmentOf(said) }, at));
  for (const of of waiting.filter((one) => !isOpen.has(idOf(one)))) {
    const closed = await lastClosed(db.system, of.orgId, fingerprint(of));
    if (closed === undefined || closed < of.newest)
      await db.system.transaction((tx) => raise(context, tx, [caseOf(of, at)]));
  }
}

const environments = ['production', 'sandbox'] as const;
const environmentOf = (said: string) => environments.find((one) => said.endsWith(`/${one}`))!;
