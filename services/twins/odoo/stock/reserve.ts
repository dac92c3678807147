import { append } from '../../../domain/lists.ts';
import { type Env, groupBy, numberOf, textOf, total } from '../env.ts';
import type { Json, Row } from '../records.ts';
import { arrived, idsIn } from './chain.ts';
import { linesOfMoves } from './computed.ts';
import { comesFromOutside, putaway } from './places.ts';
import { asLine, freeStock, keyOf, placeOf, type Shift } from './quants.ts';
import { recomputeMoves, refreshPickings } from './state.ts';
import { converted, goodsOf, inProductUnit, rounded, setLineQuantity, unitOfProduct } from './units.ts';

/** What every line of a move says, for a quantity in the move's unit. */
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

/** A new line for so many in the product's unit: in the unit of its move where that says the same, else in the product's. */
async function newLine(env: Env, move: Row, goods: number, extra: Record<string, Json>): Promise<Record<string, Json>> {
  const unit = await unitOfProduct(env, move.values.product_id);
  const inMove = rounded(await converted(env, goods, unit, move.values.product_uom));
  const exact = rounded(await converted(env, inMove, move.values.product_uom, unit)) === rounded(goods);
  const line = exact ? lineOf(move, inMove, extra) : { ...lineOf(move, goods, extra), product_uom_id: unit };
  return { ...line, quantity_product_uom: rounded(goods) };
}

/** What a move still misses of its demand, in the product's unit. */
export async function missingOf(env: Env, move: Row, lines: readonly Row[]): Promise<number> {
  const wanted = await inProductUnit(env, move, numberOf(move.values.product_uom_qty), 'product_uom');
  return total([wanted, ...lines.map((line) => -goodsOf(line))]);
}

async function placesFor(env: Env, move: Row): Promise<Shift[]> {
  const location = numberOf(move.values.location_id);
  return idsIn(move.values.move_orig_ids).length > 0
    ? arrived(env, move, location)
    : freeStock(env, numberOf(move.values.product_id), location);
}

async function reserveMove(env: Env, move: Row, lines: readonly Row[]): Promise<Record<string, Json>[]> {
  let missing = await missingOf(env, move, lines);
  if (missing <= 0) return [];
  const tracking = textOf((await env.one('product.product', move.values.product_id))?.values.tracking);
  const to = await putaway(env, move.values.product_id, move.values.location_dest_id);
  const added: Record<string, Json>[] = [];
  const add = async (quantity: number, extra: Record<string, Json>) => {
    for (const piece of pieces(quantity, tracking))
      append(added, [await newLine(env, move, piece, { location_dest_id: to, ...extra })]);
  };
  if (await comesFromOutside(env, numberOf(move.values.location_id))) {
    await add(missing, {});
    return added;
  }
  for (const place of await placesFor(env, move)) {
    const take = Math.min(place.quantity, missing);
    if (take <= 0) continue;
    missing = total([missing, -take]);
    const same = lines.find((line) => keyOf(placeOf(line)) === keyOf(place) && !line.values.result_package_id);
    if (!same || tracking === 'serial') await add(take, asLine(place));
    else {
      const unit = await unitOfProduct(env, move.values.product_id);
      const more = await converted(env, take, unit, same.values.product_uom_id);
      await setLineQuantity(env, same, numberOf(same.values.quantity) + more);
    }
  }
  return added;
}

/** A package that leaves with all that it holds leaves as it is. */
async function keepWholePackages(env: Env, pickingIds: readonly number[]): Promise<void> {
  const lines = await env.children('stock.move.line', 'picking_id', pickingIds);
  for (const [parcel, own] of groupBy(lines, 'package_id')) {
    if (own.some((line) => line.values.result_package_id || line.values.closed)) continue;
    const held = (await env.children('stock.quant', 'package_id', [parcel])).filter(
      (quant) => numberOf(quant.values.quantity) !== 0,
    );
    const sums = new Map<string, number>();
    for (const line of own) sums.set(keyOf(placeOf(line)), total([sums.get(keyOf(placeOf(line))) ?? 0, goodsOf(line)]));
    const whole =
      held.length === sums.size &&
      held.every((quant) => sums.get(keyOf(placeOf(quant))) === numberOf(quant.values.quantity));
    if (whole) for (const line of own) env.records.set(line, { result_package_id: parcel });
  }
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
  const pickings = open.flatMap((move) => (typeof move.values.picking_id === 'number' ? [move.values.picking_id] : []));
  await keepWholePackages(env, pickings);
  await refreshPickings(env, pickings);
}
