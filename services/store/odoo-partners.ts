import type { Knex } from 'knex';
import { lookupOf } from '../domain/cross-references.ts';
import type { EventData, EventType } from '../domain/events.ts';
import type { Tx } from './database.ts';
import type { Environment } from './documents.ts';

/** Look-up of each partner that says what its unit codes are in Odoo: `CA` is `12` pieces, or the unit `Pack of 6`. */
export const unitLookup = lookupOf.unit;

/** Who a partner is in Odoo's books, and how its orders and invoices are taken. */
export interface OdooTradeRow {
  readonly vendorId?: number;
  readonly customerId?: number;
  readonly journalId?: number;
  readonly freightProductId?: number;
  readonly tolerance?: number;
  readonly unpricedFreight?: 'hold' | 'apply';
}

/** What a partner may do in one Odoo, and how its documents are to be read there. */
export interface OdooPartnerRow {
  readonly pickingTypeIds: readonly number[];
  readonly unreserved: 'reserve' | 'hold' | 'apply';
  readonly unitTolerance: number;
  readonly sendCancels: boolean;
  readonly overs: 'apply' | 'hold';
  readonly warehouseCancels: 'apply' | 'hold';
  readonly quarantineLocationId: number | null;
  readonly trade: OdooTradeRow;
}

/** A partner that nothing was arranged for covers no site: it may speak of what it was sent, and of nothing else. */
const nothingArranged: OdooPartnerRow = {
  pickingTypeIds: [],
  unreserved: 'reserve',
  unitTolerance: 0,
  sendCancels: true,
  overs: 'apply',
  warehouseCancels: 'hold',
  quarantineLocationId: null,
  trade: {},
};

const columns = {
  pickingTypeIds: 'picking_type_ids',
  unreserved: 'unreserved',
  unitTolerance: 'unit_tolerance',
  sendCancels: 'send_cancels',
  overs: 'overs',
  warehouseCancels: 'warehouse_cancels',
  quarantineLocationId: 'quarantine_location_id',
  trade: 'trade',
} as const;

export async function readOdooPartner(db: Knex, connectionId: string, orgId: string): Promise<OdooPartnerRow> {
  const row = await db('odoo_partner')
    .where({ connection_id: connectionId, org_id: orgId })
    .first<OdooPartnerRow | undefined>(columns);
  return row ?? nothingArranged;
}

export async function saveOdooPartner(
  tx: Tx,
  connectionId: string,
  orgId: string,
  row: Partial<OdooPartnerRow>,
): Promise<void> {
  const values = Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      columns[name as keyof OdooPartnerRow],
      name === 'trade' ? JSON.stringify(value) : value,
    ]),
  );
  const insert = tx('odoo_partner')
    .insert({ connection_id: connectionId, org_id: orgId, ...values })
    .onConflict(['connection_id', 'org_id']);
  await (Object.keys(values).length > 0 ? insert.merge(values) : insert.ignore());
}

/** Nothing is arranged for a partner in an Odoo any more. @returns whether anything was */
export async function removeOdooPartner(tx: Tx, connectionId: string, orgId: string): Promise<boolean> {
  return (await tx('odoo_partner').where({ connection_id: connectionId, org_id: orgId }).delete()) > 0;
}

/** Name of the other Odoo of the environment that something is arranged in for a partner; undefined where that is in none. */
export async function arrangedElsewhere(
  tx: Tx,
  of: { readonly connectionId: string; readonly environment: Environment; readonly orgId: string },
): Promise<string | undefined> {
  const row = await tx('odoo_partner as p')
    .join('odoo_connection as c', 'c.id', 'p.connection_id')
    .where({ 'p.org_id': of.orgId, 'c.environment': of.environment })
    .whereNot({ 'c.id': of.connectionId })
    .first<{ name: string } | undefined>('c.name');
  return row?.name;
}

/** A transfer that a partner was sent an event about. */
export interface NotifiedRow {
  readonly recordId: number;
  readonly lines: Readonly<Record<string, number>>;
}

/** The transfers of an Odoo that a partner was notified of, by name or by id; the line numbers are those of the newest event. */
export async function notifiedTransfers(
  db: Knex,
  of: { readonly connectionId: string; readonly orgId: string },
  wanted: { readonly names?: readonly string[]; readonly ids?: readonly number[] },
): Promise<readonly NotifiedRow[]> {
  const { rows } = await db.raw<{ rows: NotifiedRow[] }>(
    `select distinct on (n.record_id) n.record_id as "recordId", n.lines
     from notified_transfer n join event e on e.id = n.event_id
     where n.connection_id = :connectionId and n.org_id = :orgId and (n.name = any(:names::text[]) or n.record_id = any(:ids::int[]))
     order by n.record_id, e.seq desc`,
    { ...of, names: wanted.names ?? [], ids: wanted.ids ?? [] },
  );
  return rows;
}

/** The notices of a partner (856) that were written to these moves of an Odoo, oldest first. */
export async function announcedOn(
  db: Knex,
  of: { readonly connectionId: string; readonly orgId: string },
  moveIds: readonly number[],
): Promise<readonly { readonly time: string; readonly data: EventData['shipment.announced.v1'] }[]> {
  const { rows } = await db.raw<{ rows: { at: Date; data: EventData['shipment.announced.v1'] }[] }>(
    `select e.occurred_at as at, e.data from event e
     where e.org_id = :orgId and e.type = 'shipment.announced.v1' and e.id in (
       select d.event_id from odoo_write w join delivery d on d.id = w.delivery_id
       where w.connection_id = :connectionId and w.model = 'stock.move' and w.record_id = any(:moveIds::int[]) and w.org_id = :orgId)
     order by e.occurred_at, e.seq`,
    { ...of, moveIds },
  );
  return rows.map(({ at, data }) => ({ time: at.toISOString(), data }));
}

export async function insertNotified(
  tx: Tx,
  row: {
    readonly eventId: string;
    readonly connectionId: string;
    readonly orgId: string;
    readonly eventType: EventType;
    readonly recordId: number;
    readonly name: string;
    readonly lines: Readonly<Record<string, number>>;
  },
): Promise<void> {
  await tx('notified_transfer').insert({
    event_id: row.eventId,
    connection_id: row.connectionId,
    org_id: row.orgId,
    event_type: row.eventType,
    record_id: row.recordId,
    name: row.name,
    lines: JSON.stringify(row.lines),
  });
}

/** Who was sent events about a transfer, and of which types. */
export async function partnersNotifiedOf(
  tx: Tx,
  connectionId: string,
  recordId: number,
): Promise<readonly { readonly orgId: string; readonly type: EventType }[]> {
  return tx('notified_transfer')
    .distinct<{ orgId: string; type: EventType }[]>({ orgId: 'org_id', type: 'event_type' })
    .where({ connection_id: connectionId, record_id: recordId })
    .orderBy('event_type');
}
