import type { PickingMove } from './pickings.ts';
import { rounded } from './products.ts';

/** A part of a quantity that falls to one move, in its unit. */
export interface Part {
  readonly move: PickingMove;
  readonly quantity: number;
}

/** Hands a quantity out to moves of one product, each up to its demand; what is more goes to the last. `used` remembers what earlier calls gave. */
export function spread(quantity: number, moves: readonly PickingMove[], used: Map<number, number>): readonly Part[] {
  const parts: Part[] = [];
  let left = quantity;
  for (const [n, move] of moves.entries()) {
    const taken = used.get(move.id) ?? 0;
    const room = n === moves.length - 1 ? left : Math.max(0, rounded(move.product_uom_qty - taken));
    const given = Math.min(left, room);
    if (given <= 0) continue;
    parts.push({ move, quantity: given });
    used.set(move.id, rounded(taken + given));
    left = rounded(left - given);
  }
  return parts;
}

/** The move that a line number was given for comes first, where it is among those of the product. */
export function preferred(moves: readonly PickingMove[], id: number | undefined): readonly PickingMove[] {
  return [...moves.filter((move) => move.id === id), ...moves.filter((move) => move.id !== id)];
}
