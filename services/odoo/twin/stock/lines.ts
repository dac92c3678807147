import { type Env, idOf, numberOf, textOf, total } from '../env.ts';
import type { Json, Row } from '../records.ts';
import { linesOfMoves, quantityOf } from './computed.ts';
import { shiftStock } from './quants.ts';
import { lineOf } from './reserve.ts';
import { comesFromOutside, linesChanged } from './state.ts';

const movesOf = (lines: readonly Row[]) => lines.flatMap((line) => idOf(line.values.move_id) ?? []);

/** Moves of these whose stock is reserved; goods from outside keep the state that they have. */
async function reserving(env: Env, moveIds: readonly number[]): Promise<number[]> {
  const moves = await env.browse('stock.move', [...new Set(moveIds)]);
  const outside = await Promise.all(moves.map((move) => comesFromOutside(env, numberOf(move.values.location_id))));
  return moves.filter((_, at) => !outside[at]).map((move) => move.id);
}

/** Fills a new line from its move and its transfer. */
export async function completeLine(env: Env, values: Record<string, Json>): Promise<Record<string, Json>> {
  const move = await env.one('stock.move', values.move_id);
  if (move) return { ...lineOf(move, numberOf(values.quantity)), ...values };
  const picking = await env.one('stock.picking', values.picking_id);
  const places = picking
    ? {
        location_id: picking.values.location_id ?? null,
        location_dest_id: picking.values.location_dest_id ?? null,
      }
    : {};
  return { quantity: 0, picked: false, ...places, ...values };
}

export async function linesCreated(env: Env, lines: readonly Row[]): Promise<void> {
  await linesChanged(env, await reserving(env, movesOf(lines)), true);
}

/** Changing the quantity of a line that is done moves stock, although the transfer counts as locked: so does Odoo. */
export async function lineWillChange(env: Env, line: Row, patch: Record<string, Json>): Promise<void> {
  const move = await env.one('stock.move', line.values.move_id);
  if (move?.values.state !== 'done' || patch.quantity === undefined) return;
  const difference = total([numberOf(patch.quantity), -numberOf(line.values.quantity)]);
  const common = { product: numberOf(line.values.product_id), lot: idOf(line.values.lot_id) ?? null };
  const from = {
    ...common,
    location: numberOf(line.values.location_id),
    package: idOf(line.values.package_id) ?? null,
  };
  const to = {
    ...common,
    location: numberOf(line.values.location_dest_id),
    package: idOf(line.values.result_package_id) ?? null,
  };
  await shiftStock(env, [
    { ...from, quantity: -difference },
    { ...to, quantity: difference },
  ]);
}

export async function linesWritten(env: Env, lines: readonly Row[], patch: Record<string, Json>): Promise<void> {
  if (patch.quantity !== undefined) await linesChanged(env, await reserving(env, movesOf(lines)), true);
}

export async function linesRemoved(env: Env, lines: readonly Row[]): Promise<void> {
  await linesChanged(env, movesOf(lines), true);
}

/** Writing `quantity` on a move spreads it over its lines. 19 raises the last line, 17 and 18 add one for what is more. */
export async function setMoveQuantity(env: Env, moves: readonly Row[], value: Json): Promise<void> {
  const lines = await linesOfMoves(env, moves);
  for (const move of moves) {
    const own = await env.records.lock(
      'stock.move.line',
      (lines.get(move.id) ?? []).map((line) => line.id),
    );
    await spread(env, move, own, total([numberOf(value), -quantityOf(own)]));
  }
  await linesChanged(
    env,
    moves.map((move) => move.id),
    true,
  );
}

async function spread(env: Env, move: Row, lines: readonly Row[], difference: number): Promise<void> {
  const last = lines.at(-1);
  if (difference > 0) {
    if (last && env.version >= 19)
      env.records.set(last, { quantity: total([numberOf(last.values.quantity), difference]) });
    else await env.records.create(env.schema.inner('stock.move.line'), [lineOf(move, difference)]);
    return;
  }
  let surplus = -difference;
  for (const line of [...lines].reverse()) {
    const cut = Math.min(surplus, numberOf(line.values.quantity));
    if (cut > 0) env.records.set(line, { quantity: total([numberOf(line.values.quantity), -cut]) });
    surplus -= cut;
  }
}

export async function setMovePicked(env: Env, moves: readonly Row[], value: Json): Promise<void> {
  const moveIds = moves.map((move) => move.id);
  for (const line of await env.children('stock.move.line', 'move_id', moveIds, true))
    env.records.set(line, { picked: value === true });
}

/** Serial or lot tracking of a product: `none`, `lot` or `serial`. */
export async function trackingOf(env: Env, line: Row): Promise<string> {
  return textOf((await env.one('product.product', line.values.product_id))?.values.tracking) || 'none';
}
