import type { Knex } from 'knex';
import { withoutDeceit } from '../domain/visible-text.ts';
import type { Tx } from './database.ts';

/** Something a person must look at. Cases of one kind share a fingerprint. */
export interface NewCase {
  readonly id: string;
  readonly orgId: string;
  readonly environment: string;
  readonly fingerprint: string;
  readonly title: string;
  readonly detail: string;
  readonly documentId?: string;
  readonly deliveryId?: string;
  readonly at: Date;
}

/** Opens a case; while the same one is open for the same document and delivery, it stays one. */
export async function openCase(tx: Tx, c: NewCase): Promise<void> {
  await tx.raw(
    `insert into exception_case (id, org_id, environment, fingerprint, title, detail, document_id, delivery_id, opened_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
    [
      c.id,
      c.orgId,
      c.environment,
      c.fingerprint,
      withoutDeceit(c.title),
      withoutDeceit(c.detail),
      c.documentId ?? null,
      c.deliveryId ?? null,
      c.at,
    ],
  );
}

/** Closes the cases of a delivery that has come right. */
export async function resolveCases(tx: Tx, deliveryId: string, at: Date): Promise<void> {
  await tx('exception_case')
    .where({ delivery_id: deliveryId, state: 'open' })
    .update({ state: 'resolved', resolved_at: at });
}

/** The same for many deliveries. */
export async function resolveCasesOfDeliveries(tx: Tx, deliveryIds: readonly string[], at: Date): Promise<void> {
  await tx('exception_case')
    .whereIn('delivery_id', deliveryIds)
    .where({ state: 'open' })
    .update({ state: 'resolved', resolved_at: at });
}

/** Closes the case of one kind about a document. */
export async function resolveCase(tx: Tx, documentId: string, fingerprint: string, at: Date): Promise<void> {
  await tx('exception_case')
    .where({ document_id: documentId, fingerprint, state: 'open' })
    .update({ state: 'resolved', resolved_at: at });
}

/** Closes the case of one kind about an organisation itself, in all environments. */
export async function resolveOwnCase(db: Knex, orgId: string, fingerprint: string, at: Date): Promise<void> {
  await db('exception_case')
    .where({ org_id: orgId, fingerprint, state: 'open', document_id: null })
    .update({ state: 'resolved', resolved_at: at });
}

/** Kinds of the open cases about the hub itself, such as `disk.low`. */
export async function hubWarnings(db: Knex): Promise<string[]> {
  return db('exception_case as c')
    .join('organization as o', 'o.id', 'c.org_id')
    .where({ 'o.kind': 'owner', 'c.state': 'open', 'c.document_id': null, 'c.delivery_id': null })
    .orderBy('c.fingerprint')
    .distinct()
    .pluck<string[]>('c.fingerprint');
}

/** The organisations that have an open case of these kinds. */
export function openCaseOwners(
  db: Knex,
  fingerprints: readonly string[],
): Promise<readonly { orgId: string; fingerprint: string }[]> {
  return db('exception_case')
    .whereIn('fingerprint', fingerprints)
    .where({ state: 'open' })
    .distinct({ orgId: 'org_id', fingerprint: 'fingerprint' });
}

/** Closes all cases of one fingerprint. */
export async function resolveCasesOf(tx: Tx, fingerprint: string, at: Date): Promise<void> {
  await tx('exception_case').where({ fingerprint, state: 'open' }).update({ state: 'resolved', resolved_at: at });
}

/** Fingerprints of open cases that begin so. */
export async function openFingerprints(db: Knex, prefix: string): Promise<readonly string[]> {
  return db('exception_case')
    .distinct()
    .where({ state: 'open' })
    .whereRaw('starts_with(fingerprint, ?)', [prefix])
    .pluck('fingerprint');
}
