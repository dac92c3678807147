import type { Tx } from './database.ts';
import { pieces } from './pieces.ts';

/** One field that an action changed in Odoo, with the place in the event that its value came from. */
export interface OdooWriteRow {
  readonly model: string;
  readonly recordId: number;
  readonly recordName?: string;
  readonly field: string;
  readonly before?: unknown;
  readonly after: unknown;
  /** JSON pointer into the event's data; absent for values that the hub gave. */
  readonly pointer?: string;
  readonly method: string;
}

export async function insertOdooWrites(
  tx: Tx,
  of: { orgId: string; environment: string; deliveryId: string; connectionId: string; at: Date },
  writes: readonly OdooWriteRow[],
): Promise<void> {
  const size = ({ before, after }: OdooWriteRow) => textSize(before) + textSize(after);
  for (const piece of pieces(writes, size)) await insertFew(tx, of, piece);
}

const textSize = (value: unknown) => (typeof value === 'string' ? value.length : 0);

async function insertFew(
  tx: Tx,
  of: { orgId: string; environment: string; deliveryId: string; connectionId: string; at: Date },
  writes: readonly OdooWriteRow[],
): Promise<void> {
  await tx('odoo_write').insert(
    writes.map((w) => ({
      org_id: of.orgId,
      environment: of.environment,
      delivery_id: of.deliveryId,
      connection_id: of.connectionId,
      at: of.at,
      model: w.model,
      record_id: w.recordId,
      record_name: w.recordName ?? null,
      field: w.field,
      before: w.before === undefined ? null : JSON.stringify(w.before),
      after: JSON.stringify(w.after ?? null),
      pointer: w.pointer ?? null,
      method: w.method,
    })),
  );
}

/** Does a field of a record in Odoo hold what the hub wrote there last? */
export async function isOwnWrite(
  tx: Tx,
  of: { connectionId: string; model: string; recordId: number; field: string },
  value: unknown,
): Promise<boolean> {
  const last = await tx('odoo_write')
    .where({ connection_id: of.connectionId, model: of.model, record_id: of.recordId, field: of.field })
    .orderBy('id', 'desc')
    .first<{ after: unknown } | undefined>('after');
  return last !== undefined && last.after === value;
}
