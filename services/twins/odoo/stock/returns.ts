import { type Env, numberOf, textOf, total } from '../env.ts';
import { userError } from '../fault.ts';
import type { Json, Row } from '../records.ts';
import { nextName } from './backorder.ts';
import { reserve } from './reserve.ts';

/** A return offers each move that is done: 17 with what has not come back yet, later with nothing. */
export async function returnsCreated(env: Env, wizards: readonly Row[]): Promise<void> {
  for (const wizard of wizards) {
    const picking = await env.one('stock.picking', wizard.values.picking_id);
    if (picking?.values.state !== 'done') throw userError('You may only return Done pickings.');
    const moves = (await env.children('stock.move', 'picking_id', [picking.id])).filter(
      ({ values }) => values.state === 'done',
    );
    const back = await env.children(
      'stock.move',
      'origin_returned_move_id',
      moves.map(({ id }) => id),
    );
    const lines = moves.map((move) => {
      const gone = back.filter(({ values }) => values.origin_returned_move_id === move.id && values.state !== 'cancel');
      const left = total([
        numberOf(move.values.product_uom_qty),
        ...gone.map(({ values }) => -numberOf(values.product_uom_qty)),
      ]);
      return {
        ...{ wizard_id: wizard.id, move_id: move.id, product_id: move.values.product_id ?? null },
        ...{ quantity: env.version === 17 ? left : 0, to_refund: true },
      };
    });
    await env.records.create(env.schema.inner('stock.return.picking.line'), lines);
  }
}

/** Makes the transfer that goods come back with, to where they left from, reserved. */
export async function createReturns(env: Env, wizardIds: readonly number[]): Promise<Json> {
  let made: Row | undefined;
  for (const wizard of await env.browse('stock.return.picking', wizardIds)) {
    const picking = (await env.one('stock.picking', wizard.values.picking_id))!;
    const lines = (await env.children('stock.return.picking.line', 'wizard_id', [wizard.id])).filter(
      ({ values }) => numberOf(values.quantity) !== 0,
    );
    if (lines.length === 0) throw userError('Please specify at least one non-zero quantity.');
    made = await returnOf(env, picking, lines);
  }
  return {
    ...{ name: 'Returned Picking', view_mode: 'form', res_model: 'stock.picking', res_id: made?.id ?? null },
    ...{ type: 'ir.actions.act_window', context: {} },
  };
}

async function returnOf(env: Env, picking: Row, lines: readonly Row[]): Promise<Row> {
  const type = await env.one('stock.picking.type', picking.values.picking_type_id);
  const house = await env.one('stock.warehouse', type?.values.warehouse_id);
  const places = {
    location_id: picking.values.location_dest_id ?? null,
    location_dest_id: picking.values.location_id ?? null,
  };
  const [made] = await env.records.create(env.schema.inner('stock.picking'), [
    {
      ...picking.values,
      ...places,
      name: await nextName(env, house?.values.in_type_id),
      picking_type_id: house?.values.in_type_id ?? null,
      return_id: picking.id,
      origin: `Return of ${textOf(picking.values.name)}`,
      state: 'assigned',
      ...{ backorder_id: null, date_done: null, carrier_tracking_ref: null, carrier_price: 0 },
      scheduled_date: env.now,
    },
  ]);
  const moves: Row[] = [];
  for (const line of lines) {
    const move = (await env.one('stock.move', line.values.move_id))!;
    const [back] = await env.records.create(env.schema.inner('stock.move'), [
      {
        ...move.values,
        ...places,
        ...{ picking_id: made!.id, state: 'confirmed', picked: false, procure_method: 'make_to_stock' },
        ...{
          product_uom_qty: line.values.quantity ?? 0,
          origin_returned_move_id: move.id,
          to_refund: line.values.to_refund ?? true,
        },
        ...{ move_orig_ids: [], move_dest_ids: [], date: env.now },
      },
    ]);
    moves.push(back!);
  }
  await reserve(env, moves);
  return made!;
}
