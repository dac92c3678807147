import { type Env, numberOf, textOf, total } from '../env.ts';
import type { Row } from '../records.ts';
import { nextName } from './backorder.ts';
import { follow, idsIn } from './chain.ts';
import { linesOfMoves } from './computed.ts';
import { reserve } from './reserve.ts';
import { quantityIn } from './units.ts';
import { deliverySteps, type Step } from './warehouse.ts';

/** From 18 on the next transfer of a delivery comes about when the one before it is done: for what that has brought, added to one that is open already. */
export async function pushOn(env: Env, picking: Row, moves: readonly Row[]): Promise<void> {
  if (env.version < 18 || typeof picking.values.sale_id !== 'number') return;
  const type = await env.one('stock.picking.type', picking.values.picking_type_id);
  const warehouse = await env.one('stock.warehouse', type?.values.warehouse_id);
  const [customers] = await env.search('stock.location', [['usage', '=', 'customer']], { limit: 1 });
  if (!type || !warehouse || !customers) return;
  const steps = await deliverySteps(env, warehouse, customers.id);
  const next = steps[steps.findIndex((step) => step.type.id === type.id) + 1];
  const open = moves.filter((move) => idsIn(move.values.move_dest_ids).length === 0);
  if (!next || next.type.id === type.id || steps.every((step) => step.type.id !== type.id) || open.length === 0) return;
  const after = await nextTransfer(env, picking, next);
  const lines = await linesOfMoves(env, open);
  const waiting: Row[] = [];
  for (const move of open) {
    const brought = await quantityIn(env, move, lines.get(move.id) ?? []);
    waiting.push(await nextMove(env, after, move, brought, next));
  }
  await reserve(env, waiting);
}

async function nextTransfer(env: Env, picking: Row, step: Step): Promise<Row> {
  const found = (await env.children('stock.picking', 'sale_id', [numberOf(picking.values.sale_id)], true)).find(
    ({ values }) => values.picking_type_id === step.type.id && !['done', 'cancel'].includes(textOf(values.state)),
  );
  if (found) return found;
  const { carrier_tracking_ref: _, date_done: __, backorder_id: ___, ...values } = picking.values;
  const [made] = await env.records.create(env.schema.inner('stock.picking'), [
    {
      ...values,
      name: await nextName(env, step.type.id),
      state: 'confirmed',
      scheduled_date: env.now,
      picking_type_id: step.type.id,
      location_id: step.from,
      location_dest_id: step.to,
    },
  ]);
  return made!;
}

async function nextMove(env: Env, transfer: Row, move: Row, brought: number, step: Step): Promise<Row> {
  const same = (await env.children('stock.move', 'picking_id', [transfer.id], true)).find(
    ({ values }) =>
      values.product_id === move.values.product_id &&
      values.sale_line_id === move.values.sale_line_id &&
      values.state !== 'cancel',
  );
  if (same) {
    env.records.set(same, { product_uom_qty: total([numberOf(same.values.product_uom_qty), brought]) });
    await follow(env, same, [move]);
    return same;
  }
  const { move_orig_ids: _, move_dest_ids: __, ...values } = move.values;
  const [made] = await env.records.create(env.schema.inner('stock.move'), [
    {
      ...values,
      ...{ picking_id: transfer.id, state: 'waiting', picked: false, procure_method: 'make_to_order', date: env.now },
      ...{ product_uom_qty: brought, location_id: step.from, location_dest_id: step.to },
    },
  ]);
  await follow(env, made!, [move]);
  return made!;
}
