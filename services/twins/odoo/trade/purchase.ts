import { type Env, numberOf, textOf } from '../env.ts';
import { announceTransfer } from '../mail.ts';
import { displayNames } from '../read.ts';
import type { Json, Row } from '../records.ts';
import { nextName } from '../stock/backorder.ts';
import { reserve } from '../stock/reserve.ts';
import { cancelTransfersOf } from '../stock/transfers.ts';
import { converted, rounded, unitOfProduct } from '../stock/units.ts';

export async function completeOrder(env: Env, values: Row['values']): Promise<Row['values']> {
  return { date_order: env.now, ...values, name: values.name ?? (await env.records.number('purchase')) };
}

export async function completeLine(env: Env, values: Row['values']): Promise<Row['values']> {
  const product = await env.one('product.product', values.product_id);
  const [name] = product ? await displayNames(env, env.schema.inner('product.product'), [product]) : [''];
  // The order's own date is not taken over: so does Odoo.
  return { name: name ?? null, date_planned: env.now, product_uom_id: product?.values.uom_id ?? 1, ...values };
}

/** Confirms purchase orders: each gets one receipt, ready at once. */
export async function confirmPurchases(env: Env, ids: readonly number[]): Promise<true> {
  for (const order of await env.records.lock('purchase.order', ids)) {
    if (order.values.state !== 'draft' && order.values.state !== 'sent') continue;
    env.records.set(order, { state: 'purchase', date_approve: env.now });
    await receive(env, order);
  }
  return true;
}

/** Cancels purchase orders with those of their receipts that are not done. */
export async function cancelPurchases(env: Env, ids: readonly number[]): Promise<true> {
  await cancelTransfersOf(env, 'purchase_id', ids);
  for (const order of await env.records.lock('purchase.order', ids)) env.records.set(order, { state: 'cancel' });
  return true;
}

async function receive(env: Env, order: Row): Promise<void> {
  const [usual] = await env.search('stock.picking.type', [['code', '=', 'incoming']], { limit: 1 });
  const type = (await env.one('stock.picking.type', order.values.picking_type_id)) ?? usual;
  const [vendors] = await env.search('stock.location', [['usage', '=', 'supplier']], { limit: 1 });
  const lines = await env.children('purchase.order.line', 'order_id', [order.id]);
  const dates = lines.map((line) => textOf(line.values.date_planned)).sort();
  const shared = {
    company_id: order.values.company_id ?? 1,
    origin: order.values.name ?? null,
    location_id: vendors?.id ?? null,
    location_dest_id: type?.values.default_location_dest_id ?? null,
    date_deadline: dates[0] ?? env.now,
  };
  const [picking] = await env.records.create(env.schema.inner('stock.picking'), [
    {
      ...shared,
      name: await nextName(env, type?.id),
      state: 'confirmed',
      date: env.now,
      priority: '0',
      move_type: 'direct',
      is_locked: true,
      scheduled_date: dates[0] ?? env.now,
      picking_type_id: type?.id ?? null,
      partner_id: order.values.partner_id ?? null,
      purchase_id: order.id,
    },
  ]);
  const wanted: Record<string, Json>[] = [];
  for (const [at, line] of lines.entries())
    wanted.push({
      ...(await moveOf(env, line, picking!, shared)),
      sequence: numberOf(line.values.sequence ?? 10) + at,
    });
  const moves = await env.records.create(env.schema.inner('stock.move'), wanted);
  await reserve(env, moves);
  await announceTransfer(env, picking!.id, 'purchase.order', order);
}

async function moveOf(env: Env, line: Row, picking: Row, shared: Record<string, Json>): Promise<Record<string, Json>> {
  const unit = await unitOfProduct(env, line.values.product_id);
  const asked = line.values.product_uom_id ?? unit;
  return {
    ...shared,
    picking_id: picking.id,
    state: 'confirmed',
    sequence: line.values.sequence ?? 10,
    name: line.values.name ?? null,
    product_id: line.values.product_id ?? null,
    product_uom: unit ?? 1,
    product_uom_qty: rounded(await converted(env, numberOf(line.values.product_qty), asked, unit)),
    packaging_uom_id: asked,
    date: line.values.date_planned ?? null,
    purchase_line_id: line.id,
  };
}

/** 19 gives a product that came without being ordered a line of its own on the purchase order. */
export async function addUnorderedLines(env: Env, picking: Row, moves: readonly Row[]): Promise<void> {
  const order = picking.values.purchase_id;
  if (env.version < 19 || typeof order !== 'number') return;
  for (const move of moves.filter((one) => !one.values.purchase_line_id)) {
    const values = await completeLine(env, {
      order_id: order,
      sequence: 10,
      product_id: move.values.product_id ?? null,
      product_qty: 0,
      price_unit: 0,
    });
    const [line] = await env.records.create(env.schema.inner('purchase.order.line'), [values]);
    env.records.set(move, { purchase_line_id: line!.id });
  }
}
