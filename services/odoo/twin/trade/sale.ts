import { type Env, numberOf, textOf } from '../env.ts';
import { announceTransfer } from '../mail.ts';
import { displayNames } from '../read.ts';
import type { Json, Row } from '../records.ts';
import { nextName } from '../stock/backorder.ts';
import { reserve } from '../stock/reserve.ts';
import { cancelTransfersOf } from '../stock/transfers.ts';

export async function completeOrder(env: Env, values: Row['values']): Promise<Row['values']> {
  const [warehouse] = await env.search('stock.warehouse', [], { limit: 1 });
  return {
    date_order: env.now,
    warehouse_id: warehouse?.id ?? null,
    partner_shipping_id: values.partner_id ?? null,
    ...values,
    name: values.name ?? (await env.records.number('sale')),
  };
}

/** Fills the text of an order line from its product. */
export async function completeLine(env: Env, values: Row['values']): Promise<Row['values']> {
  const product = await env.one('product.product', values.product_id);
  const [name] = product ? await displayNames(env, env.schema.inner('product.product'), [product]) : [''];
  return { name: name ?? null, price_unit: numberOf(product?.values.list_price), ...values };
}

/** Confirms orders: each gets one outgoing transfer, reserved as far as there is stock. */
export async function confirmOrders(env: Env, ids: readonly number[]): Promise<true> {
  for (const order of await env.records.lock('sale.order', ids)) {
    if (order.values.state !== 'draft' && order.values.state !== 'sent') continue;
    env.records.set(order, { state: 'sale', date_order: env.now });
    await deliver(env, order);
  }
  return true;
}

/** Cancels orders with those of their transfers that are not done. */
export async function cancelOrders(env: Env, ids: readonly number[]): Promise<true> {
  await cancelTransfersOf(env, 'sale_id', ids);
  for (const order of await env.records.lock('sale.order', ids)) env.records.set(order, { state: 'cancel' });
  return true;
}

async function deliver(env: Env, order: Row): Promise<void> {
  const warehouse = await env.one('stock.warehouse', order.values.warehouse_id);
  const type = await env.one('stock.picking.type', warehouse?.values.out_type_id);
  if (!type) return;
  const reference = textOf(order.values.client_order_ref);
  const name = textOf(order.values.name);
  const [customers] = await env.search('stock.location', [['usage', '=', 'customer']], { limit: 1 });
  const places = {
    location_id: type.values.default_location_src_id ?? null,
    location_dest_id: customers?.id ?? null,
  };
  const dates = {
    scheduled_date: order.values.commitment_date ?? env.now,
    date_deadline: order.values.commitment_date ?? null,
  };
  const shared = {
    company_id: order.values.company_id ?? 1,
    origin: env.version === 18 && reference ? `${name} - ${reference}` : name,
    ...places,
  };
  const [picking] = await env.records.create(env.schema.inner('stock.picking'), [
    {
      ...shared,
      ...dates,
      date: env.now,
      name: await nextName(env, type.id),
      state: 'confirmed',
      priority: '0',
      move_type: 'direct',
      is_locked: true,
      picking_type_id: type.id,
      partner_id: order.values.partner_shipping_id ?? null,
      sale_id: order.id,
      carrier_id: order.values.carrier_id ?? null,
    },
  ]);
  const lines = await env.children('sale.order.line', 'order_id', [order.id]);
  const moves = await movesFor(env, picking!, lines, {
    ...shared,
    date: dates.scheduled_date,
    date_deadline: dates.date_deadline,
  });
  await reserve(env, moves);
  await announceTransfer(env, picking!.id, 'sale.order', order);
}

async function movesFor(env: Env, picking: Row, lines: readonly Row[], shared: Record<string, Json>): Promise<Row[]> {
  const products = await env.browse(
    'product.product',
    lines.map((line) => numberOf(line.values.product_id)),
  );
  const goods = lines.flatMap((line, at) =>
    products[at] && products[at].values.service !== true ? [{ line, product: products[at] }] : [],
  );
  return env.records.create(
    env.schema.inner('stock.move'),
    goods.map(({ line, product }) => ({
      ...shared,
      picking_id: picking.id,
      state: 'confirmed',
      sequence: line.values.sequence ?? 10,
      product_id: product.id,
      product_uom: line.values.product_uom_id ?? 1,
      product_uom_qty: numberOf(line.values.product_uom_qty),
      // 19 leaves it empty, before it was the product's name.
      name: line.values.name ?? textOf(product.values.name),
      description_picking: env.version >= 19 ? '' : textOf(product.values.name),
      sale_line_id: line.id,
    })),
  );
}
