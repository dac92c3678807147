import type { EventData, EventParts } from '../domain/events.ts';
import type { ReleasedAddress, ReleasedMove, ReleasedPicking } from './feed-picking.ts';
import { inDocumentUnits, type PartnerUnits, type UnitTable } from './units.ts';

type Order = EventData['warehouse-order.released.v1'];
type Receipt = EventData['receipt.expected.v1'];
type Tender = EventData['shipment.tendered.v1'];
type Line = Order['lines'][number];
type Party = EventParts['Party'];

/** What the words of a document are made with. */
export interface FeedWords {
  readonly units: PartnerUnits;
  readonly table: UnitTable;
  readonly carrierCodes: ReadonlyMap<number, string>;
}

/** An entry without which a transfer cannot be told: the code of a carrier or of a unit of Odoo's. */
export interface MissingEntry {
  readonly kind: 'carrier-code' | 'unit-code';
  readonly id: number;
  readonly name: string;
}

/** Data of an event with the moves of its line numbers. */
export type Made<Data> = { readonly data: Data; readonly lines: Readonly<Record<string, number>> } | MissingEntry;

/** Leaves out what Odoo has nothing for: the schemas know no empty texts. */
function given<T extends object>(fields: { readonly [K in keyof T]: T[K] | false | null | undefined }): T {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== false && value !== undefined && value !== null && value !== '',
    ),
  ) as T;
}

/** Odoo says false where there is nothing. */
const present = <T>(value: T | false): T | undefined => (value === false ? undefined : value);

/** Odoo's times are UTC without saying so. */
function moment(time: string | false): EventParts['Moment'] | undefined {
  if (!time) return undefined;
  const local = time.replace(' ', 'T');
  return { local, zone: 'UTC', zoneOrigin: 'document', utc: `${local}Z` };
}

function addressOf(partner: ReleasedAddress): Party['address'] {
  const { street, street2, city, zip, state_id: state, country_id: country } = partner;
  const address = given<EventParts['Address']>({
    street,
    street2,
    city,
    state: present(state)?.code,
    postalCode: zip,
    country: present(country)?.code,
  });
  return Object.keys(address).length > 0 ? address : undefined;
}

function party(role: Party['role'], partner: ReleasedAddress | false | undefined): Party | undefined {
  if (!partner) return undefined;
  const contact = given<NonNullable<Party['contact']>>({ phone: partner.phone, email: partner.email });
  return given<Party>({
    role,
    name: partner.name,
    id: partner.ref,
    // 92: a number that the buyer, here the depositor, has given.
    idQualifier: partner.ref ? '92' : undefined,
    address: addressOf(partner),
    contact: Object.keys(contact).length > 0 ? contact : undefined,
  });
}

/** Odoo itself has no place for a carrier's code: it stands in the hub's own cross reference. */
function carrierOf(picking: ReleasedPicking, { carrierCodes }: FeedWords): EventParts['Carrier'] | undefined {
  const { carrier_id: carrier } = picking;
  return carrier ? given<EventParts['Carrier']>({ scac: carrierCodes.get(carrier.id), name: carrier.name }) : undefined;
}

const weightUnit = (picking: ReleasedPicking): EventParts['Weight']['unit'] =>
  present(picking.weight_uom_name ?? false)?.startsWith('lb') ? 'pound' : 'kilogram';
const weightOf = (picking: ReleasedPicking, value: number | undefined): EventParts['Weight'] | undefined =>
  value !== undefined && value > 0 ? { value: rounded(value), unit: weightUnit(picking) } : undefined;
const rounded = (value: number) => Math.round(value * 1e4) / 1e4;

const openMoves = (picking: ReleasedPicking) =>
  picking.move_ids.filter(({ state }) => state !== 'cancel' && state !== 'done');
/** The open moves as lines, numbered from 1; or the unit that no document can name. */
function linesOf(
  picking: ReleasedPicking,
  words: FeedWords,
): MissingEntry | { lines: Line[]; units: number; moves: Record<string, number> } {
  const lines: Line[] = [];
  const moves: Record<string, number> = {};
  let units = 0;
  for (const [at, move] of openMoves(picking).entries()) {
    const unit = words.table.byId.get(move.product_uom.id);
    const quantity = unit && inDocumentUnits(move.product_uom_qty, unit, words.table, words.units);
    if (!quantity)
      return { kind: 'unit-code', id: move.product_uom.id, name: present(move.product_uom.name) ?? 'a unit' };
    lines.push(lineOf(picking, move, at, { ...quantity, value: rounded(quantity.value) }));
    moves[String(at + 1)] = move.id;
    units = rounded(units + quantity.value);
  }
  return { lines, units, moves };
}

function lineOf(picking: ReleasedPicking, move: ReleasedMove, at: number, quantity: Line['quantity']): Line {
  const { default_code: sku, barcode: gtin, name } = move.product_id;
  return given<Line>({
    lineNumber: String(at + 1),
    product: given<Line['product']>({
      sku,
      gtin: gtin && /^\d{8}$|^\d{12,14}$/.test(gtin) ? gtin : undefined,
      vendorSku: sku || gtin ? undefined : name,
      description: name,
    }),
    quantity,
    weight: weightOf(picking, move.weight),
  });
}

const saleOf = (picking: ReleasedPicking) => present(picking.sale_id ?? false);

