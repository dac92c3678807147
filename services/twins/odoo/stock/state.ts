import { type Env, groupBy, numberOf, textOf } from '../env.ts';
import type { Row } from '../records.ts';
import { idsIn } from './chain.ts';
import { linesOfMoves } from './computed.ts';
import { comesFromOutside } from './places.ts';
import { quantityIn } from './units.ts';

const isOpen = (move: Row) => !['done', 'cancel', 'draft'].includes(textOf(move.values.state));

/** Sets the state of open moves from what their lines hold: all, some or none of the demand. A move that follows others waits for them. */
export async function recomputeMoves(env: Env, moves: readonly Row[]): Promise<void> {
  const open = moves.filter(isOpen);
  const lines = await linesOfMoves(env, open);
  for (const move of open) {
    const quantity = await quantityIn(env, move, lines.get(move.id) ?? []);
    const demand = numberOf(move.values.product_uom_qty);
    const none = idsIn(move.values.move_orig_ids).length > 0 ? 'waiting' : 'confirmed';
    const state = quantity >= demand ? 'assigned' : quantity > 0 ? 'partially_available' : none;
    if (move.values.state !== state) env.records.set(move, { state });
  }
}

function stateFrom(moves: readonly Row[], fromOutside: boolean, moveType: string): string {
  const states = moves.map((move) => textOf(move.values.state));
  if (states.length === 0 || states.every((state) => state === 'draft')) return 'draft';
  if (states.every((state) => state === 'cancel')) return 'cancel';
  if (states.every((state) => state === 'cancel' || state === 'done')) return 'done';
  if (fromOutside) return 'assigned';
  const open = states.filter((state) => state !== 'cancel' && state !== 'done');
  if (open.every((state) => state === 'assigned')) return 'assigned';
  // A transfer that may go in parts is ready as soon as something of it is.
  if (moveType === 'direct' && open.some((state) => state === 'assigned' || state === 'partially_available'))
    return 'assigned';
  return open.includes('waiting') ? 'waiting' : 'confirmed';
}

/** Sets the state of transfers from their moves. Returns them. */
export async function refreshPickings(env: Env, ids: readonly number[]): Promise<Row[]> {
  const pickings = await env.browse('stock.picking', [...new Set(ids)]);
  const moves = groupBy(await env.children('stock.move', 'picking_id', ids), 'picking_id');
  for (const picking of pickings) {
    const fromOutside = await comesFromOutside(env, numberOf(picking.values.location_id));
    const state = stateFrom(moves.get(picking.id) ?? [], fromOutside, textOf(picking.values.move_type));
    if (picking.values.state !== state) env.records.set(picking, { state });
  }
  return pickings;
}

/** After lines have changed: states of their moves and transfers. In 19 a changed quantity also moves the transfer's `write_date`. */
export async function linesChanged(env: Env, moveIds: readonly number[], quantityChanged: boolean): Promise<void> {
  const moves = await env.browse('stock.move', [...new Set(moveIds)]);
  await recomputeMoves(env, moves);
  const pickingIds = moves.flatMap((move) =>
    typeof move.values.picking_id === 'number' ? [move.values.picking_id] : [],
  );
  const pickings = await refreshPickings(env, pickingIds);
  if (quantityChanged && env.version >= 19) for (const picking of pickings) env.records.touch(picking);
}
