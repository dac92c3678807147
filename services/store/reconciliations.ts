import type { Knex } from 'knex';
import type { Written } from '../domain/reconciliation/compare.ts';
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
  /** What people did in Odoo between these times is looked at; the first is null where that is all since a partner's first document, the second is set when it starts. */
  readonly fromAt: Date | null;
  readonly toAt: Date | null;
  readonly agree: number;
  readonly movedOn: number;
  readonly differ: number;
  /** Differences that a person has accepted before; they are none of the above. */
  readonly accepted: number;
  /** Events that the hub has and that this Odoo has not taken. */
  readonly notApplied: number;
  readonly stock: readonly StockAgreement[];
}

/** How much of the last snapshot of a partner's warehouse agrees with the stock in Odoo at its time. */
export interface StockAgreement {
  readonly orgId: string;
  readonly partner: string;
  readonly warehouse: string;
  readonly eventId: string;
  readonly snapshot: string;
  readonly documentId: string | null;
  /** ISO 8601. */
  readonly asOf: string;
  readonly compared: number;
  readonly agree: number;
}

const columns = {
  ...{ id: 'id', connectionId: 'connection_id', askedBy: 'asked_by', askedAt: 'asked_at', startedAt: 'started_at' },
  ...{ finishedAt: 'finished_at', state: 'state', reason: 'reason', fromWrite: 'from_write', toWrite: 'to_write' },
  ...{ fromAt: 'from_at', toAt: 'to_at', agree: 'agree', movedOn: 'moved_on', differ: 'differ' },
  ...{ accepted: 'accepted', notApplied: 'not_applied', stock: 'stock' },
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
  const last = await lastDone(tx, connectionId);
  const fromWrite = since ? await writeBefore(tx, connectionId, since) : (last?.toWrite ?? 0);
  const fromAt = since ?? last?.toAt ?? null;
  const [made] = await tx('odoo_reconciliation')
    .insert({
      id,
      connection_id: connectionId,
      asked_by: askedBy,
      asked_at: at,
      from_write: fromWrite,
      from_at: fromAt,
    })
    .onConflict(tx.raw('(connection_id) where finished_at is null'))
    .ignore()
    .returning<{ id: string }[]>('id');
  return made && findReconciliation(tx, id);
}

/** The last reconciliation of a connection that came to its end. */
export const lastDone = (db: Knex, connectionId: string): Promise<ReconciliationRow | undefined> =>
  db('odoo_reconciliation')
    .where({ connection_id: connectionId, state: 'done' })
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .first<ReconciliationRow | undefined>(columns);

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
  await tx('odoo_reconciliation')
    .where({ id })
    .update({ state: 'running', started_at: at, to_at: at, to_write: toWrite });
  return toWrite;
}

export async function finishReconciliation(
  tx: Tx,
  id: string,
  of: Pick<ReconciliationRow, 'agree' | 'movedOn' | 'differ' | 'accepted' | 'notApplied' | 'stock'>,
  at: Date,
): Promise<void> {
  const { agree, movedOn, differ, accepted, notApplied, stock } = of;
  await tx('odoo_reconciliation')
    .where({ id })
    .update({
      ...{ state: 'done', finished_at: at, agree, moved_on: movedOn, differ, accepted },
      ...{ not_applied: notApplied, stock: JSON.stringify(stock) },
    });
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

/** The writes of differences that nobody has accepted, with what the same event wrote to the same field besides. */
export async function stillDiffering(db: Knex, reconciliationId: string): Promise<readonly number[]> {
  const { rows } = await db.raw<{ rows: { id: number }[] }>(
    `select distinct n.id from odoo_difference f join odoo_write w on w.id = f.write_id
       join odoo_write n on n.delivery_id = w.delivery_id and n.model = w.model and n.record_id = w.record_id and n.field = w.field
     where f.reconciliation_id = ? and f.accepted_at is null`,
    [reconciliationId],
  );
  return rows.map(({ id }) => id);
}

/**
 * What was written to the next records after a place, by id of the write; records of one model at a time.
 * @param of.also writes from before that are looked at as well
 * @returns nothing when no record is left
 */
export async function writtenAfter(
  db: Knex,
  of: {
    readonly connectionId: string;
    readonly from: number;
    readonly to: number;
    readonly also: readonly number[];
    readonly after: RecordPlace | undefined;
  },
  most: number,
): Promise<readonly WrittenRow[]> {
  const { connectionId, from, to, also, after } = of;
  const wanted = () =>
    db('odoo_write')
      .where({ connection_id: connectionId })
      .where('id', '<=', to)
      .whereRaw('(id > ? or id = any(?::bigint[]))', [from, [...also]]);
  const places = wanted().distinct('model', 'record_id').orderBy(['model', 'record_id']).limit(most);
  if (after) places.whereRaw('(model, record_id) > (?, ?)', [after.model, after.recordId]);
  const next = await places.select<{ model: string; record_id: number }[]>();
  const model = next[0]?.model;
  if (model === undefined) return [];
  const ids = next.filter((one) => one.model === model).map((one) => one.record_id);
  return wanted()
    .where({ model })
    .whereIn('record_id', ids)
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
  ids: readonly number[],
): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set();
  const { rows: found } = await db.raw<{ rows: { id: number }[] }>(
    `select w.id from odoo_write w where w.id = any(?::bigint[]) and exists (select from odoo_write n
       where n.connection_id = ? and n.model = w.model and n.record_id = w.record_id and n.field = w.field and n.id > ?)`,
    [[...ids], connectionId, to],
  );
  return new Set(found.map(({ id }) => id));
}
