import type { Knex } from 'knex';
import type { Difference, DifferenceCause } from '../domain/reconciliation/compare.ts';
import type { Tx } from './database.ts';
import { toJson } from './json.ts';
import { pieces } from './pieces.ts';

// What differs between the hub and an Odoo, as reconciliations have found it.

/** A difference of a field that the hub wrote, or a record that no document tells of. */
export interface FoundDifference extends Omit<Difference, 'verdict'> {
  readonly cause: DifferenceCause;
  readonly writeId?: number;
  readonly record?: {
    readonly orgId: string;
    readonly model: string;
    readonly recordId: number;
    readonly recordName: string;
  };
}

export interface Acceptance {
  readonly by: string;
  readonly at: Date;
  readonly note: string | null;
}

/** Two differences with the same key are the same one, found again. */
const keyOf = (
  one: Pick<FoundDifference, 'cause' | 'writeId' | 'holds'> & { record?: { model: string; recordId: number } },
) =>
  JSON.stringify([
    one.cause,
    one.writeId ?? null,
    one.record?.model ?? null,
    one.record?.recordId ?? null,
    one.holds ?? null,
  ]);

interface AcceptedRow extends Acceptance {
  readonly cause: DifferenceCause;
  readonly writeId: number | null;
  readonly model: string | null;
  readonly recordId: number | null;
  readonly holds: unknown;
}

/** Whether a person has accepted a difference before, for each in its order. */
export async function acceptedBefore(
  db: Knex,
  connectionId: string,
  list: readonly FoundDifference[],
): Promise<readonly (Acceptance | undefined)[]> {
  const accepted = new Map<string, Acceptance>();
  for (const piece of pieces(list)) {
    const { rows } = await db.raw<{ rows: AcceptedRow[] }>(
      `select f.cause, f.write_id as "writeId", f.model, f.record_id as "recordId", f.holds, f.accepted_by as by, f.accepted_at as at, f.accepted_note as note
       from odoo_difference f join odoo_reconciliation r on r.id = f.reconciliation_id
       where r.connection_id = ? and f.accepted_at is not null and (f.write_id = any(?::bigint[]) or f.record_id = any(?::bigint[]))
       order by f.accepted_at`,
      [
        connectionId,
        piece.flatMap(({ writeId }) => writeId ?? []),
        piece.flatMap(({ record }) => record?.recordId ?? []),
      ],
    );
    for (const { by, at, note, writeId, model, recordId, cause, holds } of rows)
      accepted.set(
        keyOf({
          ...{ cause, ...(writeId !== null && { writeId }), ...(holds !== null && { holds }) },
          ...(model !== null && recordId !== null && { record: { model, recordId } }),
        }),
        { by, at, note },
      );
  }
  return list.map((one) => accepted.get(keyOf(one)));
}

/** @param list with whoever has accepted the same before */
export async function insertDifferences(
  tx: Tx,
  reconciliationId: string,
  list: readonly { readonly found: FoundDifference; readonly accepted: Acceptance | undefined }[],
): Promise<void> {
  const json = (value: unknown) => (value === undefined ? null : toJson(value));
  const rows = list.map(({ found: { cause, writeId, record, holds, changed, why }, accepted }) => ({
    ...{ reconciliation_id: reconciliationId, cause, write_id: writeId ?? null },
    ...{ org_id: record?.orgId ?? null, model: record?.model ?? null },
    ...{ record_id: record?.recordId ?? null, record_name: record?.recordName ?? null },
    ...{ holds: json(holds), changed: json(changed), why: why ?? null },
    ...{ accepted_by: accepted?.by ?? null, accepted_at: accepted?.at ?? null, accepted_note: accepted?.note ?? null },
  }));
  for (const piece of pieces(rows)) await tx('odoo_difference').insert(piece);
}

