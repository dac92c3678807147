import { type ActedBy, audit } from '../store/audit.ts';
import {
  type BulkRetryRow,
  findBulkRetry,
  insertBulkRetry,
  type NewBulkRetry,
  notePiece,
  runningBulkRetries,
  takePiece,
} from '../store/bulk-retries.ts';
import { ownOrganisation } from '../store/partners.ts';
import { postAgain } from '../store/webhook-deliveries.ts';
import type { Context } from './context.ts';
import { retryDeliveries } from './retry.ts';

/** Deliveries in one transaction: few enough that neither a lock nor a request lasts long. */
const pieceSize = 200;

/**
 * Tries everything again that failed of one cause, or all that failed, in one environment. The first piece is done at once; workers do the rest. While it runs, asking
 * for the same again gives the same; what fails once more meanwhile is not tried again by it.
 */
export async function retryMany(
  context: Context,
  of: Omit<NewBulkRetry, 'id' | 'at' | 'actor'>,
  by: ActedBy,
): Promise<BulkRetryRow> {
  const { environment, cause } = of;
  const at = context.now();
  const begun = await context.db.scoped('*', async (tx) => {
    const made = await insertBulkRetry(tx, { environment, cause, id: context.newId(), actor: by.actor, at });
    if (!made) return undefined;
    const { id, total } = made;
    const detail = { id, environment, cause: cause ?? 'all', deliveries: total };
    await audit(tx, [
      { orgId: await ownOrganisation(tx), at, actor: by.actor, by: by.by, action: 'deliveries.retried', detail },
    ]);
    return made;
  });
  const running = begun ?? (await findBulkRetry(context.db.system, { environment, cause: cause ?? null }));
  // It came to its end between the two looks.
  if (!running) return retryMany(context, of, by);
  if (begun && begun.total > 0) await retryPiece(context, begun);
  return (await findBulkRetry(context.db.system, { id: running.id })) ?? running;
}

/** Goes on with what was begun, by whichever process. */
export async function continueRetries(context: Context): Promise<void> {
  for (const one of await runningBulkRetries(context.db.system))
    while (!context.closing?.aborted && (await retryPiece(context, one)));
}

/** The first piece of one, at once. */
export async function continueRetry(context: Context, one: BulkRetryRow): Promise<void> {
  if (one.finishedAt === null) await retryPiece(context, one);
}

/** @returns whether there may be more. */
async function retryPiece(context: Context, { id, actor, endpointId }: BulkRetryRow): Promise<boolean> {
  const at = context.now();
  const { more, documents } = await context.db.system.transaction(async (tx) => {
    const ids = await takePiece(tx, id, pieceSize);
    if (ids.length === 0) return { more: false, documents: [] };
    const touched = endpointId === null ? await retryDeliveries(tx, ids, { actor, at, bulk: id }) : [];
    if (endpointId !== null) await postAgain(tx, ids);
    return { more: !(await notePiece(tx, id, ids, at)), documents: touched };
  });
  if (documents.length > 0 || endpointId !== null || more) context.wakeRelay();
  for (const { orgId, documentId } of documents) context.changes.moved(orgId, documentId);
  return more;
}
