import type { ClockName } from './clocks.ts';
import type { Tx } from './database.ts';
import { pieces } from './pieces.ts';

export const rungs = ['transport', 'mdn', 'ta1', 'functional-ack', 'business-answer', 'odoo'] as const;
export type RungName = (typeof rungs)[number];
export type RungState = 'done' | 'pending' | 'failed' | 'late' | 'not-expected';

export interface Rung {
  readonly documentId: string;
  readonly orgId: string;
  readonly rung: RungName;
  readonly state: RungState;
  readonly at?: Date;
  readonly dueAt?: Date;
  readonly detail?: string;
  readonly byDocumentId?: string;
}

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

// Whoever has been at work since before the clock was set back still has the time of before.
const setBack = `least('0', coalesce((select sum(shift_ms) * interval '1 millisecond' from clock_jump
  where noticed_at > clock_timestamp() - interval '1 minute'), '0'))`;

/** Stops a clock of each document: met when in time, else breached; a case about its lateness is closed. */
export async function stopClocks(tx: Tx, documentIds: readonly string[], name: ClockName, at: Date): Promise<void> {
  for (const piece of pieces(documentIds)) {
    const of = { at, documentIds: [...piece], name, fingerprint: `clock.${name}` };
    await tx.raw(
      `update sla_clock set stopped_at = :at, state = case when since_jumps(due_at, known_jump) >= :at::timestamptz + ${setBack} then 'met' else 'breached' end
       where document_id = any(:documentIds::uuid[]) and name = :name and stopped_at is null`,
      of,
    );
    await tx.raw(
      `update exception_case set state = 'resolved', resolved_at = :at
       where document_id = any(:documentIds::uuid[]) and fingerprint = :fingerprint and state = 'open'`,
      of,
    );
  }
}
