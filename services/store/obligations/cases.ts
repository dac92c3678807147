import type { Knex } from 'knex';
import type { CaseKindName } from '../../domain/obligations/case-kinds.ts';
import { type Subject, subjectColumns } from '../../domain/obligations/subject.ts';
import { withoutDeceit } from '../../domain/visible-text.ts';
import { jsonPieces, pieces } from '../pieces.ts';
import { isAboutSql, type Subjects } from './about.ts';

/** Something that needs review by a person. Cases of one kind share a fingerprint. */
export interface NewCase {
  readonly id: string;
  readonly orgId: string;
  readonly environment: string;
  readonly kind: CaseKindName;
  readonly fingerprint: string;
  readonly about: Subject;
  readonly title: string;
  readonly detail: string;
  readonly deliveryId?: string | undefined;
  readonly at: Date;
}

/** Opens cases; while the same one is open about the same subject and delivery, it stays one. */
export async function openCases(tx: Knex, cases: readonly NewCase[]): Promise<void> {
  const rowOf = (one: NewCase) => ({
    id: one.id,
    org_id: one.orgId,
    environment: one.environment,
    kind: one.kind,
    fingerprint: one.fingerprint,
    title: withoutDeceit(one.title),
    detail: withoutDeceit(one.detail),
    ...subjectColumns(one.about),
    delivery_id: one.deliveryId ?? null,
    opened_at: one.at,
  });
  const columns =
    'id, org_id, environment, kind, fingerprint, title, detail, subject_type, document_id, subject_id, delivery_id, opened_at';
  for (const piece of jsonPieces(cases, rowOf))
    await tx.raw(
      `insert into exception_case (${columns}) select ${columns} from jsonb_populate_recordset(null::exception_case, ?::jsonb) on conflict do nothing`,
      [piece],
    );
}

/** Those of the documents that are of tests: a number of theirs is one of certification. */
export async function documentsOfTests(tx: Knex, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx('document')
    .whereIn('id', ids)
    .whereRaw(`exists (select from unnest(subjects) as one where one like 'CT-%')`)
    .select<{ id: string }[]>('id');
  return new Set(rows.map(({ id }) => id));
}

const resolved = (at: Date) => ({ state: 'resolved', resolved_at: at });

/** Closes the cases of deliveries that have come right. */
export async function resolveCasesOfDeliveries(tx: Knex, deliveryIds: readonly string[], at: Date): Promise<void> {
  for (const piece of pieces(deliveryIds))
    await tx('exception_case').whereIn('delivery_id', piece).where({ state: 'open' }).update(resolved(at));
}

/** Closes the cases of these kinds about subjects. */
export async function resolveCasesAbout(
  tx: Knex,
  subjects: Subjects,
  kinds: readonly CaseKindName[],
  at: Date,
): Promise<void> {
  const { sql, ...of } = isAboutSql(subjects);
  for (const ids of pieces(subjects.ids))
    await tx.raw(
      `update exception_case set state = 'resolved', resolved_at = :at where ${sql} and kind = any(:kinds::text[]) and state = 'open'`,
      { ...of, at, ids: [...ids], kinds: [...kinds] },
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
