import type { ReleasedAddress, ReleasedMove, ReleasedPicking } from './feed-picking.ts';

type Data = Record<string, unknown>;

/** Leaves out what Odoo has nothing for: the schemas know no empty texts. */
function given(fields: Data): Data {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== false && value !== undefined && value !== null && value !== '',
    ),
  );
}

/** Odoo says false where there is nothing. */
const present = <T>(value: T | false): T | undefined => (value === false ? undefined : value);

/** Odoo's times are UTC without saying so. */
function moment(time: string | false): Data | undefined {
  if (!time) return undefined;
  const local = time.replace(' ', 'T');
  return { local, zone: 'UTC', zoneOrigin: 'document', utc: `${local}Z` };
}

function addressOf(partner: ReleasedAddress): Data | undefined {
  const { street, street2, city, zip, state_id: state, country_id: country } = partner;
  const address = given({
    street,
    street2,
    city,
    state: present(state)?.code,
    postalCode: zip,
    country: present(country)?.code,
  });
  return Object.keys(address).length > 0 ? address : undefined;
}

function party(role: string, partner: ReleasedAddress | false | undefined): Data | undefined {
  if (!partner) return undefined;
  const contact = given({ phone: partner.phone, email: partner.email });
  return given({
    role,
    name: partner.name,
    id: partner.ref,
    // 92: a number that the buyer, here the depositor, has given.
    idQualifier: partner.ref ? '92' : undefined,
    address: addressOf(partner),
    contact: Object.keys(contact).length > 0 ? contact : undefined,
  });
}

/** The code of a carrier stands as internal reference on its delivery product: Odoo itself has no place for it. */
function carrierOf(picking: ReleasedPicking): Data | undefined {
  if (!picking.carrier_id) return undefined;
  const code = present(picking.carrier_id.product_id)?.default_code;
  return given({ scac: code && /^[A-Z]{2,4}$/.test(code) ? code : undefined, name: picking.carrier_id.name });
}

const weightUnit = (picking: ReleasedPicking): string =>
  present(picking.weight_uom_name)?.startsWith('lb') ? 'pound' : 'kilogram';
const weightOf = (picking: ReleasedPicking, value: number): Data | undefined =>
  value > 0 ? { value: rounded(value), unit: weightUnit(picking) } : undefined;
const rounded = (value: number) => Math.round(value * 1e4) / 1e4;

const openMoves = (picking: ReleasedPicking) =>
  picking.move_ids.filter(({ state }) => state !== 'cancel' && state !== 'done');
const unitsOf = (picking: ReleasedPicking) =>
  rounded(openMoves(picking).reduce((sum, move) => sum + move.product_uom_qty, 0));

function lineOf(picking: ReleasedPicking, move: ReleasedMove, at: number): Data {
  const { default_code: sku, barcode: gtin, name } = move.product_id;
  return given({
    lineNumber: String(at + 1),
    product: given({
      sku,
      gtin: gtin && /^\d{8}$|^\d{12,14}$/.test(gtin) ? gtin : undefined,
      vendorSku: sku || gtin ? undefined : name,
      description: name,
    }),
    quantity: { value: move.product_uom_qty, unit: 'each', unitCode: 'EA' },
    weight: weightOf(picking, move.weight),
  });
}

function referencesOf(picking: ReleasedPicking): Data[] {
  const customer = present(picking.sale_id)?.client_order_ref;
  const sale = present(picking.sale_id)?.name;
  return [
    ...(customer ? [{ kind: 'purchase-order', qualifier: 'PO', value: customer }] : []),
    ...(sale ? [{ kind: 'customer-order', qualifier: 'CO', value: sale }] : []),
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
    .replace(/<[^>]*>/g, ' ')
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
export function releaseOf(picking: ReleasedPicking): Data {
  const parties = [
    party('depositor', ownerOf(picking)),
    party('ship-to', picking.partner_id),
    party('ship-from', warehouseOf(picking)),
  ];
  return given({
    orderNumber: picking.name,
    recordId: picking.id,
    purpose: 'original',
    purchaseOrder: present(picking.sale_id)?.client_order_ref,
    requestedShipAt: moment(picking.scheduled_date),
    requestedDeliveryAt: moment(picking.date_deadline),
    carrier: carrierOf(picking),
    instructions: instructionsOf(picking),
    lines: openMoves(picking).map((move, at) => lineOf(picking, move, at)),
    totals: given({ units: unitsOf(picking), weight: weightOf(picking, picking.weight) }),
    references: referencesOf(picking),
    parties: parties.filter((one) => one !== undefined),
  });
}

/** Data of `shipment.tendered.v1`: from the warehouse to the customer. Undefined for a transfer without a carrier or that goes nowhere outside. */
export function tenderOf(picking: ReleasedPicking): Data | undefined {
  const carrier = carrierOf(picking);
  const from = party('ship-from', warehouseOf(picking) ?? ownerOf(picking));
  const to = party('ship-to', picking.partner_id);
  if (!carrier || !from || !to || picking.picking_type_code !== 'outgoing') return undefined;
  const load = given({ units: unitsOf(picking), weight: weightOf(picking, picking.weight) });
  return given({
    shipmentId: picking.name,
    recordId: picking.id,
    purpose: 'original',
    carrier,
    payment: 'prepaid',
    instructions: instructionsOf(picking),
    stops: [
      given({
        sequence: 1,
        action: 'load',
        earliest: moment(picking.scheduled_date),
        party: from,
        references: referencesOf(picking),
        ...load,
      }),
      given({ sequence: 2, action: 'unload', latest: moment(picking.date_deadline), party: to, ...load }),
    ],
    totals: load,
    references: referencesOf(picking),
  });
}

/** The same order or tender with the planned date of an earlier one: for when the date that stands in Odoo now is the hub's own doing. */
export function datedLike(data: Data, earlier: Data): Data {
  const { requestedShipAt: _, ...rest } = data;
  const stops = data.stops as readonly Data[] | undefined;
  const before = earlier.stops as readonly Data[] | undefined;
  return given({
    ...rest,
    requestedShipAt: earlier.requestedShipAt,
    stops: stops?.map((stop, at) => given({ ...stop, earliest: before?.[at]?.earliest })),
  });
}
