import { append } from '../../domain/lists.ts';
import type { ActionCode } from './contract.ts';
import type { Shipped, ShippedLine } from './event-data.ts';
import type { PickingMove } from './pickings.ts';
import { isCounted, movesFor, rounded, shownName } from './products.ts';

/** A quantity of one move that goes into one lot and one package. */
export interface Allotment {
  readonly move: PickingMove;
  /** Index of the event's line. */
  readonly line: number;
  readonly quantity: number;
  readonly lot?: { readonly name: string; readonly pointer: string } | undefined;
  readonly sscc?: { readonly value: string; readonly pointer: string } | undefined;
}

export interface ShipmentPlan {
  readonly allotments: readonly Allotment[];
  readonly shippedUnits: number;
  /** What was not shipped is not to follow either. */
  readonly closeShort: boolean;
}

export interface PlanFault {
  readonly code: ActionCode;
  readonly reason: string;
}

interface Piece {
  readonly quantity: number;
  readonly lot?: Allotment['lot'];
  readonly sscc?: Allotment['sscc'];
}

/** Lines of which the rest is not to follow: partial and considered complete, substituted, cancelled. */
const final = new Set(['partial', 'substituted', 'cancelled']);

/** Splits a line by its lots. One lot without a quantity takes what the others leave. */
function byLot(line: ShippedLine, at: number): readonly Piece[] | PlanFault {
  const lots = line.lots ?? [];
  const total = line.shipped.value;
  if (lots.length === 0) return [{ quantity: total }];
  const open = lots.filter((lot) => lot.quantity === undefined).length;
  const known = rounded(lots.reduce((sum, lot) => sum + (lot.quantity ?? 0), 0));
  if (open > 1 || known > total || (open === 0 && known !== total)) {
    return {
      code: 'odoo.lot-quantities-differ',
      reason: `The lots of ${shownName(line.product)} hold ${known}, but ${total} were shipped.`,
    };
  }
  return lots
    .map((lot, n) => ({
      quantity: lot.quantity ?? rounded(total - known),
      lot: { name: lot.lot, pointer: `/lines/${at}/lots/${n}/lot` },
    }))
    .filter((piece) => piece.quantity > 0);
}

/** Spreads pieces over the packages of a line. The document does not say how many went into which: equal parts, the last takes the rest. */
function byPackage(pieces: readonly Piece[], line: ShippedLine, at: number): readonly Piece[] {
  const packages = line.packages ?? [];
  if (packages.length === 0) return pieces;
  const share = Math.ceil(line.shipped.value / packages.length);
  const spread: Piece[] = [];
  let filled = 0;
  let n = 0;
  for (const piece of pieces) {
    let left = piece.quantity;
    while (left > 0) {
      const room = n === packages.length - 1 ? left : share - filled;
      const quantity = rounded(Math.min(left, room));
      spread.push({
        ...piece,
        quantity,
        sscc: { value: packages[n]!.sscc, pointer: `/lines/${at}/packages/${n}/sscc` },
      });
      left = rounded(left - quantity);
      filled = rounded(filled + quantity);
      if (filled >= share && n < packages.length - 1) {
        n += 1;
        filled = 0;
      }
    }
  }
  return spread;
}

/** Hands pieces out to the moves of the product, each up to its demand; what is more goes to the last. */
function handOut(
  pieces: readonly Piece[],
  moves: readonly PickingMove[],
  used: Map<number, number>,
  line: number,
): Allotment[] {
  const allotments: Allotment[] = [];
  for (const piece of pieces) {
    let left = piece.quantity;
    for (const [n, move] of moves.entries()) {
      const taken = used.get(move.id) ?? 0;
      const room = n === moves.length - 1 ? left : Math.max(0, rounded(move.product_uom_qty - taken));
      const quantity = Math.min(left, room);
      if (quantity <= 0) continue;
      allotments.push({ ...piece, move, line, quantity });
      used.set(move.id, rounded(taken + quantity));
      left = rounded(left - quantity);
    }
  }
  return allotments;
}

/** Moves that the document does not speak of went out in full where it reports exceptions only. */
function unmentioned(data: Shipped, moves: readonly PickingMove[]): Allotment[] {
  if (data.reporting !== 'exceptions-only' && data.reporting !== 'no-exceptions') return [];
  const silent = moves.filter((move) => data.lines.every((line) => movesFor(line.product, [move]).length === 0));
  return silent.map((move) => ({ move, line: -1, quantity: move.product_uom_qty }));
}

/** What a shipping advice means for the moves of its transfer. Pure; the moves are those that count, open or done. */
export function planShipment(data: Shipped, moves: readonly PickingMove[]): ShipmentPlan | PlanFault {
  const used = new Map<number, number>();
  const allotments: Allotment[] = [];
  for (const [at, line] of data.lines.entries()) {
    const own = movesFor(line.product, moves);
    if (line.shipped.value > 0 && own.length === 0) {
      return {
        code: 'odoo.product-unknown',
        reason: `${data.orderNumber} has no ${shownName(line.product)} (line ${line.lineNumber ?? at + 1}).`,
      };
    }
    if (!isCounted(line.shipped)) {
      const unit = line.shipped.unitCode ?? line.shipped.unit;
      return {
        code: 'odoo.unit-unknown',
        reason: `Line ${line.lineNumber ?? at + 1} counts ${shownName(line.product)} in ${unit}; Odoo counts it in units.`,
      };
    }
    const pieces = byLot(line, at);
    if ('code' in pieces) return pieces;
    append(allotments, handOut(byPackage(pieces, line, at), own, used, at));
  }
  append(allotments, unmentioned(data, moves));
  const shippedUnits = rounded(allotments.reduce((sum, { quantity }) => sum + quantity, 0));
  return { allotments, shippedUnits, closeShort: isFinal(data, moves, allotments) };
}

/** True when every move that came out short belongs to lines that nothing is to follow for. */
function isFinal(data: Shipped, moves: readonly PickingMove[], allotments: readonly Allotment[]): boolean {
  const shippedOf = (move: PickingMove) =>
    allotments.filter((one) => one.move.id === move.id).reduce((sum, { quantity }) => sum + quantity, 0);
  const short = moves.filter((move) => rounded(shippedOf(move)) < move.product_uom_qty);
  return (
    short.length > 0 &&
    short.every((move) => {
      const lines = data.lines.filter((line) => movesFor(line.product, [move]).length > 0);
      return lines.length > 0 && lines.every((line) => final.has(line.status ?? ''));
    })
  );
}
