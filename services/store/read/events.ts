import type { components } from '../../../specs/generated/openapi.ts';
import type { Tx } from '../database.ts';

export type Delivery = components['schemas']['Delivery'];
type EventView = components['schemas']['EventView'];
type OdooWrite = components['schemas']['OdooWrite'];

const shownEvents = 200;
const shownBytes = 8 * 1024 * 1024;

interface EventRow {
  id: string;
  set_id: string | null;
  type: string;
  subject: string;
  occurred_at: Date;
  data: Record<string, never>;
  provenance: EventView['provenance'];
}
interface DeliveryRow {
  id: string;
  event_id: string;
  lane: string;
  subscriber: Delivery['subscriber'];
  state: Delivery['state'];
  attempts: number;
  /** null: due at once. */
  due_at: Date | null;
  finished_at: Date | null;
  reason: string | null;
  reason_code: string | null;
  document_id: string | null;
}
interface WriteRow {
  delivery_id: string;
  model: string;
  record_id: number;
  record_name: string | null;
  field: string;
  before: unknown;
  after: unknown;
  pointer: string | null;
  method: string;
}

/** Events that were read from a document, or that a document was made of, with their deliveries and what those wrote to Odoo; the first ones. */
export async function eventViews(tx: Tx, documentId: string): Promise<{ events: EventView[]; count: number }> {
  const related = tx('event')
    .where({ document_id: documentId })
    .orWhereIn('id', tx('delivery').where({ document_id: documentId }).select('event_id'));
  const [{ count }] = (await related.clone().count()) as [{ count: number }];
  const sizes = await related
    .clone()
    .orderBy('seq')
    .limit(shownEvents)
    .select<{ id: string; size: number }[]>(
      'id',
      tx.raw('octet_length(data::text) + octet_length(provenance::text) as size'),
    );
  let taken = 0;
  const shown = sizes.filter(({ size }, nth) => {
    taken += size;
    return nth === 0 || taken <= shownBytes;
  });
  const rows = await tx('event')
    .whereIn(
      'id',
      shown.map(({ id }) => id),
    )
    .orderBy('seq')
    .select<EventRow[]>();
  const deliveries = await deliveriesOf(
    tx,
    'event_id',
    rows.map((row) => row.id),
  );
  const byEvent = Map.groupBy(deliveries, (d) => d.eventId);
  const events = rows.map((row) => ({
    id: row.id,
    ...(row.set_id !== null && { setId: row.set_id }),
    type: row.type,
    subject: row.subject,
    time: row.occurred_at.toISOString(),
    lane: byEvent.get(row.id)?.[0]?.lane ?? row.subject,
    data: row.data,
    provenance: row.provenance,
    deliveries: (byEvent.get(row.id) ?? []).map((d) => d.delivery),
  }));
  return { events, count };
}

/** One delivery with its writes. */
export async function readDelivery(tx: Tx, id: string): Promise<Delivery | undefined> {
  const [found] = await deliveriesOf(tx, 'id', [id]);
  return found?.delivery;
}

async function deliveriesOf(
  tx: Tx,
  by: 'id' | 'event_id',
  ids: readonly string[],
): Promise<{ eventId: string; lane: string; delivery: Delivery }[]> {
  const rows = await tx('delivery').whereIn(by, ids).orderBy('seq').select<DeliveryRow[]>();
  const writes = await tx('odoo_write')
    .whereIn(
      'delivery_id',
      rows.map((row) => row.id),
    )
    .orderBy('id')
    .select<WriteRow[]>();
  const byDelivery = Map.groupBy(writes, (write) => write.delivery_id);
  return rows.map((row) => ({
    eventId: row.event_id,
    lane: row.lane,
    delivery: delivery(row, byDelivery.get(row.id) ?? []),
  }));
}

function delivery(row: DeliveryRow, writes: readonly WriteRow[]): Delivery {
  const open = row.state === 'pending' || row.state === 'in-flight';
  return {
    id: row.id,
    subscriber: row.subscriber,
    state: row.state,
    attempts: row.attempts,
    ...(open && row.due_at && { dueAt: row.due_at.toISOString() }),
    ...(row.finished_at && { finishedAt: row.finished_at.toISOString() }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.reason_code !== null && { reasonCode: row.reason_code }),
    writes: writes.map(odooWrite),
    ...(row.document_id !== null && { documentId: row.document_id }),
  };
}

function odooWrite(row: WriteRow): OdooWrite {
  return {
    model: row.model,
    recordId: row.record_id,
    ...(row.record_name !== null && { recordName: row.record_name }),
    field: row.field,
    before: row.before,
    after: row.after,
    ...(row.pointer !== null && { pointer: row.pointer }),
    method: row.method,
  };
}
