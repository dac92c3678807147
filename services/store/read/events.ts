import type { components } from '../../../specs/generated/openapi.ts';
import type { Tx } from '../database.ts';

export type Delivery = components['schemas']['Delivery'];
type EventView = components['schemas']['EventView'];
type OdooWrite = components['schemas']['OdooWrite'];

const shownEvents = 200;
const shownBytes = 8 * 1024 * 1024;
const briefEvents = 1000;

/** How much of each event: a brief one has neither data nor provenance nor writes; `first` has the provenance of the first hundred entries of each list only. */
export type EventDetail = 'whole' | 'first' | 'brief';

/** Where the fields of an event stand: in the document that was written of it, else in the one that it was read from. */
const asWritten = 'coalesce((select provenance from document where id = ?), e.provenance)';

/** Nine tenths of a large event say where the many lines of a list came from: the database leaves them out, or everybody on the way would read and write them. */
const further = '/[0-9]{3,}(/|$)';
const firstProvenance = (tx: Tx, documentId: string) => [
  tx.raw(
    `(select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(${asWritten}) where key !~ '${further}') as provenance`,
    [documentId],
  ),
  tx.raw(`exists (select from jsonb_object_keys(${asWritten}) key where key ~ '${further}') as cut`, [documentId]),
];

interface EventRow {
  id: string;
  set_id: string | null;
  type: string;
  subject: string;
  occurred_at: Date;
  start_byte: number | null;
  end_byte: number | null;
  /** Undefined in a brief event, as is the provenance. */
  data?: Record<string, never>;
  provenance?: NonNullable<EventView['provenance']>;
  /** Where only the first entries were asked for: whether there are more. */
  cut?: boolean;
}
interface DeliveryRow {
  id: string;
  event_id: string | null;
  lane: string;
  destination: Delivery['destination'];
  place: string;
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

/** Events that were read from a document, or that the document was made of, in their order. */
const eventsOf = (tx: Tx, documentId: string) =>
  tx('event as e').where((any) =>
    any
      .where({ 'e.document_id': documentId })
      .orWhereIn('e.id', tx('document').where({ id: documentId }).select('event_id')),
  );

const briefColumns = ['e.id', 'e.set_id', 'e.type', 'e.subject', 'e.occurred_at', 's.start_byte', 's.end_byte'];
function columnsOf(tx: Tx, documentId: string, detail: EventDetail) {
  if (detail === 'brief') return briefColumns;
  const whole = () => [tx.raw(`${asWritten} as provenance`, [documentId])];
  return [...briefColumns, 'e.data', ...(detail === 'first' ? firstProvenance(tx, documentId) : whole())];
}

/** The first events of a document with their deliveries, whole ones with what those wrote to Odoo; and how many there are. */
export async function eventViews(
  tx: Tx,
  documentId: string,
  detail: EventDetail,
): Promise<{ events: EventView[]; count: number }> {
  const related = eventsOf(tx, documentId);
  const [{ count }] = (await related.clone().count()) as [{ count: number }];
  const shown = related.clone().leftJoin('transaction_set as s', 's.id', 'e.set_id').orderBy('e.seq');
  if (detail === 'brief') shown.limit(briefEvents);
  else shown.whereIn('e.id', await firstWhole(tx, documentId));
  const rows = await shown.select<EventRow[]>(columnsOf(tx, documentId, detail));
  return { events: await withDeliveries(tx, rows, detail), count };
}

/** One event of a document with everything; undefined where there are fewer. */
export async function readEvent(
  tx: Tx,
  documentId: string,
  ordinal: number,
  detail: 'whole' | 'first' = 'whole',
): Promise<EventView | undefined> {
  // Which one it is is found first: what is large is read of no other.
  const [found] = await eventsOf(tx, documentId)
    .orderBy('e.seq')
    .offset(ordinal - 1)
    .limit(1)
    .select<{ id: string }[]>('e.id');
  if (!found) return undefined;
  const rows = await tx('event as e')
    .where({ 'e.id': found.id })
    .leftJoin('transaction_set as s', 's.id', 'e.set_id')
    .select<EventRow[]>(columnsOf(tx, documentId, detail));
  return (await withDeliveries(tx, rows, detail))[0];
}

/** Ids of as many events as an answer holds. */
async function firstWhole(tx: Tx, documentId: string): Promise<readonly string[]> {
  const sizes = await eventsOf(tx, documentId)
    .orderBy('e.seq')
    .limit(shownEvents)
    .select<{ id: string; size: number }[]>(
      'e.id',
      tx.raw('octet_length(e.data::text) + octet_length(e.provenance::text) as size'),
    );
  let taken = 0;
  const shown = sizes.filter(({ size }, nth) => {
    taken += size;
    return nth === 0 || taken <= shownBytes;
  });
  return shown.map(({ id }) => id);
}

async function withDeliveries(tx: Tx, rows: readonly EventRow[], detail: EventDetail): Promise<EventView[]> {
  const deliveries = await deliveriesOf(
    tx,
    'event_id',
    rows.map((row) => row.id),
    detail,
  );
  const byEvent = Map.groupBy(deliveries, (d) => d.eventId);
  return rows.map((row) => ({
    id: row.id,
    ...(row.set_id !== null && { setId: row.set_id }),
    ...(row.start_byte !== null && row.end_byte !== null && { bytes: [row.start_byte, row.end_byte] }),
    type: row.type,
    subject: row.subject,
    time: row.occurred_at.toISOString(),
    lane: byEvent.get(row.id)?.[0]?.lane ?? row.subject,
    ...(row.data !== undefined && { data: row.data }),
    ...(row.provenance !== undefined && { provenance: row.provenance }),
    ...(row.cut && { provenanceCut: true }),
    deliveries: (byEvent.get(row.id) ?? []).map((d) => d.delivery),
  }));
}

/** One delivery with its writes. */
export async function readDelivery(tx: Tx, id: string): Promise<Delivery | undefined> {
  const [found] = await deliveriesOf(tx, 'id', [id], 'whole');
  return found?.delivery;
}

async function deliveriesOf(
  tx: Tx,
  by: 'id' | 'event_id',
  ids: readonly string[],
  detail: EventDetail,
): Promise<{ eventId: string | null; lane: string; delivery: Delivery }[]> {
  const rows = await tx('delivery').whereIn(by, ids).orderBy('seq').select<DeliveryRow[]>();
  const of = rows.map((row) => row.id);
  const byDelivery = detail === 'brief' ? new Map<string, readonly WriteRow[]>() : await writesOf(tx, of);
  const counts = detail === 'brief' ? await writeCounts(tx, of) : undefined;
  return rows.map((row) => {
    const writes = byDelivery.get(row.id) ?? [];
    const count = counts === undefined ? writes.length : (counts.get(row.id) ?? 0);
    return { eventId: row.event_id, lane: row.lane, delivery: delivery(row, writes, count) };
  });
}

async function writesOf(tx: Tx, deliveryIds: readonly string[]): Promise<ReadonlyMap<string, readonly WriteRow[]>> {
  const writes = await tx('odoo_write').whereIn('delivery_id', deliveryIds).orderBy('id').select<WriteRow[]>();
  return Map.groupBy(writes, (write) => write.delivery_id);
}

async function writeCounts(tx: Tx, deliveryIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx('odoo_write')
    .whereIn('delivery_id', deliveryIds)
    .groupBy('delivery_id')
    .select<{ id: string; n: number }[]>({ id: 'delivery_id' }, tx.raw('count(*)::int as n'));
  return new Map(rows.map(({ id, n }) => [id, n]));
}

function delivery(row: DeliveryRow, writes: readonly WriteRow[], writeCount: number): Delivery {
  const open = row.state === 'pending' || row.state === 'in-flight';
  return {
    id: row.id,
    destination: row.destination,
    ...(row.destination === 'document' && row.place !== '' && { place: row.place }),
    state: row.state,
    attempts: row.attempts,
    ...(open && row.due_at && { dueAt: row.due_at.toISOString() }),
    ...(row.finished_at && { finishedAt: row.finished_at.toISOString() }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.reason_code !== null && { reasonCode: row.reason_code }),
    writes: writes.map(odooWrite),
    writeCount,
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
