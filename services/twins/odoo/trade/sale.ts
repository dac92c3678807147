import { type Env, groupBy, numberOf, textOf, total } from '../env.ts';
import { activitySchedule, announceTransfer } from '../mail.ts';
import { displayNames } from '../read.ts';
import type { Json, Row } from '../records.ts';
import { nextName } from '../stock/backorder.ts';
import { follow } from '../stock/chain.ts';
import { trim } from '../stock/lines.ts';
import { missingOf, reserve } from '../stock/reserve.ts';
import { recomputeMoves, refreshPickings } from '../stock/state.ts';
import { cancelMoves, cancelTransfersOf } from '../stock/transfers.ts';
import { converted, rounded } from '../stock/units.ts';
import { deliverySteps, type Step } from '../stock/warehouse.ts';

type Values = Row['values'];

export async function completeOrder(env: Env, values: Values): Promise<Values> {
  const [warehouse] = await env.search('stock.warehouse', [], { limit: 1 });
  return {
    date_order: env.now,
    warehouse_id: warehouse?.id ?? null,
    partner_shipping_id: values.partner_id ?? null,
    user_id: env.identity.uid,
    ...values,
    name: values.name ?? (await env.records.number('sale')),
  };
}

/** Fills the text and the unit of an order line from its product. */
export async function completeLine(env: Env, values: Values): Promise<Values> {
  // A note or a heading.
  if (values.display_type) return { product_uom_qty: 0, product_uom_id: null, price_unit: 0, ...values };
  const product = await env.one('product.product', values.product_id);
  const [name] = product ? await displayNames(env, env.schema.inner('product.product'), [product]) : [''];
  return {
    name: name ?? null,
    price_unit: numberOf(product?.values.list_price),
    product_uom_id: product?.values.uom_id ?? 1,
    ...values,
  };
}

/** Confirms orders: each gets its transfers, reserved as far as there is stock. */
export async function confirmOrders(env: Env, ids: readonly number[]): Promise<true> {
  for (const order of await env.records.lock('sale.order', ids)) {
    if (order.values.state !== 'draft' && order.values.state !== 'sent') continue;
    env.records.set(order, { state: 'sale', date_order: env.now });
    await deliver(env, order, await env.children('sale.order.line', 'order_id', [order.id]));
  }
  return true;
}

/** Cancels orders with those of their transfers that are not done. Before 19 a confirmed one asks first, unless it is told not to. */
export async function cancelOrders(env: Env, ids: readonly number[]): Promise<Json> {
  const orders = await env.records.lock('sale.order', ids);
  if (
    env.version < 19 &&
    env.context.disable_cancel_warning !== true &&
    orders.some(({ values }) => values.state === 'sale')
  )
    return {
      name: env.version === 17 ? 'Cancel Quotation' : 'Cancel Sales Order',
      ...{ view_mode: 'form', res_model: 'sale.order.cancel', view_id: 1, type: 'ir.actions.act_window' },
      ...{ context: { default_order_id: ids[0] ?? false }, target: 'new' },
    };
  await cancelTransfersOf(env, 'sale_id', ids);
  for (const order of orders) env.records.set(order, { state: 'cancel' });
  return true;
}

/** A date that was promised anew is the new deadline of what is open. Another address reaches no transfer: a person is told. */
export async function ordersWritten(env: Env, orders: readonly Row[], patch: Values): Promise<void> {
  for (const order of orders) if (patch.partner_shipping_id !== undefined) await tellAddress(env, order);
  if (patch.commitment_date === undefined) return;
  const ids = orders.map(({ id }) => id);
  const open = (await env.children('stock.picking', 'sale_id', ids, true)).filter(
    ({ values }) => !['done', 'cancel'].includes(textOf(values.state)),
  );
  for (const picking of open) env.records.set(picking, { date_deadline: patch.commitment_date ?? null });
  for (const move of await env.children(
    'stock.move',
    'picking_id',
    open.map(({ id }) => id),
    true,
  ))
    env.records.set(move, { date_deadline: patch.commitment_date ?? null });
}

async function tellAddress(env: Env, order: Row): Promise<void> {
  const open = (await env.children('stock.picking', 'sale_id', [order.id])).filter(
    ({ values }) => !['done', 'cancel'].includes(textOf(values.state)),
  );
  for (const picking of open) {
    const partners = await env.browse(
      'res.partner',
      [picking.values.partner_id, order.values.partner_shipping_id].map((id) => numberOf(id)),
    );
    const [from, to] = await displayNames(env, env.schema.inner('res.partner'), partners);
    if (!to) continue;
    const note = `<p>The delivery address has been changed on the Sales Order<br>\n                        From <strong>"${from}"</strong> ${env.version === 17 ? 'To' : 'to'} <strong>"${to}"</strong>,\n                        You should probably update the partner on this document.</p>`;
    const user = order.values.user_id ?? env.identity.uid;
    await activitySchedule(env, 'stock.picking', [picking.id], { note, user_id: user });
  }
}

/** Lines that come to a confirmed order are delivered with the rest of it, as long as its transfer is open. */
export async function linesCreated(env: Env, lines: readonly Row[]): Promise<void> {
  for (const [orderId, own] of groupBy(lines, 'order_id')) {
    const order = await env.one('sale.order', orderId);
    if (order?.values.state === 'sale') await deliver(env, order, own);
  }
}

