import type { Json } from './records.ts';
import type { Version } from './schema.ts';
import type { Company, SeededProduct } from './seed-company.ts';
import { type Lines, orderLines, purchaseLines, serviceOrder, services } from './seed-data.ts';
import type { SeedRows } from './seed-rows.ts';

interface Wish {
  readonly version: Version;
  readonly count: number;
  /** `YYYY-MM-DD HH:MM:SS`, UTC. */
  readonly now: string;
}

const number = (prefix: string, n: number) => `${prefix}${String(n + 1).padStart(5, '0')}`;
/** 17:00 UTC, some days on. */
function daysOn(now: string, days: number): string {
  const time = new Date(`${now.slice(0, 10)}T17:00:00Z`);
  time.setUTCDate(time.getUTCDate() + days);
  return `${time.toISOString().slice(0, 10)} 17:00:00`;
}

const all = (count: number, linesOf: (n: number) => Lines): Lines[] =>
  Array.from({ length: count }, (_, n) => linesOf(n));
const lineCount = (orders: readonly Lines[]) => orders.reduce((sum, lines) => sum + lines.length, 0);

function lineOf(
  move: number,
  values: Record<string, Json>,
  quantity: number,
  lot: number | null,
): Record<string, Json> {
  return {
    move_id: move,
    picking_id: values.picking_id ?? null,
    product_id: values.product_id ?? null,
    product_uom_id: values.product_uom ?? null,
    company_id: values.company_id ?? null,
    location_id: values.location_id ?? null,
    location_dest_id: values.location_dest_id ?? null,
    quantity,
    picked: false,
    lot_id: lot,
  };
}

/** Orders S00001… with their transfers WH/OUT/00001…, confirmed and fully reserved. */
export async function seedOrders(rows: SeedRows, made: Company, { version, count, now }: Wish): Promise<void> {
  const orders = all(count, orderLines);
  await rows.reserve('sale.order', count);
  await rows.reserve('stock.picking', count);
  for (const model of ['sale.order.line', 'stock.move', 'stock.move.line'])
    await rows.reserve(model, lineCount(orders));
  for (const [n, lines] of orders.entries()) addOrder(rows, made, version, n, lines, now);
}

function addOrder(rows: SeedRows, made: Company, version: Version, n: number, lines: Lines, now: string): void {
  const name = number('S', n);
  const reference = `PO-${88101 + n}`;
  const customer = made.customerIds[n % made.customerIds.length]!;
  // The first transfers go to the customer and by the carrier that the sample documents name.
  const partner = n < 5 ? made.customerIds[0]! : customer;
  const carrier = made.carrierIds[n < 5 ? 0 : n % made.carrierIds.length]!;
  const commitment = daysOn(now, 3 + (n % 10));
  const order = rows.add('sale.order', {
    name,
    state: 'sale',
    client_order_ref: reference,
    partner_id: partner,
    partner_shipping_id: partner,
    company_id: made.companyId,
    warehouse_id: made.warehouseId,
    carrier_id: carrier,
    date_order: now,
    commitment_date: commitment,
  });
  const shared = {
    company_id: made.companyId,
    origin: version === 18 ? `${name} - ${reference}` : name,
    location_id: made.stockId,
    location_dest_id: made.customersId,
    date_deadline: commitment,
  };
  const picking = rows.add('stock.picking', {
    ...shared,
    name: number('WH/OUT/', n),
    state: 'assigned',
    priority: '0',
    move_type: 'direct',
    is_locked: true,
    scheduled_date: commitment,
    picking_type_id: made.outgoingTypeId,
    partner_id: partner,
    sale_id: order,
    carrier_id: carrier,
  });
  for (const [code, quantity] of lines)
    addSold(rows, made, { order, picking, shared, commitment, version }, made.products.get(code)!, quantity);
}

