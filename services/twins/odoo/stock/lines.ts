import { type Env, groupBy, idOf, inTurn, numberOf, textOf, total } from '../env.ts';
import { userError } from '../fault.ts';
import type { Json, Row } from '../records.ts';
import { linesOfMoves } from './computed.ts';
import { comesFromOutside } from './places.ts';
import { placeOf, type Shift, shiftStock } from './quants.ts';
import { lineOf } from './reserve.ts';
import { linesChanged } from './state.ts';
import { goodsOf, inProductUnit, quantityIn, rounded, setLineQuantity } from './units.ts';

const movesOf = (lines: readonly Row[]) => [...new Set(lines.flatMap((line) => idOf(line.values.move_id) ?? []))];

/** Moves of these whose stock is reserved; goods from outside keep the state that they have. */
async function reserving(env: Env, moveIds: readonly number[]): Promise<number[]> {
  const moves = await env.browse('stock.move', [...new Set(moveIds)]);
  const outside = await inTurn(moves, (move) => comesFromOutside(env, numberOf(move.values.location_id)));
  return moves.filter((_, at) => !outside[at]).map((move) => move.id);
}

/** Fills a new line from its move and its transfer: what is not said of its place is the place of the move. */
export async function completeLine(env: Env, values: Record<string, Json>): Promise<Record<string, Json>> {
  const move = await env.one('stock.move', values.move_id);
  const picking = await env.one('stock.picking', values.picking_id);
  const places = picking
    ? { location_id: picking.values.location_id ?? null, location_dest_id: picking.values.location_dest_id ?? null }
    : {};
  const line = move
    ? { ...lineOf(move, numberOf(values.quantity)), ...values }
    : { quantity: 0, picked: false, ...places, ...values };
  const row = { id: 0, model: 'stock.move.line', values: line, createDate: '', writeDate: '' };
  return {
    ...line,
    quantity_product_uom: await inProductUnit(env, row, numberOf(values.quantity), 'product_uom_id'),
  };
}

/** A picked line makes its move picked. Before 19 nothing but the move itself takes that back. */
async function passPicked(env: Env, lines: readonly Row[]): Promise<void> {
  const moves = (await env.browse('stock.move', movesOf(lines))).filter(({ values }) => values.state !== 'done');
  const all = await linesOfMoves(env, moves);
  for (const move of moves) {
    const picked = (all.get(move.id) ?? []).some((line) => line.values.picked === true);
    if (picked !== (move.values.picked === true) && (picked || env.version >= 19)) env.records.set(move, { picked });
  }
}

/** What a finished line has done to the stock: out of where it was, into where it is. */
export function shiftsOf(line: Row): Shift[] {
  const from = placeOf(line);
  const to = {
    ...from,
    location: numberOf(line.values.location_dest_id),
    package: idOf(line.values.result_package_id) ?? null,
  };
  return [
    { ...from, quantity: -goodsOf(line) },
    { ...to, quantity: goodsOf(line) },
  ];
}

const isDone = async (env: Env, line: Row) =>
  (await env.one('stock.move', line.values.move_id))?.values.state === 'done';

export async function linesCreated(env: Env, lines: readonly Row[]): Promise<void> {
  // A line that is added to a finished move moves stock at once: so does Odoo.
  for (const line of lines)
    if (await isDone(env, line)) {
      env.records.set(line, { closed: true });
      await shiftStock(env, shiftsOf(line));
    }
  await passPicked(env, lines);
  await linesChanged(env, await reserving(env, movesOf(lines)), true);
}

const moving = new Set([
  'quantity',
  'product_uom_id',
  'lot_id',
  'package_id',
  'result_package_id',
  'owner_id',
  'location_id',
  'location_dest_id',
]);

/** Changing a line that is done moves stock, although the transfer counts as locked: so does Odoo. */
export async function lineWillChange(env: Env, line: Row, patch: Record<string, Json>): Promise<void> {
  if (patch.quantity !== undefined) patch.quantity = rounded(numberOf(patch.quantity));
  const after: Row = { ...line, values: { ...line.values, ...patch } };
  if (patch.quantity !== undefined || patch.product_uom_id !== undefined) {
    const goods = await inProductUnit(env, after, numberOf(after.values.quantity), 'product_uom_id');
    after.values.quantity_product_uom = goods;
    patch.quantity_product_uom = goods;
  }
  if (!Object.keys(patch).some((field) => moving.has(field)) || !(await isDone(env, line))) return;
  const back = shiftsOf(line).map((shift) => ({ ...shift, quantity: -shift.quantity }));
  await shiftStock(env, [...back, ...shiftsOf(after)]);
}

export async function linesWritten(env: Env, lines: readonly Row[], patch: Record<string, Json>): Promise<void> {
  if (patch.picked !== undefined) await passPicked(env, lines);
  if (patch.quantity !== undefined) await linesChanged(env, movesOf(lines), true);
}

const finished = {
  17: 'You can not delete product moves if the picking is done. You can only correct the done quantities.',
  18: 'You can not delete product moves if the picking is done. You can only correct the done quantities.',
  19: "Deleting product moves after the transfer is done?\n\nThat would be like going back in time to revert all operations triggered after this move. Who knows what the end result would be, So let's not do it.\n\nTry changing the “done” quantity to 0 instead.",
} as const;

export async function linesWillGo(env: Env, lines: readonly Row[]): Promise<void> {
  for (const line of lines) if (await isDone(env, line)) throw userError(finished[env.version]);
}

export async function linesRemoved(env: Env, lines: readonly Row[]): Promise<void> {
  if (env.version >= 19) {
    const left = await linesOfMoves(env, await env.browse('stock.move', movesOf(lines)));
    await passPicked(env, [...left.values()].flat());
  }
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
    await spread(env, move, own, total([numberOf(value), -(await quantityIn(env, move, own))]));
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
    if (last && env.version >= 19) await setLineQuantity(env, last, numberOf(last.values.quantity) + difference);
    else {
      const values = await completeLine(env, lineOf(move, difference));
      await env.records.create(env.schema.inner('stock.move.line'), [values]);
    }
    return;
  }
  await trim(env, lines, -difference);
}

/** Takes a surplus off lines, the last first. */
export async function trim(env: Env, lines: readonly Row[], surplus: number): Promise<void> {
  let left = surplus;
  for (const line of [...lines].reverse()) {
    const cut = Math.min(left, numberOf(line.values.quantity));
    if (cut > 0) await setLineQuantity(env, line, numberOf(line.values.quantity) - cut);
    left = total([left, -cut]);
  }
}

/** `picked` of a move is that of its lines. */
export async function setMovePicked(env: Env, moves: readonly Row[], value: Json): Promise<void> {
  for (const move of moves) env.records.set(move, { picked: value === true });
  const moveIds = moves.map((move) => move.id);
  for (const line of await env.children('stock.move.line', 'move_id', moveIds, true))
    env.records.set(line, { picked: value === true });
}

/** Serial or lot tracking of a product: `none`, `lot` or `serial`. */
export async function trackingOf(env: Env, line: Row): Promise<string> {
  return textOf((await env.one('product.product', line.values.product_id))?.values.tracking) || 'none';
}

export const linesByMove = (lines: readonly Row[]) => groupBy(lines, 'move_id');
