import { type AnswerRung, answerRungs, type Rung, type RungName } from '../../domain/obligations/ladder.ts';
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
        within_minutes: r.withinMinutes ?? null,
        asked_for: r.askedFor ?? null,
        detail: r.detail ?? null,
        by_document_id: r.byDocumentId ?? null,
      })),
    )
    .onConflict(['document_id', 'rung'])
    .merge({
      state: tx.raw('excluded.state'),
      at: tx.raw('excluded.at'),
      due_at: tx.raw('coalesce(excluded.due_at, ladder_rung.due_at)'),
      within_minutes: tx.raw('coalesce(excluded.within_minutes, ladder_rung.within_minutes)'),
      asked_for: tx.raw('coalesce(excluded.asked_for, ladder_rung.asked_for)'),
      detail: tx.raw('excluded.detail'),
      by_document_id: tx.raw('excluded.by_document_id'),
    });
}

/** An answer of the partner that is waited for and whose clock has not started. */
export interface AwaitedAnswer {
  readonly documentId: string;
  readonly orgId: string;
  readonly environment: string;
  readonly rung: AnswerRung;
  readonly withinMinutes: number;
  /** The date that the document asks for. */
  readonly askedFor: Date | null;
}

/** What the partner is to answer to documents once they are handed over. */
export async function awaitedAnswers(tx: Tx, documentIds: readonly string[]): Promise<readonly AwaitedAnswer[]> {
  return tx('ladder_rung as l')
    .join('document as d', 'd.id', 'l.document_id')
    .whereRaw('l.document_id = any(?::uuid[])', [[...documentIds]])
    .whereIn('l.rung', answerRungs)
    .where({ 'l.state': 'pending' })
    .whereNotNull('l.within_minutes')
    .whereRaw(
      `not exists (select from sla_clock c where c.document_id = l.document_id and c.name = l.rung and c.stopped_at is null)`,
    )
    .select<AwaitedAnswer[]>({
      ...{ documentId: 'l.document_id', orgId: 'l.org_id', environment: 'd.environment', rung: 'l.rung' },
      ...{ withinMinutes: 'l.within_minutes', askedFor: 'l.asked_for' },
    });
}

/** A rung as its row has it. */
export interface StoredRung extends Pick<Rung, 'rung' | 'state'> {
  readonly at: Date | null;
  readonly withinMinutes: number | null;
  readonly askedFor: Date | null;
  readonly byDocumentId: string | null;
}

/** The rungs of a document as they stand. */
export function readRungs(tx: Tx, documentId: string): Promise<readonly StoredRung[]> {
  return tx('ladder_rung')
    .where({ document_id: documentId })
    .select<StoredRung[]>({
      ...{ rung: 'rung', state: 'state', at: 'at', byDocumentId: 'by_document_id' },
      ...{ withinMinutes: 'within_minutes', askedFor: 'asked_for' },
    });
}

/** Takes rungs away of which nothing is to be said any more. */
export async function clearRungs(tx: Tx, documentId: string, rungs: readonly RungName[]): Promise<void> {
  await tx('ladder_rung').where({ document_id: documentId }).whereIn('rung', rungs).del();
}

/** Those of documents whose rung has failed. */
export const failedAmong = (tx: Tx, documentIds: readonly string[], rung: RungName): Promise<readonly string[]> =>
  tx('ladder_rung')
    .where({ rung, state: 'failed' })
    .whereRaw('document_id = any(?::uuid[])', [[...documentIds]])
    .pluck<string[]>('document_id');

/** Which of documents are still on their way, or wait for a receipt, in time or late. */
export const openOnTheWay = (
  tx: Tx,
  documentIds: readonly string[],
): Promise<readonly { readonly documentId: string; readonly rung: 'transport' | 'mdn' }[]> =>
  tx('ladder_rung')
    .whereRaw('document_id = any(?::uuid[])', [[...documentIds]])
    .whereIn('rung', ['transport', 'mdn'])
    .whereIn('state', ['pending', 'late'])
    .select<{ documentId: string; rung: 'transport' | 'mdn' }[]>({ documentId: 'document_id', rung: 'rung' });
