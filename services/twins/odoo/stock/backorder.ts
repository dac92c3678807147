import { type Env, numberOf, textOf, total } from '../env.ts';
import type { Json, Row } from '../records.ts';
import { follow, idsIn } from './chain.ts';
import { quantityIn } from './units.ts';

/** A move with its lines at the moment of validation, and what they hold in the move's unit. */
export interface Work {
  readonly move: Row;
  readonly lines: readonly Row[];
  /** Quantity of the lines that count: the picked ones. */
  readonly done: number;
}

export const demandOf = ({ move }: Pick<Work, 'move'>) => numberOf(move.values.product_uom_qty);

export async function workOf(env: Env, move: Row, lines: readonly Row[]): Promise<Work> {
  const picked = lines.filter((line) => line.values.picked === true);
  return { move, lines, done: move.values.picked === true ? await quantityIn(env, move, picked) : 0 };
}

/** The number of a new transfer of the same operation type. */
export async function nextName(env: Env, pickingTypeId: Json | undefined): Promise<string> {
  return env.records.number(`picking/${numberOf(pickingTypeId)}`);
}

/** Splits what was not shipped off moves of which something was: those keep only what was done. @returns the moves for the rest. */
export async function splitRest(env: Env, works: readonly Work[]): Promise<Row[]> {
  const rests: Row[] = [];
  for (const { move, done } of works) {
    const rest = total([demandOf({ move }), -done]);
    if (rest <= 0) continue;
    const { move_orig_ids, move_dest_ids, ...values } = move.values;
    const [split] = await env.records.create(env.schema.inner('stock.move'), [
      { ...values, state: 'confirmed', picked: false, product_uom_qty: rest },
    ]);
    env.records.set(move, { product_uom_qty: done });
    await follow(env, split!, await env.browse('stock.move', idsIn(move_orig_ids)));
    for (const after of await env.browse('stock.move', idsIn(move_dest_ids))) await follow(env, after, [split!]);
    rests.push(split!);
  }
  return rests;
}

/** Puts moves into a new transfer that says which one it is the rest of. Their lines go with them, no longer picked. */
export async function openBackorder(env: Env, picking: Row, moves: readonly Row[]): Promise<Row> {
  const [backorder] = await env.records.create(env.schema.inner('stock.picking'), [
    {
      ...picking.values,
      name: await nextName(env, picking.values.picking_type_id),
      backorder_id: picking.id,
      state: 'confirmed',
      carrier_tracking_ref: null,
      carrier_price: 0,
      date_done: null,
    },
  ]);
  for (const move of moves) env.records.set(move, { picking_id: backorder!.id, picked: false });
  const ids = moves.map((move) => move.id);
  for (const line of await env.children('stock.move.line', 'move_id', ids, true))
    env.records.set(line, { picking_id: backorder!.id, picked: false });
  return backorder!;
}

/** Policy of the operation type: it wins over what the caller asks for. */
export async function backorderPolicy(env: Env, picking: Row): Promise<'ask' | 'always' | 'never'> {
  const type = await env.one('stock.picking.type', picking.values.picking_type_id);
  const policy = textOf(type?.values.create_backorder);
  return policy === 'always' || policy === 'never' ? policy : 'ask';
}
