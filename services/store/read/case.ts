import type { components } from '../../../specs/generated/openapi.ts';
import { turnOf } from '../../domain/obligations/case-turns.ts';
import type { Tx } from '../database.ts';

export type CaseDetail = components['schemas']['CaseDetail'];

interface Row extends Pick<CaseDetail, 'id' | 'environment' | 'title' | 'detail' | 'state'> {
  readonly fingerprint: string;
  readonly kind: string;
  readonly opened_at: Date;
  readonly resolved_at: Date | null;
  readonly resolved_by: string | null;
  readonly cause: CaseDetail['cause'] | null;
  readonly document_id: string | null;
  readonly assignee_id: string | null;
  readonly assignee: string | null;
}

const mostNotes = 200;

/** A case with what people noted about it; undefined when the caller sees none with this id. */
export async function readCase(tx: Tx, id: string): Promise<CaseDetail | undefined> {
  const row = await tx('exception_case as c')
    .leftJoin('app_user as u', 'u.id', 'c.assignee_id')
    .where({ 'c.id': id })
    .first<Row | undefined>('c.*', 'u.name as assignee');
  if (!row) return undefined;
  const notes = await tx('case_note')
    .where({ case_id: id })
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(mostNotes)
    .select<{ at: Date; author: string; note: string }[]>('at', 'author', 'note');
  return {
    ...{ id: row.id, code: row.fingerprint.split('/')[0]!, environment: row.environment, title: row.title },
    ...{ detail: row.detail, since: row.opened_at.toISOString(), state: row.state, ...turnOf(row.kind) },
    ...(row.document_id !== null && { documentId: row.document_id }),
    ...(row.cause && { cause: row.cause }),
    ...(row.resolved_by !== null && { resolvedBy: row.resolved_by }),
    ...(row.state === 'resolved' && row.resolved_at && { resolvedAt: row.resolved_at.toISOString() }),
    ...(row.assignee_id !== null && { assignee: { id: row.assignee_id, name: row.assignee ?? '' } }),
    notes: notes.reverse().map(({ at, ...note }) => ({ ...note, at: at.toISOString() })),
  };
}
