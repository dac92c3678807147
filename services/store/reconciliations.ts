import type { Knex } from 'knex';
import type { Difference, DifferenceCause, Tally, Written } from '../domain/reconciliation/compare.ts';
import type { Tx } from './database.ts';

export interface ReconciliationRow {
  readonly id: string;
  readonly connectionId: string;
  readonly askedBy: string | null;
  readonly askedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly state: 'asked' | 'running' | 'done' | 'failed';
  readonly reason: string | null;
  /** What was written after the first and up to the second is compared; the second is set when it starts. */
  readonly fromWrite: number;
  readonly toWrite: number | null;
  readonly agree: number;
  readonly movedOn: number;
  readonly differ: number;
}

const columns = {
  ...{ id: 'id', connectionId: 'connection_id', askedBy: 'asked_by', askedAt: 'asked_at', startedAt: 'started_at' },
  ...{ finishedAt: 'finished_at', state: 'state', reason: 'reason', fromWrite: 'from_write', toWrite: 'to_write' },
  ...{ agree: 'agree', movedOn: 'moved_on', differ: 'differ' },
} as const;

/**
 * Writes down that a connection is to be reconciled, from where the last one ended or from the first write since a time.
 * @returns undefined while another one is asked for or runs
 */
export async function insertReconciliation(
  tx: Tx,
  of: {
    readonly id: string;
    readonly connectionId: string;
    readonly askedBy: string | null;
    readonly at: Date;
    readonly since?: Date | undefined;
  },
): Promise<ReconciliationRow | undefined> {
  const { id, connectionId, askedBy, at, since } = of;
  const fromWrite = since ? await writeBefore(tx, connectionId, since) : await reached(tx, connectionId);
  const [made] = await tx('odoo_reconciliation')
    .insert({ id, connection_id: connectionId, asked_by: askedBy, asked_at: at, from_write: fromWrite })
    .onConflict(tx.raw('(connection_id) where finished_at is null'))
    .ignore()
    .returning<{ id: string }[]>('id');
  return made && findReconciliation(tx, id);
}

/** How far the last reconciliation came that was finished. */
async function reached(tx: Tx, connectionId: string): Promise<number> {
  const row = await tx('odoo_reconciliation')
    .where({ connection_id: connectionId, state: 'done' })
    .max<{ most: number | null }>('to_write as most')
    .first();
  return row?.most ?? 0;
}

async function writeBefore(tx: Tx, connectionId: string, since: Date): Promise<number> {
  const row = await tx('odoo_write')
    .where({ connection_id: connectionId })
    .where('at', '<', since)
    .max<{ most: number | null }>('id as most')
    .first();
  return row?.most ?? 0;
}

export const findReconciliation = (db: Knex, id: string): Promise<ReconciliationRow | undefined> =>
  db('odoo_reconciliation').where({ id }).first<ReconciliationRow | undefined>(columns);

/** The reconciliations of a connection, newest first. */
export const listReconciliations = (db: Knex, connectionId: string, limit: number): Promise<ReconciliationRow[]> =>
  db('odoo_reconciliation')
    .where({ connection_id: connectionId })
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .select<ReconciliationRow[]>(columns);

/** Those that are asked for, and those whose process is gone: they run from their beginning. */
export const openReconciliations = (db: Knex): Promise<ReconciliationRow[]> =>
  db('odoo_reconciliation').whereNull('finished_at').orderBy('asked_at').select<ReconciliationRow[]>(columns);

/** Keeps other processes from a reconciliation until the transaction ends. @returns false where one has it, or it is over */
export async function claimReconciliation(tx: Tx, id: string): Promise<boolean> {
  const lock = await tx.raw<{ rows: { taken: boolean }[] }>(
    `select pg_try_advisory_xact_lock(hashtextextended('reconciliation/' || ?, 0)) as taken`,
    [id],
  );
  return lock.rows[0]?.taken === true && (await findReconciliation(tx, id))?.finishedAt === null;
}

/** Begins, or begins anew: what an earlier try found is forgotten. @returns up to which write it goes */
export async function beginReconciliation(
  tx: Tx,
  { id, connectionId }: Pick<ReconciliationRow, 'id' | 'connectionId'>,
  at: Date,
): Promise<number> {
  const row = await tx('odoo_write')
    .where({ connection_id: connectionId })
    .max<{ most: number | null }>('id as most')
    .first();
  const toWrite = row?.most ?? 0;
  await tx('odoo_difference').where({ reconciliation_id: id }).delete();
  await tx('odoo_reconciliation').where({ id }).update({ state: 'running', started_at: at, to_write: toWrite });
  return toWrite;
}

export async function finishReconciliation(
  tx: Tx,
  id: string,
  { agree, movedOn, differ }: Tally,
  at: Date,
): Promise<void> {
  await tx('odoo_reconciliation')
    .where({ id })
    .update({ state: 'done', finished_at: at, agree, moved_on: movedOn, differ });
}

