import type { Knex } from 'knex';
import type { CaseCause } from '../../domain/obligations/case-causes.ts';
import type { Tx } from '../database.ts';

/** A case as far as people change it. */
export interface WorkedCase {
  readonly id: string;
  readonly orgId: string;
  readonly documentId: string | null;
  readonly direction: 'in' | 'out' | null;
  readonly state: 'open' | 'resolved';
  readonly cause: CaseCause | null;
  /** Who resolved it; null where the hub did. */
  readonly resolvedBy: string | null;
  readonly assigneeId: string | null;
}

/** Locks the document of a case and the case; undefined when there is none with this id. */
export async function lockCase(tx: Tx, id: string): Promise<WorkedCase | undefined> {
  // Documents come first: so do those who write how they stand.
  await tx.raw('select 1 from document where id = (select document_id from exception_case where id = ?) for update', [
    id,
  ]);
  const { rows } = await tx.raw<{ rows: WorkedCase[] }>(
    `select c.id, c.org_id as "orgId", c.document_id as "documentId", d.direction, c.state, c.cause, c.resolved_by as "resolvedBy", c.assignee_id as "assigneeId"
     from exception_case c left join document d on d.id = c.document_id where c.id = ? for update of c`,
    [id],
  );
  return rows[0];
}

export interface CaseChange {
  readonly state?: 'open' | 'resolved';
  readonly cause?: CaseCause | null;
  readonly resolvedBy?: string | null;
  readonly resolvedAt?: Date | null;
  readonly assigneeId?: string | null;
}

/** Writes what people change of a case. */
export async function saveCase(tx: Tx, id: string, change: CaseChange): Promise<void> {
  const { state, cause, resolvedBy, resolvedAt, assigneeId } = change;
  await tx('exception_case')
    .where({ id })
    .update({
      ...(state !== undefined && { state }),
      ...(cause !== undefined && { cause }),
      ...(resolvedBy !== undefined && { resolved_by: resolvedBy }),
      ...(resolvedAt !== undefined && { resolved_at: resolvedAt }),
      ...(assigneeId !== undefined && { assignee_id: assigneeId }),
    });
}

/** Whether the same case was opened again since this one was resolved. */
export async function isOpenAgain(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await tx.raw<{ rows: unknown[] }>(
    `select 1 from exception_case c join exception_case o on o.org_id = c.org_id and o.environment = c.environment and o.fingerprint = c.fingerprint
       and o.document_id is not distinct from c.document_id and o.delivery_id is not distinct from c.delivery_id
     where c.id = ? and o.id <> c.id and o.state = 'open'`,
    [id],
  );
  return rows.length > 0;
}

/** Whether a person of the team has this id and may sign in. */
export async function isTeammate(tx: Tx, userId: string): Promise<boolean> {
  const row = await tx('membership as m')
    .join('organization as o', 'o.id', 'm.org_id')
    .join('app_user as u', 'u.id', 'm.user_id')
    .where({ 'o.kind': 'owner', 'm.user_id': userId, 'u.disabled_at': null })
    .first('m.user_id');
  return row !== undefined;
}

export interface NewNote {
  readonly id: string;
  readonly caseId: string;
  readonly at: Date;
  readonly author: string;
  readonly note: string;
}

export async function insertNote(tx: Tx, { id, caseId, at, author, note }: NewNote): Promise<void> {
  await tx('case_note').insert({ id, case_id: caseId, at, author, note });
}

/** What cases are called, by id; those that there are. */
export async function caseTitles(db: Knex, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db('exception_case').whereIn('id', ids).select<{ id: string; title: string }[]>('id', 'title');
  return new Map(rows.map(({ id, title }) => [id, title] as const));
}