/** A line of a confirmed order that asks for more or less changes what is open of it. */
export async function linesWritten(env: Env, lines: readonly Row[], patch: Values): Promise<void> {
  if (patch.product_uom_qty === undefined) return;
  for (const line of lines) {
    const moves = (await env.children('stock.move', 'sale_line_id', [line.id], true)).filter(
      ({ values }) => values.state !== 'cancel',
    );
    const open = moves.filter(({ values }) => values.state !== 'done');
    const done = total(
      moves.filter((move) => !open.includes(move)).map((move) => numberOf(move.values.product_uom_qty)),
    );
    for (const move of open) await demand(env, line, move, done);
  }
}

async function demand(env: Env, line: Row, move: Row, done: number): Promise<void> {
  const wanted = await converted(
    env,
    numberOf(line.values.product_uom_qty),
    line.values.product_uom_id,
    move.values.product_uom,
  );
  env.records.set(move, { product_uom_qty: Math.max(rounded(wanted - done), 0) });
  const pickings = typeof move.values.picking_id === 'number' ? [move.values.picking_id] : [];
  if (numberOf(move.values.product_uom_qty) === 0) await cancelMoves(env, [move]);
  else {
    const lines = await env.children('stock.move.line', 'move_id', [move.id], true);
    const surplus = -(await missingOf(env, move, lines));
    if (surplus > 0) await trim(env, lines, surplus);
    await recomputeMoves(env, [move]);
    await reserve(env, [move]);
  }
  for (const picking of await refreshPickings(env, pickings)) env.records.touch(picking);
}

/** 17 plans the whole way of the goods at once, 18 and 19 only its first step. */
async function deliver(env: Env, order: Row, all: readonly Row[]): Promise<void> {
  const lines = all.filter(({ values }) => !values.display_type);
  const warehouse = await env.one('stock.warehouse', order.values.warehouse_id);
  const [customers] = await env.search('stock.location', [['usage', '=', 'customer']], { limit: 1 });
  if (!warehouse || !customers) return;
  const route = await deliverySteps(env, warehouse, customers.id);
  const steps = env.version >= 18 ? route.slice(0, 1) : route;
  const byStep: Row[][] = [];
  for (const [at, step] of steps.entries()) {
    const transfer = await transferOf(env, order, step);
    byStep.push(await movesFor(env, order, transfer, lines, step, at > 0));
  }
  for (const [at, moves] of byStep.entries())
    for (const [n, move] of moves.entries()) if (at > 0) await follow(env, move, [byStep[at - 1]![n]!]);
  await reserve(env, byStep.flat());
}

const deadlinesOf = ({ values }: Row) => ({ date_deadline: values.commitment_date ?? null });

async function transferOf(env: Env, order: Row, step: Step): Promise<Row> {
  const open = (await env.children('stock.picking', 'sale_id', [order.id], true)).find(
    ({ values }) => values.picking_type_id === step.type.id && !['done', 'cancel'].includes(textOf(values.state)),
  );
  if (open) return open;
  const reference = textOf(order.values.client_order_ref);
  const name = textOf(order.values.name);
  const [picking] = await env.records.create(env.schema.inner('stock.picking'), [
    {
      company_id: order.values.company_id ?? 1,
      origin: env.version === 18 && reference ? `${name} - ${reference}` : name,
      location_id: step.from,
      location_dest_id: step.to,
      scheduled_date: order.values.commitment_date ?? env.now,
      ...deadlinesOf(order),
      date: env.now,
      name: await nextName(env, step.type.id),
      state: 'confirmed',
      priority: '0',
      move_type: 'direct',
      is_locked: true,
      picking_type_id: step.type.id,
      partner_id: order.values.partner_shipping_id ?? null,
      sale_id: order.id,
      carrier_id: order.values.carrier_id ?? null,
    },
  ]);
  await announceTransfer(env, picking!.id, 'sale.order', order);
  return picking!;
}

async function movesFor(
  env: Env,
  order: Row,
  picking: Row,
  lines: readonly Row[],
  step: Step,
  waits: boolean,
): Promise<Row[]> {
  const products = await env.browse(
    'product.product',
    lines.map((line) => numberOf(line.values.product_id)),
  );
  const byId = new Map(products.map((product) => [product.id, product]));
  const made: Record<string, Json>[] = [];
  for (const { id, values } of lines) {
    const product = byId.get(numberOf(values.product_id));
    if (!product || product.values.service === true || numberOf(values.product_uom_qty) <= 0) continue;
    // Goods move in the unit that they are kept in.
    const unit = product.values.uom_id ?? 1;
    const asked = values.product_uom_id ?? unit;
    made.push({
      ...{ company_id: order.values.company_id ?? 1, origin: picking.values.origin ?? null, picking_id: picking.id },
      ...{ location_id: step.from, location_dest_id: step.to, date: picking.values.scheduled_date ?? null },
      ...deadlinesOf(order),
      state: waits ? 'waiting' : 'confirmed',
      procure_method: waits ? 'make_to_order' : 'make_to_stock',
      sequence: values.sequence ?? 10,
      product_id: product.id,
      product_uom: unit,
      product_uom_qty: rounded(await converted(env, numberOf(values.product_uom_qty), asked, unit)),
      packaging_uom_id: asked,
      // 19 leaves it empty, before it was the product's name.
      name: values.name ?? textOf(product.values.name),
      description_picking: env.version >= 19 ? '' : textOf(product.values.name),
      sale_line_id: id,
    });
  }
  return env.records.create(env.schema.inner('stock.move'), made);
}