export async function failReconciliation(tx: Tx, id: string, reason: string, at: Date): Promise<void> {
  await tx('odoo_reconciliation').where({ id }).update({ state: 'failed', finished_at: at, reason });
}

/** A field that the hub wrote, as its last event left it. */
export interface WrittenRow extends Written {
  readonly id: number;
  readonly deliveryId: string;
}

export interface RecordPlace {
  readonly model: string;
  readonly recordId: number;
}

/**
 * What was written to the next records after a place, by id of the write; records of one model at a time.
 * @returns nothing when no record is left
 */
export async function writtenAfter(
  db: Knex,
  of: {
    readonly connectionId: string;
    readonly from: number;
    readonly to: number;
    readonly after: RecordPlace | undefined;
  },
  most: number,
): Promise<readonly WrittenRow[]> {
  const { connectionId, from, to, after } = of;
  const places = db('odoo_write')
    .where({ connection_id: connectionId })
    .where('id', '>', from)
    .where('id', '<=', to)
    .distinct('model', 'record_id')
    .orderBy(['model', 'record_id'])
    .limit(most);
  if (after) places.whereRaw('(model, record_id) > (?, ?)', [after.model, after.recordId]);
  const next = await places.select<{ model: string; record_id: number }[]>();
  const model = next[0]?.model;
  if (model === undefined) return [];
  const ids = next.filter((one) => one.model === model).map((one) => one.record_id);
  return db('odoo_write')
    .where({ connection_id: connectionId, model })
    .whereIn('record_id', ids)
    .where('id', '>', from)
    .where('id', '<=', to)
    .orderBy('id')
    .select<WrittenRow[]>({
      ...{ id: 'id', deliveryId: 'delivery_id', model: 'model', recordId: 'record_id', recordName: 'record_name' },
      ...{ field: 'field', after: 'after' },
    });
}

/** Which of these fields were written once more since a write: what Odoo holds now is of a later event. */
export async function writtenSince(
  db: Knex,
  connectionId: string,
  to: number,
  rows: readonly WrittenRow[],
): Promise<ReadonlySet<number>> {
  if (rows.length === 0) return new Set();
  const { rows: found } = await db.raw<{ rows: { id: number }[] }>(
    `select w.id from odoo_write w where w.id = any(?::bigint[]) and exists (select from odoo_write n
       where n.connection_id = ? and n.model = w.model and n.record_id = w.record_id and n.field = w.field and n.id > ?)`,
    [rows.map(({ id }) => id), connectionId, to],
  );
  return new Set(found.map(({ id }) => id));
}

export async function insertDifferences(
  tx: Tx,
  reconciliationId: string,
  list: readonly { readonly write: WrittenRow; readonly found: Difference }[],
): Promise<void> {
  if (list.length === 0) return;
  await tx('odoo_difference').insert(
    list.map(({ write, found: { verdict, holds, changed, why } }) => ({
      reconciliation_id: reconciliationId,
      write_id: write.id,
      cause: verdict,
      holds: holds === undefined ? null : JSON.stringify(holds),
      changed: changed ? JSON.stringify(changed) : null,
      why: why ?? null,
    })),
  );
}

/** A difference with the document that the hub's value came from. */
export interface DifferenceRow {
  readonly id: number;
  readonly cause: DifferenceCause;
  readonly model: string;
  readonly recordId: number;
  readonly recordName: string | null;
  readonly field: string;
  readonly wrote: unknown;
  readonly wroteAt: Date;
  readonly holds: unknown;
  readonly changed: { readonly by: string; readonly at: string } | null;
  readonly why: string | null;
  readonly partner: string;
  readonly orgId: string;
  readonly documentId: string | null;
}

export const differencesOf = (
  db: Knex,
  reconciliationId: string,
  page: { readonly after?: number | undefined; readonly limit: number },
): Promise<DifferenceRow[]> => {
  const query = db('odoo_difference as f')
    .join('odoo_write as w', 'w.id', 'f.write_id')
    .join('delivery as d', 'd.id', 'w.delivery_id')
    .leftJoin('event as e', 'e.id', 'd.event_id')
    .join('organization as o', 'o.id', 'w.org_id')
    .where({ 'f.reconciliation_id': reconciliationId })
    .orderBy('f.id')
    .limit(page.limit);
  if (page.after !== undefined) query.where('f.id', '>', page.after);
  return query.select<DifferenceRow[]>({
    ...{ id: 'f.id', cause: 'f.cause', model: 'w.model', recordId: 'w.record_id', recordName: 'w.record_name' },
    ...{ field: 'w.field', wrote: 'w.after', wroteAt: 'w.at', holds: 'f.holds', changed: 'f.changed', why: 'f.why' },
    ...{ partner: 'o.name', orgId: 'w.org_id', documentId: 'e.document_id' },
  });
};
