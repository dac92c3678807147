import { type Env, groupBy, numberOf, textOf } from '../env.ts';
import type { Json, Row } from '../records.ts';
import { moveQuantity } from '../stock/computed.ts';
import { converted, rounded } from '../stock/units.ts';
import { billed } from './bills.ts';

const ids = (rows: readonly Row[]) => rows.map((row) => row.id);

async function finishedBy(env: Env, rows: readonly Row[], field: string): Promise<Map<number, Row[]>> {
  return groupBy(await env.children('stock.picking', field, ids(rows)), field);
}

function progress(pickings: readonly Row[] = []): string | null {
  const states = pickings.map((picking) => textOf(picking.values.state)).filter((state) => state !== 'cancel');
  if (states.length === 0) return null;
  if (states.every((state) => state === 'done')) return 'full';
  return states.includes('done') ? 'partial' : 'pending';
}

const firstDone = (pickings: readonly Row[] = []): Json =>
  pickings
    .map((picking) => textOf(picking.values.date_done))
    .filter(Boolean)
    .sort()[0] ?? null;

export async function deliveryStatus(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const pickings = await finishedBy(env, rows, 'sale_id');
  return rows.map((row) => progress(pickings.get(row.id)));
}

export async function receiptStatus(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const pickings = await finishedBy(env, rows, 'purchase_id');
  return rows.map((row) => progress(pickings.get(row.id)));
}

export async function saleEffectiveDate(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const pickings = await finishedBy(env, rows, 'sale_id');
  return rows.map((row) => firstDone(pickings.get(row.id)));
}

export async function purchaseEffectiveDate(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const pickings = await finishedBy(env, rows, 'purchase_id');
  return rows.map((row) => firstDone(pickings.get(row.id)));
}

export async function incomingCount(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const pickings = await finishedBy(env, rows, 'purchase_id');
  return rows.map((row) => pickings.get(row.id)?.length ?? 0);
}

export async function saleInvoiceStatus(_env: Env, rows: readonly Row[]): Promise<Json[]> {
  return rows.map((row) => (row.values.state === 'sale' ? 'to invoice' : 'no'));
}

export async function purchaseInvoiceStatus(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const lines = await env.children('purchase.order.line', 'order_id', ids(rows));
  const quantities = await received(env, lines);
  const arrived = new Set(lines.filter((_, at) => numberOf(quantities[at]) > 0).map((line) => line.values.order_id));
  const open = await toBill(env, lines);
  const due = new Set(lines.filter((_, at) => numberOf(open[at]) > 0).map((line) => line.values.order_id));
  return rows.map((row) => (due.has(row.id) ? 'to invoice' : arrived.has(row.id) ? 'invoiced' : 'no'));
}

/** What of order lines went to a kind of place, less what came back, in the unit of the line. */
async function doneFor(env: Env, rows: readonly Row[], field: string, usage: string): Promise<Json[]> {
  const moves = (await env.children('stock.move', field, ids(rows))).filter((move) => move.values.state === 'done');
  const quantities = await moveQuantity(env, moves);
  const signed = new Map<number, number>();
  for (const [at, move] of moves.entries()) {
    const from = await env.one('stock.location', move.values.location_id);
    const to = await env.one('stock.location', move.values.location_dest_id);
    const sign = to?.values.usage === usage ? 1 : from?.values.usage === usage ? -1 : 0;
    const way = field === 'sale_line_id' ? sign : -sign;
    const counts = way > 0 || move.values.to_refund === true;
    signed.set(move.id, counts ? way * numberOf(quantities[at]) : 0);
  }
  const byLine = groupBy(moves, field);
  const sums: number[] = [];
  for (const row of rows) {
    let sum = 0;
    for (const move of byLine.get(row.id) ?? [])
      sum += await converted(env, signed.get(move.id)!, move.values.product_uom, row.values.product_uom_id);
    sums.push(rounded(sum));
  }
  return sums;
}

export const delivered = (env: Env, rows: readonly Row[]) => doneFor(env, rows, 'sale_line_id', 'customer');
export const received = (env: Env, rows: readonly Row[]) => doneFor(env, rows, 'purchase_line_id', 'supplier');

async function ordered(env: Env, rows: readonly Row[]): Promise<(row: Row) => boolean> {
  const orders = await env.browse(
    'sale.order',
    rows.map((row) => numberOf(row.values.order_id)),
  );
  const sold = new Set(orders.filter((order) => order.values.state === 'sale').map((order) => order.id));
  return (row) => sold.has(numberOf(row.values.order_id));
}

export async function saleToInvoice(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const isOrdered = await ordered(env, rows);
  return rows.map((row) => (isOrdered(row) ? numberOf(row.values.product_uom_qty) : 0));
}

/** What of order lines may be billed: what came, and has not been billed. */
export async function toBill(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const [came, done] = [await received(env, rows), await billed(env, rows)];
  return rows.map((_, at) => rounded(numberOf(came[at]) - numberOf(done[at])));
}

export async function saleUntaxed(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const lines = groupBy(await env.children('sale.order.line', 'order_id', ids(rows)), 'order_id');
  const sum = (all: number, { values: { product_uom_qty, price_unit, discount } }: Row) =>
    all + numberOf(product_uom_qty) * numberOf(price_unit) * (1 - numberOf(discount) / 100);
  return rows.map(({ id }) => rounded((lines.get(id) ?? []).reduce(sum, 0)));
}

export async function saleLineInvoiceStatus(env: Env, rows: readonly Row[]): Promise<Json[]> {
  const isOrdered = await ordered(env, rows);
  return rows.map((row) => (isOrdered(row) ? 'to invoice' : 'no'));
}

/** `S00025 - [NG-LAMP] Camp lamp (BIGRET)`: order, product, the customer's reference. */
export async function saleLineNames(env: Env, rows: readonly Row[]): Promise<string[]> {
  return Promise.all(
    rows.map(async (row) => {
      const order = await env.one('sale.order', row.values.order_id);
      const partner = await env.one('res.partner', order?.values.partner_id);
      const reference = textOf(partner?.values.ref);
      return `${textOf(order?.values.name)} - ${textOf(row.values.name).split('\n')[0]}${reference ? ` (${reference})` : ''}`;
    }),
  );
}
