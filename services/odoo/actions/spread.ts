import type { PickingMove } from './pickings.ts';
import { rounded } from './products.ts';
import type { Counting } from './quantities.ts';

/** A part of a quantity that falls to one move, in its unit. */
export interface Part {
  readonly move: PickingMove;
  readonly quantity: number;
}

/** Hands a quantity in the unit of the first move out to moves of one product, each up to its demand; what is more goes to the last. `used` remembers what earlier calls gave each, in its own unit. */
export function spread(
  quantity: number,
  moves: readonly PickingMove[],
  used: Map<number, number>,
  { between }: Pick<Counting, 'between'>,
): readonly Part[] {
  const [first] = moves;
  const parts: Part[] = [];
  let left = quantity;
  for (const [n, move] of moves.entries()) {
    const taken = used.get(move.id) ?? 0;
    const open = Math.max(0, rounded(move.product_uom_qty - taken));
    const room = n === moves.length - 1 ? left : between(open, move, first!);
    const part = Math.min(left, room);
    if (part <= 0) continue;
    const given = rounded(between(part, first!, move));
    parts.push({ move, quantity: given });
    used.set(move.id, rounded(taken + given));
    left = rounded(left - part);
  }
  return parts;
}

/** The move that a line number was given for comes first, where it is among those of the product. */
export function preferred(moves: readonly PickingMove[], id: number | undefined): readonly PickingMove[] {
  return [...moves.filter((move) => move.id === id), ...moves.filter((move) => move.id !== id)];
}
