import { type Env, groupBy, idOf, numberOf, textOf, total } from '../env.ts';
import type { Json, Row } from '../records.ts';
import { freeStock, keyOf, type Shift } from './quants.ts';
import { goodsOf } from './units.ts';

export const idsIn = (value: Json | undefined): number[] =>
  Array.isArray(value) ? value.flatMap((id) => idOf(id) ?? []) : [];

/** Says that one move follows others. */
export async function follow(env: Env, after: Row, before: readonly Row[]): Promise<void> {
  const ids = new Set([...idsIn(after.values.move_orig_ids), ...before.map((move) => move.id)]);
  env.records.set(after, { move_orig_ids: [...ids] });
  for (const move of before)
    env.records.set(move, { move_dest_ids: [...new Set([...idsIn(move.values.move_dest_ids), after.id])] });
}

/** Goods that the moves before this one have brought, less what it and its like have taken: only these it may reserve. */
export async function arrived(env: Env, move: Row, location: number): Promise<Shift[]> {
  const before = await env.browse('stock.move', idsIn(move.values.move_orig_ids));
  const siblings = [...new Set(before.flatMap((one) => idsIn(one.values.move_dest_ids)))];
  const ids = [...new Set([...before.map((one) => one.id), ...siblings, move.id])];
  const lines = groupBy(await env.children('stock.move.line', 'move_id', ids), 'move_id');
  const sums = new Map<string, number>();
  const add = (line: Row, place: Omit<Shift, 'quantity' | 'product' | 'lot' | 'owner'>, quantity: number) => {
    const { product_id, lot_id, owner_id } = line.values;
    const whole = { product: numberOf(product_id), lot: idOf(lot_id) ?? null, owner: idOf(owner_id) ?? null, ...place };
    sums.set(keyOf(whole), total([sums.get(keyOf(whole)) ?? 0, quantity]));
  };
  for (const one of before.filter(({ values }) => values.state === 'done'))
    for (const line of lines.get(one.id) ?? []) {
      const place = {
        location: numberOf(line.values.location_dest_id),
        package: idOf(line.values.result_package_id) ?? null,
      };
      add(line, place, goodsOf(line));
    }
  for (const id of new Set([...siblings, move.id]))
    for (const line of lines.get(id) ?? []) {
      const place = { location: numberOf(line.values.location_id), package: idOf(line.values.package_id) ?? null };
      add(line, place, -goodsOf(line));
    }
  const free = await freeStock(env, numberOf(move.values.product_id), location);
  return free.map((place) => ({ ...place, quantity: Math.min(place.quantity, sums.get(keyOf(place)) ?? 0) }));
}

/** Moves that follow these and are still open. */
export async function openFollowers(env: Env, moves: readonly Row[]): Promise<Row[]> {
  const ids = [...new Set(moves.flatMap((move) => idsIn(move.values.move_dest_ids)))];
  const found = await env.records.lock('stock.move', ids);
  return found.filter(({ values }) => !['done', 'cancel', 'draft'].includes(textOf(values.state)));
}
