import type { Rung } from '../../domain/obligations/ladder.ts';
import type { Tx } from '../database.ts';
import { pieces } from '../pieces.ts';

/** Writes rungs; one that is there is overwritten, but what was due stays known. */
export async function setRungs(tx: Tx, changes: readonly Rung[]): Promise<void> {
  for (const piece of pieces(changes)) await setFew(tx, piece);
}

async function setFew(tx: Tx, changes: readonly Rung[]): Promise<void> {
  await tx('ladder_rung')
    .insert(
      changes.map((r) => ({
        document_id: r.documentId,
        org_id: r.orgId,
        rung: r.rung,
        state: r.state,
        at: r.at ?? null,
        due_at: r.dueAt ?? null,
        detail: r.detail ?? null,
        by_document_id: r.byDocumentId ?? null,
      })),
    )
    .onConflict(['document_id', 'rung'])
    .merge({
      state: tx.raw('excluded.state'),
      at: tx.raw('excluded.at'),
      due_at: tx.raw('coalesce(excluded.due_at, ladder_rung.due_at)'),
      detail: tx.raw('excluded.detail'),
      by_document_id: tx.raw('excluded.by_document_id'),
    });
}
