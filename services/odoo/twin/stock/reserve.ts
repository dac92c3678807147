import { append } from '../../../domain/lists.ts';
import { type Env, numberOf, textOf } from '../env.ts';
import type { Json, Row } from '../records.ts';
import { linesOfMoves, quantityOf } from './computed.ts';
import { asLine, freeStock } from './quants.ts';
import { comesFromOutside, recomputeMoves, refreshPickings } from './state.ts';

/** What every line of a move says. */
export function lineOf(move: Row, quantity: number, extra: Record<string, Json> = {}): Record<string, Json> {
  const { values } = move;
  return {
    move_id: move.id,
    picking_id: values.picking_id ?? null,
    product_id: values.product_id ?? null,
    product_uom_id: values.product_uom ?? 1,
    company_id: values.company_id ?? 1,
    location_id: values.location_id ?? null,
    location_dest_id: values.location_dest_id ?? null,
    quantity,
    picked: false,
    ...extra,
  };
}

/** Pieces that one line may hold: serial numbers go one by one. */
function pieces(quantity: number, tracking: string): number[] {
  return tracking === 'serial' ? Array.from({ length: Math.round(quantity) }, () => 1) : [quantity];
}

async function reserveMove(env: Env, move: Row, lines: readonly Row[]): Promise<Record<string, Json>[]> {
  let missing = numberOf(move.values.product_uom_qty) - quantityOf(lines);
  if (missing <= 0) return [];
  const product = numberOf(move.values.product_id);
  const location = numberOf(move.values.location_id);
  const tracking = textOf((await env.one('product.product', product))?.values.tracking);
  if (await comesFromOutside(env, location)) return pieces(missing, tracking).map((quantity) => lineOf(move, quantity));
  const added: Record<string, Json>[] = [];
  for (const place of await freeStock(env, product, location)) {
    const take = Math.min(place.quantity, missing);
    if (take <= 0) continue;
    missing -= take;
    const same = lines.find(
      (line) => (line.values.lot_id ?? null) === place.lot && (line.values.package_id ?? null) === place.package,
    );
    if (same && tracking !== 'serial') env.records.set(same, { quantity: numberOf(same.values.quantity) + take });
    else
      append(
        added,
        pieces(take, tracking).map((quantity) => lineOf(move, quantity, asLine(place))),
      );
  }
  return added;
}

/** Reserves what open moves still miss, as far as there is stock; goods from outside are always there. */
export async function reserve(env: Env, moves: readonly Row[]): Promise<void> {
  const open = moves.filter((move) => !['done', 'cancel', 'draft'].includes(textOf(move.values.state)));
  for (const move of [...open].sort(
    (a, b) => numberOf(a.values.product_id) - numberOf(b.values.product_id) || a.id - b.id,
  )) {
    const lines = (await linesOfMoves(env, [move])).get(move.id) ?? [];
    await env.records.lock(
      'stock.move.line',
      lines.map((line) => line.id),
    );
    await env.records.create(env.schema.inner('stock.move.line'), await reserveMove(env, move, lines));
  }
  await recomputeMoves(env, open);
  await refreshPickings(
    env,
    open.flatMap((move) => (typeof move.values.picking_id === 'number' ? [move.values.picking_id] : [])),
  );
}
