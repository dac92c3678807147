import { type Actor, audit } from '../store/audit.ts';
import { forgetAwaited } from '../store/awaited-keys.ts';
import type { Tx } from '../store/database.ts';
import type { DeliveryState } from '../store/deliveries.ts';
import { type FailedDelivery, lockDelivery, lockFailed, makeDue } from '../store/failed-deliveries.ts';
import { advance, refreshLater, refreshStatus, resolveOfDeliveries, setOutcome } from './obligations.ts';

interface By {
  readonly actor: string;
  /** The actor as what it is; not kept for the pieces of a retry of many. */
  readonly by?: Actor | undefined;
  readonly at: Date;
  /** The retry of many that it is part of. */
  readonly bulk?: string;
}

export type Retried =
  | { readonly state: 'absent' }
  | { readonly state: DeliveryState }
  | { readonly state: 'retried'; readonly orgId: string; readonly documentId: string | null };

/**
 * Makes a delivery that came to nothing due again, with its key, and wakes its lane. The caller must see all organisations: lanes are woken by the hub.
 * @returns its present state when it cannot be retried from there.
 */
export async function retryDelivery(tx: Tx, id: string, by: By): Promise<Retried> {
  const found = await lockDelivery(tx, id);
  if (!found) return { state: 'absent' };
  const { delivery, isRetriable } = found;
  if (!isRetriable) return { state: delivery.state };
  await retry(tx, [delivery], by);
  const { orgId, documentId, destination } = delivery;
  if (documentId !== null && destination !== 'channel') await refreshStatus(tx, documentId, by.at);
  return { state: 'retried', orgId, documentId };
}

/**
 * The same for many at once; those that have moved on since are left alone. How their documents stand is worked out within seconds, once for each.
 * @returns the documents concerned, with their owners.
 */
export async function retryDeliveries(
  tx: Tx,
  ids: readonly string[],
  by: By & { readonly bulk: string },
): Promise<readonly { readonly orgId: string; readonly documentId: string }[]> {
  const deliveries = await lockFailed(tx, ids);
  if (deliveries.length === 0) return [];
  await retry(tx, deliveries, by);
  const owners = new Map(
    deliveries.flatMap(({ documentId, orgId }) => (documentId === null ? [] : [[documentId, orgId]])),
  );
  const documents = [...owners].map(([documentId, orgId]) => ({ documentId, orgId }));
  const sent = new Set(deliveries.filter(isHandover).map(({ documentId }) => documentId));
  await refreshLater(
    tx,
    documents.filter(({ documentId }) => !sent.has(documentId)),
  );
  return documents;
}

const isHandover = ({ destination }: FailedDelivery) => destination === 'channel';

/** Documents that wait again for being handed over. */
async function waitAgain(tx: Tx, deliveries: readonly FailedDelivery[]): Promise<void> {
  for (const { documentId, orgId } of deliveries) {
    if (documentId === null) continue;
    await advance(tx, { expected: [{ documentId, orgId, rung: 'transport', detail: 'Waits to be handed over' }] });
    await setOutcome(tx, documentId, 'waiting');
  }
}

async function retry(tx: Tx, deliveries: readonly FailedDelivery[], { actor, by, at, bulk }: By): Promise<void> {
  await makeDue(tx, deliveries);
  // What it then lacks, if anything, is found out anew.
  await forgetAwaited(
    tx,
    deliveries.map(({ id }) => id),
  );
  await waitAgain(tx, deliveries.filter(isHandover));
  // Whoever tries again has looked at it; failing again opens a case of its own.
  await resolveOfDeliveries(
    tx,
    deliveries.map(({ id }) => id),
    at,
  );
  await audit(
    tx,
    deliveries.map(({ orgId, documentId, eventId, destination, state, releaseId }) => ({
      ...{ orgId, at, actor, ...(by && { by }), action: 'delivery.retried' },
      ...(documentId !== null && { documentId }),
      // Its event stays as the release made it.
      detail: {
        ...(eventId !== null && { event: eventId }),
        destination,
        from: state,
        ...(bulk && { bulk }),
        ...(releaseId && { release: releaseId }),
      },
    })),
  );
}
