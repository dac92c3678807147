import type { Knex } from 'knex';
import { withoutDeceit } from '../../domain/visible-text.ts';
import { jsonPieces, pieces } from '../pieces.ts';

/** Something that needs review by a person. Cases of one kind share a fingerprint. */
export interface NewCase {
  readonly id: string;
  readonly orgId: string;
  readonly environment: string;
  readonly fingerprint: string;
  readonly title: string;
  readonly detail: string;
  readonly documentId?: string | undefined;
  readonly deliveryId?: string | undefined;
  readonly at: Date;
}

/** Opens cases; while the same one is open for the same document and delivery, it stays one. */
export async function openCases(tx: Knex, cases: readonly NewCase[]): Promise<void> {
  const rowOf = (one: NewCase) => ({
    id: one.id,
    org_id: one.orgId,
    environment: one.environment,
    fingerprint: one.fingerprint,
    title: withoutDeceit(one.title),
    detail: withoutDeceit(one.detail),
    document_id: one.documentId ?? null,
    delivery_id: one.deliveryId ?? null,
    opened_at: one.at,
  });
  const columns = 'id, org_id, environment, fingerprint, title, detail, document_id, delivery_id, opened_at';
  for (const piece of jsonPieces(cases, rowOf))
    await tx.raw(
      `insert into exception_case (${columns}) select ${columns} from jsonb_populate_recordset(null::exception_case, ?::jsonb) on conflict do nothing`,
      [piece],
    );
}

const resolved = (at: Date) => ({ state: 'resolved', resolved_at: at });

/** Closes the cases of deliveries that have come right. */
export async function resolveCasesOfDeliveries(tx: Knex, deliveryIds: readonly string[], at: Date): Promise<void> {
  for (const piece of pieces(deliveryIds))
    await tx('exception_case').whereIn('delivery_id', piece).where({ state: 'open' }).update(resolved(at));
}

/** Closes the cases of one fingerprint about documents. */
export async function resolveCasesOfDocuments(
  tx: Knex,
  documentIds: readonly string[],
  fingerprint: string,
  at: Date,
): Promise<void> {
  for (const piece of pieces(documentIds))
    await tx.raw(
      `update exception_case set state = 'resolved', resolved_at = :at
       where document_id = any(:documentIds::uuid[]) and fingerprint = :fingerprint and state = 'open'`,
      { at, documentIds: [...piece], fingerprint },
    );
}

/** Closes the cases of these fingerprints that are about no document; of one organisation, or of all. */
export async function resolveCases(tx: Knex, fingerprints: readonly string[], at: Date, orgId?: string): Promise<void> {
  for (const piece of pieces(fingerprints))
    await tx('exception_case')
      .whereIn('fingerprint', piece)
      .where({ state: 'open', document_id: null, ...(orgId !== undefined && { org_id: orgId }) })
      .update(resolved(at));
}
