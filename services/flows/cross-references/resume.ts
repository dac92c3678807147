import type { ActedBy } from '../../store/audit.ts';
import { insertResumes, partnersAnswered } from '../../store/awaited-keys.ts';
import { type BulkRetryRow, findBulkRetry } from '../../store/bulk-retries.ts';
import type { Tx } from '../../store/database.ts';
import type { Context } from '../context.ts';
import { continueRetry } from '../retry-many.ts';
import { closeIfNothingWaits } from './waits.ts';

/** Takes up what waited for keys that have their answers now. What is taken up is tried again like any retry of many, by whichever process, once the transaction is over. */
export async function takeUpAnswered(
  context: Pick<Context, 'newId' | 'now'>,
  tx: Tx,
  { orgId, actor }: { readonly orgId: string; readonly actor: string },
): Promise<readonly BulkRetryRow[]> {
  const at = context.now();
  const resumed = await insertResumes(tx, { orgId, actor, at }, context.newId);
  for (const { environment } of resumed) await closeIfNothingWaits(tx, { orgId, environment }, at);
  return resumed;
}

/** Tries again what was taken up: the first some hundreds at once, the rest in the workers. @returns the retries as they are then */
export async function goOn(context: Context, taken: readonly BulkRetryRow[]): Promise<readonly BulkRetryRow[]> {
  const now: BulkRetryRow[] = [];
  for (const one of taken) {
    await continueRetry(context, one);
    now.push((await findBulkRetry(context.db.system, { id: one.id })) ?? one);
  }
  return now;
}

/** Cross references that came by whatever way, from a file or with the rules of a connection, let go on what waited for them. */
export async function resumeAllAnswered(context: Context, by: Pick<ActedBy, 'actor'> = { actor: 'hub' }) {
  for (const orgId of await partnersAnswered(context.db.system))
    await goOn(context, await context.db.system.transaction((tx) => takeUpAnswered(context, tx, { orgId, ...by })));
}