function referencesOf(picking: ReleasedPicking): EventParts['Reference'][] {
  const customer = saleOf(picking)?.client_order_ref;
  const sale = saleOf(picking)?.name;
  return [
    ...(customer ? [{ kind: 'purchase-order', qualifier: 'PO', value: customer } as const] : []),
    ...(sale ? [{ kind: 'customer-order', qualifier: 'CO', value: sale } as const] : []),
  ];
}

/** What people wrote on the transfer, without its mark-up. */
function instructionsOf(picking: ReleasedPicking): string | undefined {
  if (!picking.note) return undefined;
  const entities: Readonly<Record<string, string>> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&nbsp;': ' ',
    '&#39;': "'",
    '&quot;': '"',
  };
  const text = picking.note
    // No `<` inside of a tag: a text of many of them would be read through once for each.
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(amp|lt|gt|nbsp|#39|quot);/g, (entity) => entities[entity] ?? ' ');
  return text.replace(/\s+/g, ' ').trim() || undefined;
}

const warehouseOf = (picking: ReleasedPicking): ReleasedAddress | undefined => {
  const warehouse = present(present(picking.picking_type_id)?.warehouse_id ?? false);
  return present(warehouse?.partner_id ?? false);
};
const ownerOf = (picking: ReleasedPicking): ReleasedAddress | undefined =>
  present(present(picking.company_id)?.partner_id ?? false);

/** Data of `warehouse-order.released.v1`: what is to be shipped, to whom, with whom. */
export function releaseOf(picking: ReleasedPicking, words: FeedWords): Made<Order> {
  const told = linesOf(picking, words);
  if ('kind' in told) return told;
  const parties = [
    party('depositor', ownerOf(picking)),
    party('ship-to', picking.partner_id),
    party('ship-from', warehouseOf(picking)),
  ];
  const data = given<Order>({
    orderNumber: picking.name,
    recordId: picking.id,
    purpose: 'original',
    purchaseOrder: saleOf(picking)?.client_order_ref,
    requestedShipAt: moment(picking.scheduled_date),
    requestedDeliveryAt: moment(picking.date_deadline),
    carrier: carrierOf(picking, words),
    instructions: instructionsOf(picking),
    lines: told.lines,
    totals: given<NonNullable<Order['totals']>>({ units: told.units, weight: weightOf(picking, picking.weight) }),
    references: referencesOf(picking),
    parties: parties.filter((one) => one !== undefined),
  });
  return { data, lines: told.moves };
}

/** Data of `receipt.expected.v1`: what is going to arrive. */
export function receiptOf(picking: ReleasedPicking, words: FeedWords): Made<Receipt> {
  const told = linesOf(picking, words);
  if ('kind' in told) return told;
  const parties = [
    party('depositor', ownerOf(picking)),
    party('ship-from', picking.partner_id),
    party('warehouse', warehouseOf(picking)),
  ];
  const data = given<Receipt>({
    orderNumber: picking.name,
    recordId: picking.id,
    purpose: 'original',
    purchaseOrder: present(picking.origin),
    expectedAt: moment(picking.scheduled_date),
    carrier: carrierOf(picking, words),
    instructions: instructionsOf(picking),
    lines: told.lines,
    totals: given<NonNullable<Receipt['totals']>>({ units: told.units, weight: weightOf(picking, picking.weight) }),
    references: referencesOf(picking),
    parties: parties.filter((one) => one !== undefined),
  });
  return { data, lines: told.moves };
}

/** Data of `shipment.tendered.v1`: from the warehouse to the customer. Undefined for a transfer without a carrier or that goes nowhere outside. */
export function tenderOf(picking: ReleasedPicking, words: FeedWords): Made<Tender> | undefined {
  const from = party('ship-from', warehouseOf(picking) ?? ownerOf(picking));
  const to = party('ship-to', picking.partner_id);
  const { carrier_id: own } = picking;
  if (!own || !from || !to || picking.picking_type_code !== 'outgoing') return undefined;
  const carrier = carrierOf(picking, words);
  if (!carrier?.scac) return { kind: 'carrier-code', id: own.id, name: present(own.name) ?? 'a carrier' };
  const told = linesOf(picking, words);
  if ('kind' in told) return told;
  const load = given<NonNullable<Tender['totals']>>({ units: told.units, weight: weightOf(picking, picking.weight) });
  const data = given<Tender>({
    shipmentId: picking.name,
    recordId: picking.id,
    purpose: 'original',
    carrier,
    payment: 'prepaid',
    instructions: instructionsOf(picking),
    stops: [
      given<Tender['stops'][number]>({
        sequence: 1,
        action: 'load',
        earliest: moment(picking.scheduled_date),
        party: from,
        references: referencesOf(picking),
        ...load,
      }),
      given<Tender['stops'][number]>({
        sequence: 2,
        action: 'unload',
        latest: moment(picking.date_deadline),
        party: to,
        ...load,
      }),
    ],
    totals: load,
    references: referencesOf(picking),
  });
  return { data, lines: {} };
}

/** The same order or tender with the planned date of an earlier one: for when the date that stands in Odoo now is the hub's own doing. */
export function datedLike(data: Record<string, unknown>, earlier: Record<string, unknown>): Record<string, unknown> {
  const { requestedShipAt: _, ...rest } = data;
  const stops = data.stops as Tender['stops'] | undefined;
  const before = earlier.stops as Tender['stops'] | undefined;
  return given<Record<string, unknown>>({
    ...rest,
    requestedShipAt: earlier.requestedShipAt,
    stops: stops?.map((stop, at) => given<Tender['stops'][number]>({ ...stop, earliest: before?.[at]?.earliest })),
  });
}