/** A difference with the document that the hub's value came from; what no document tells of has none, and no field. */
export interface DifferenceRow {
  readonly id: number;
  readonly cause: DifferenceCause;
  readonly model: string;
  readonly recordId: number;
  readonly recordName: string | null;
  readonly field: string | null;
  readonly wrote: unknown;
  readonly wroteAt: Date | null;
  readonly holds: unknown;
  readonly changed: { readonly by: string; readonly at: string } | null;
  readonly why: string | null;
  readonly partner: string;
  readonly orgId: string;
  readonly documentId: string | null;
  readonly acceptedBy: string | null;
  readonly acceptedAt: Date | null;
  readonly acceptedNote: string | null;
}

/** The differences of a reconciliation in the order in which they were found. @param page.open without those that a person has accepted */
export const differencesOf = (
  db: Knex,
  reconciliationId: string,
  page: { readonly after?: number | undefined; readonly limit: number; readonly open?: boolean },
): Promise<DifferenceRow[]> => {
  const query = db('odoo_difference as f')
    .leftJoin('odoo_write as w', 'w.id', 'f.write_id')
    .leftJoin('delivery as d', 'd.id', 'w.delivery_id')
    .leftJoin('event as e', 'e.id', 'd.event_id')
    .joinRaw('join organization as o on o.id = coalesce(w.org_id, f.org_id)')
    .where({ 'f.reconciliation_id': reconciliationId })
    .orderBy('f.id')
    .limit(page.limit);
  if (page.after !== undefined) query.where('f.id', '>', page.after);
  if (page.open) query.whereNull('f.accepted_at');
  return query.select<DifferenceRow[]>(
    db.raw(
      `coalesce(w.model, f.model) as model, coalesce(w.record_id, f.record_id) as "recordId",
       coalesce(w.record_name, f.record_name) as "recordName"`,
    ),
    {
      ...{ id: 'f.id', cause: 'f.cause', field: 'w.field', wrote: 'w.after', wroteAt: 'w.at', holds: 'f.holds' },
      ...{ changed: 'f.changed', why: 'f.why', partner: 'o.name', orgId: 'o.id', documentId: 'e.document_id' },
      ...{ acceptedBy: 'f.accepted_by', acceptedAt: 'f.accepted_at', acceptedNote: 'f.accepted_note' },
    },
  );
};

/** Records of a model that no document told of at the last reconciliation, and that nobody has accepted. */
export async function stillUndocumented(db: Knex, reconciliationId: string, model: string): Promise<readonly number[]> {
  const rows = await db('odoo_difference')
    .where({ reconciliation_id: reconciliationId, model, cause: 'undocumented' })
    .whereNull('accepted_at')
    .select<{ record_id: number }[]>('record_id');
  return rows.map((row) => row.record_id);
}

/**
 * Accepts a difference, or takes that back, wherever reconciliations of the connection have found the same, and counts these anew.
 * @returns false where the reconciliation has no such difference
 */
export async function setAcceptance(
  tx: Tx,
  of: { readonly connectionId: string; readonly reconciliationId: string; readonly differenceId: number },
  acceptance: Acceptance | undefined,
): Promise<boolean> {
  const { connectionId, reconciliationId, differenceId } = of;
  const { by = null, at = null, note = null } = acceptance ?? {};
  const { rows } = await tx.raw<{ rows: { id: string }[] }>(
    `update odoo_difference f set accepted_by = ?, accepted_at = ?, accepted_note = ?
     from odoo_difference one, odoo_reconciliation r
     where one.id = ? and one.reconciliation_id = ? and r.id = f.reconciliation_id and r.connection_id = ?
       and f.cause = one.cause and f.write_id is not distinct from one.write_id and f.model is not distinct from one.model
       and f.record_id is not distinct from one.record_id and f.holds is not distinct from one.holds
     returning f.reconciliation_id as id`,
    [by, at, note, differenceId, reconciliationId, connectionId],
  );
  await tx.raw(
    `update odoo_reconciliation r set differ = c.open, accepted = c.accepted
     from (select reconciliation_id, count(*) filter (where accepted_at is null) as open, count(accepted_at) as accepted
           from odoo_difference where reconciliation_id = any(?::uuid[]) group by 1) c
     where r.id = c.reconciliation_id and r.finished_at is not null`,
    [rows.map(({ id }) => id)],
  );
  return rows.length > 0;
}
