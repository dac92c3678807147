import { type Env, numberOf, textOf } from '../env.ts';
import type { Json, Row } from '../records.ts';
import { quantityOf } from './computed.ts';
import { reserve } from './reserve.ts';

/** A move and its lines at the moment of validation. */
export interface Work {
  readonly move: Row;
  readonly lines: readonly Row[];
}

export const doneQuantity = ({ lines }: Work) => quantityOf(lines.filter((line) => line.values.picked === true));
export const demandOf = ({ move }: Work) => numberOf(move.values.product_uom_qty);

/** The number of a new transfer of the same operation type. */
export async function nextName(env: Env, pickingTypeId: Json | undefined): Promise<string> {
  return env.records.number(`picking/${numberOf(pickingTypeId)}`);
}

/**
 * Puts what was not shipped into a new transfer and reserves it. A move of which nothing was shipped goes over as it is; of any other the rest is split off,
 * and the old one keeps only what was done. Returns undefined where nothing is left.
 */
export async function splitBackorder(env: Env, picking: Row, works: readonly Work[]): Promise<Row | undefined> {
  const short = works.filter((work) => doneQuantity(work) < demandOf(work));
  if (short.length === 0) return undefined;
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
  const moved: Row[] = [];
  for (const work of short) moved.push(await carryOver(env, work, backorder!));
  await reserve(env, moved);
  return backorder;
}

async function carryOver(env: Env, work: Work, backorder: Row): Promise<Row> {
  const done = doneQuantity(work);
  const left = work.lines.filter((line) => line.values.picked !== true);
  await env.records.remove(
    'stock.move.line',
    left.map((line) => line.id),
  );
  if (done === 0) {
    env.records.set(work.move, { picking_id: backorder.id, state: 'confirmed' });
    return work.move;
  }
  const [rest] = await env.records.create(env.schema.inner('stock.move'), [
    { ...work.move.values, picking_id: backorder.id, state: 'confirmed', product_uom_qty: demandOf(work) - done },
  ]);
  env.records.set(work.move, { product_uom_qty: done });
  return rest!;
}

/** Policy of the operation type: it wins over what the caller asks for. */
export async function backorderPolicy(env: Env, picking: Row): Promise<'ask' | 'always' | 'never'> {
  const type = await env.one('stock.picking.type', picking.values.picking_type_id);
  const policy = textOf(type?.values.create_backorder);
  return policy === 'always' || policy === 'never' ? policy : 'ask';
}
