import type { Actor } from '../store/audit.ts';
import { stuckDeliveries } from '../store/deliveries.ts';
import type { Context } from './context.ts';
import { retryDelivery } from './retry.ts';

/** More than these of one document are tried again from the list of failures, by cause. */
const mostAtOnce = 200;

/**
 * Makes the deliveries of a document due again that came to nothing.
 * @returns how many; 0 where none of them waits for that.
 */
export async function retryDeliveriesOf(
  context: Context,
  documentId: string,
  by: { readonly visibility: string; readonly actor: string; readonly by?: Actor },
): Promise<number> {
  const at = context.now();
  const owners = await context.db.scoped(by.visibility, async (tx) => {
    const retried: string[] = [];
    for (const id of await stuckDeliveries(tx, documentId, mostAtOnce)) {
      const found = await retryDelivery(tx, id, { ...by, at });
      if ('orgId' in found) retried.push(found.orgId);
    }
    return retried;
  });
  const [orgId] = owners;
  if (orgId === undefined) return 0;
  context.wakeRelay();
  context.changes.moved(orgId, documentId);
  return owners.length;
}
