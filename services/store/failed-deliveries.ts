import type { Knex } from 'knex';
import type { Destination } from '../domain/destinations.ts';
import type { Tx } from './database.ts';
import type { DeliveryState } from './deliveries.ts';

const retriable: readonly DeliveryState[] = ['refused', 'held', 'failed'];

/** A delivery that came to nothing, as it was before it was made due again. */
export interface FailedDelivery {
  readonly id: string;
  readonly state: DeliveryState;
  readonly lane: string;
  readonly orgId: string;
  /** Null where a document was to be handed over. */
  readonly eventId: string | null;
  readonly destination: Destination;
  /** The document that was to be handed over, or that the event was read from. */
  readonly documentId: string | null;
  readonly releaseId: string | null;
}

const columns = {
  ...{ id: 'd.id', state: 'd.state', lane: 'd.lane', orgId: 'd.org_id', eventId: 'd.event_id' },
  ...{ destination: 'd.destination', releaseId: 'e.release_id' },
};
const documentOf = (tx: Knex) =>
  tx.raw(`case when d.destination = 'channel' then d.document_id else e.document_id end as "documentId"`);

/** A delivery, locked; undefined when the caller sees none with this id. */
export async function lockDelivery(
  tx: Tx,
  id: string,
): Promise<{ readonly delivery: FailedDelivery; readonly isRetriable: boolean } | undefined> {
  const delivery = await tx('delivery as d')
    .leftJoin('event as e', 'e.id', 'd.event_id')
    .where({ 'd.id': id })
    .forUpdate('d')
    .first<FailedDelivery | undefined>(columns, documentOf(tx));
  return delivery && { delivery, isRetriable: retriable.includes(delivery.state) };
}

/** Those of the deliveries that came to nothing, locked in one order. */
export function lockFailed(tx: Tx, ids: readonly string[]): Promise<readonly FailedDelivery[]> {
  return tx('delivery as d')
    .leftJoin('event as e', 'e.id', 'd.event_id')
    .whereIn('d.id', ids)
    .whereIn('d.state', retriable)
    .orderBy('d.id')
    .forUpdate('d')
    .select<FailedDelivery[]>(columns, documentOf(tx));
}

/** Makes locked deliveries due again, with their keys, and wakes their lanes. The caller must see all organisations: lanes are woken by the hub. */
export async function makeDue(tx: Tx, deliveries: readonly FailedDelivery[]): Promise<void> {
  await tx('delivery')
    .whereIn(
      'id',
      deliveries.map(({ id }) => id),
    )
    .update({
      state: 'pending',
      due_at: null,
      finished_at: null,
      attempts: 0,
      reason: null,
      reason_code: null,
      failing_since: null,
    });
  const lanes = new Map(deliveries.map(({ lane, orgId }) => [lane, orgId]));
  await tx('wake_up').insert([...lanes].map(([key, owner_id]) => ({ topic: 'lane', key, owner_id })));
}
