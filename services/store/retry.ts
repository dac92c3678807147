import { audit } from './audit.ts';
import { resolveCases, resolveCasesOfDeliveries } from './cases.ts';
import type { Tx } from './database.ts';
import type { DeliveryState } from './deliveries.ts';
import { settleDocument } from './outcome.ts';

const retriable: readonly DeliveryState[] = ['refused', 'held', 'failed'];

export type Retried =
  | { readonly state: 'absent' }
  | { readonly state: DeliveryState }
  | { readonly state: 'retried'; readonly orgId: string; readonly documentId: string | null };

/**
 * Makes a delivery that came to nothing due again, with its key, and wakes its lane. The caller must see all organisations: lanes are woken by the hub.
 * @returns its present state when it cannot be retried from there.
 */
export async function retryDelivery(
  tx: Tx,
  id: string,
  by: { readonly actor: string; readonly at: Date },
): Promise<Retried> {
  const row = await tx('delivery as d')
    .join('event as e', 'e.id', 'd.event_id')
    .where({ 'd.id': id })
    .forUpdate('d')
    .first<
      | {
          state: DeliveryState;
          lane: string;
          org_id: string;
          event_id: string;
          document_id: string | null;
          release_id: string | null;
        }
      | undefined
    >(...['d.state', 'd.lane', 'd.org_id', 'd.event_id', 'e.document_id', 'e.release_id']);
  if (!row) return { state: 'absent' };
  if (!retriable.includes(row.state)) return { state: row.state };
  await tx('delivery')
    .where({ id })
    .update({ state: 'pending', due_at: null, finished_at: null, attempts: 0, reason: null, reason_code: null });
  await tx('wake_up').insert({ topic: 'lane', key: row.lane, owner_id: row.org_id });
  // Whoever tries again has looked at it; failing again opens a case of its own.
  await resolveCases(tx, id, by.at);
  await audit(tx, [
    {
      ...{
        orgId: row.org_id,
        at: by.at,
        actor: by.actor,
        action: 'delivery.retried',
        // Its event stays as the release made it.
        detail: { event: row.event_id, from: row.state, ...(row.release_id && { release: row.release_id }) },
      },
      ...(row.document_id !== null && { documentId: row.document_id }),
    },
  ]);
  if (row.document_id !== null) await settleDocument(tx, row.document_id, by.at);
  return { state: 'retried', orgId: row.org_id, documentId: row.document_id };
}

interface FailedRow {
  readonly id: string;
  readonly state: DeliveryState;
  readonly lane: string;
  readonly org_id: string;
  readonly event_id: string;
  readonly document_id: string | null;
  readonly release_id: string | null;
}

/**
 * The same for many at once; those that have moved on since are left alone. How their documents stand is worked out within seconds, once for each.
 * @returns the documents concerned, with their owners.
 */
export async function retryDeliveries(
  tx: Tx,
  ids: readonly string[],
  by: { readonly actor: string; readonly at: Date; readonly bulk: string },
): Promise<readonly { readonly orgId: string; readonly documentId: string }[]> {
  const rows = await tx('delivery as d')
    .join('event as e', 'e.id', 'd.event_id')
    .whereIn('d.id', ids)
    .whereIn('d.state', retriable)
    .orderBy('d.id')
    .forUpdate('d')
    .select<FailedRow[]>('d.id', 'd.state', 'd.lane', 'd.org_id', 'd.event_id', 'e.document_id', 'e.release_id');
  if (rows.length === 0) return [];
  const failed = rows.map(({ id }) => id);
  await tx('delivery')
    .whereIn('id', failed)
    .update({ state: 'pending', due_at: null, finished_at: null, attempts: 0, reason: null, reason_code: null });
  const lanes = new Map(rows.map((row) => [row.lane, row.org_id]));
  await tx('wake_up').insert([...lanes].map(([key, owner_id]) => ({ topic: 'lane', key, owner_id })));
  await resolveCasesOfDeliveries(tx, failed, by.at);
  await audit(
    tx,
    rows.map((row) => ({
      ...{ orgId: row.org_id, at: by.at, actor: by.actor, action: 'delivery.retried' },
      ...(row.document_id !== null && { documentId: row.document_id }),
      detail: {
        event: row.event_id,
        from: row.state,
        bulk: by.bulk,
        ...(row.release_id && { release: row.release_id }),
      },
    })),
  );
  const documents = new Map(
    rows.flatMap((row) => (row.document_id === null ? [] : [[row.document_id, row.org_id] as const])),
  );
  const stale = [...documents].map(([document_id, org_id]) => ({ document_id, org_id }));
  if (stale.length > 0) await tx('stale_document').insert(stale);
  return stale.map(({ document_id, org_id }) => ({ documentId: document_id, orgId: org_id }));
}
