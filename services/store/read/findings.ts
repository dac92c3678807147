import type { Finding } from '../../domain/finding.ts';
import type { Tx } from '../database.ts';

/** Findings of a document as the translation left them, those of guide, mapping and agreement among them. */
export interface StoredFindings {
  readonly document: readonly Finding[];
  /** By ordinal of the interchange. */
  readonly interchanges: ReadonlyMap<number, readonly Finding[]>;
  /** By ordinals, as `0/1`. */
  readonly groups: ReadonlyMap<string, readonly Finding[]>;
  /** By the first byte of the set. */
  readonly sets: ReadonlyMap<number, readonly Finding[]>;
}

/** undefined while the document has not been translated. */
export async function readFindings(tx: Tx, documentId: string): Promise<StoredFindings | undefined> {
  const document = await tx('document')
    .where({ id: documentId })
    .whereNot({ state: 'received' })
    .first<{ findings: Finding[] } | undefined>('findings');
  if (!document) return undefined;
  const interchanges = await tx('interchange')
    .where({ document_id: documentId })
    .select<{ ordinal: number; findings: Finding[] }[]>('ordinal', 'findings');
  const groups = await tx('functional_group as g')
    .join('interchange as i', 'i.id', 'g.interchange_id')
    .where({ 'g.document_id': documentId })
    .select<{ outer: number; ordinal: number; findings: Finding[] }[]>('i.ordinal as outer', 'g.ordinal', 'g.findings');
  const sets = await tx('transaction_set')
    .where({ document_id: documentId })
    .whereRaw(`findings <> '[]'::jsonb`)
    .select<{ start_byte: number; findings: Finding[] }[]>('start_byte', 'findings');
  return {
    document: document.findings,
    interchanges: new Map(interchanges.map((row) => [row.ordinal, row.findings])),
    groups: new Map(groups.map((row) => [`${row.outer}/${row.ordinal}`, row.findings])),
    sets: new Map(sets.map((row) => [row.start_byte, row.findings])),
  };
}