function addSold(
  rows: SeedRows,
  made: Company,
  of: { order: number; picking: number; shared: Record<string, Json>; commitment: string; version: Version },
  product: SeededProduct,
  quantity: number,
): void {
  const line = rows.add('sale.order.line', {
    order_id: of.order,
    sequence: 10,
    name: product.shown,
    product_id: product.id,
    product_uom_qty: quantity,
    product_uom_id: made.unitId,
    price_unit: product.price,
  });
  const values = {
    ...of.shared,
    picking_id: of.picking,
    state: 'assigned',
    sequence: 10,
    date: of.commitment,
    name: product.shown,
    description_picking: of.version >= 19 ? '' : product.name,
    product_id: product.id,
    product_uom: made.unitId,
    product_uom_qty: quantity,
    sale_line_id: line,
  };
  const move = rows.add('stock.move', values);
  rows.add('stock.move.line', lineOf(move, values, quantity, product.tracking === 'none' ? null : made.lots[0]!.id));
}

/** Purchase orders P00001… with their receipts WH/IN/00001…, ready. */
export async function seedPurchases(rows: SeedRows, made: Company, { count, now }: Wish): Promise<void> {
  const orders = all(count, purchaseLines);
  await rows.reserve('purchase.order', count);
  await rows.reserve('stock.picking', count);
  for (const model of ['purchase.order.line', 'stock.move', 'stock.move.line'])
    await rows.reserve(model, lineCount(orders));
  for (const [n, lines] of orders.entries()) addPurchase(rows, made, n, lines, now);
}

function addPurchase(rows: SeedRows, made: Company, n: number, lines: Lines, now: string): void {
  const name = number('P', n);
  const planned = daysOn(now, 5 + n);
  const order = rows.add('purchase.order', {
    name,
    state: 'purchase',
    partner_id: made.vendorId,
    company_id: made.companyId,
    date_order: now,
    date_approve: now,
    date_planned: planned,
  });
  const shared = {
    company_id: made.companyId,
    origin: name,
    location_id: made.vendorsId,
    location_dest_id: made.stockId,
    date_deadline: planned,
  };
  const picking = rows.add('stock.picking', {
    ...shared,
    name: number('WH/IN/', n),
    state: 'assigned',
    priority: '0',
    move_type: 'direct',
    is_locked: true,
    scheduled_date: planned,
    picking_type_id: made.incomingTypeId,
    partner_id: made.vendorId,
    purchase_id: order,
  });
  for (const [code, quantity] of lines) {
    const product = made.products.get(code)!;
    const line = rows.add('purchase.order.line', {
      order_id: order,
      sequence: 10,
      name: product.shown,
      product_id: product.id,
      product_qty: quantity,
      product_uom_id: made.unitId,
      price_unit: product.cost,
      date_planned: planned,
    });
    const values = {
      ...shared,
      picking_id: picking,
      state: 'assigned',
      sequence: 10,
      date: planned,
      name: product.shown,
      product_id: product.id,
      product_uom: made.unitId,
      product_uom_qty: quantity,
      purchase_line_id: line,
    };
    const move = rows.add('stock.move', values);
    rows.add('stock.move.line', lineOf(move, values, quantity, null));
  }
}

/** The purchase order of what the warehouse does for the company; nothing of it is received. */
export async function seedServices(rows: SeedRows, made: Company, now: string): Promise<void> {
  const order = await rows.one('purchase.order', {
    ...{ name: serviceOrder, state: 'purchase', partner_id: made.contactIds.warehouse, company_id: made.companyId },
    ...{ date_order: now, date_approve: now, date_planned: now },
  });
  for (const { code, name, cost, quantity } of services) {
    const product = await rows.one('product.product', {
      ...{ name, default_code: code, service: true, tracking: 'none', uom_id: made.unitId, active: true },
      standard_price: cost,
    });
    await rows.one('purchase.order.line', {
      ...{ order_id: order, sequence: 10, name: `[${code}] ${name}`, product_id: product, product_qty: quantity },
      ...{ product_uom_id: made.unitId, price_unit: cost, date_planned: now },
    });
  }
}
