import { append } from '../../domain/lists.ts';
import type { Shipped, ShippedLine } from './event-data.ts';
import type { PickingMove } from './pickings.ts';
import { movesFor, rounded, shownName } from './products.ts';
import type { Counting, PlanFault } from './quantities.ts';
import { preferred, spread } from './spread.ts';

/** A quantity of one move that goes into one lot and one package. */
export interface Allotment {
  readonly move: PickingMove;
  /** Index of the event's line; -1 where the document does not speak of the move. */
  readonly line: number;
  /** In the unit of the move. */
  readonly quantity: number;
  readonly lot?: { readonly name: string; readonly pointer: string } | undefined;
  readonly sscc?: { readonly value: string; readonly pointer: string } | undefined;
}

export interface ShipmentPlan {
  readonly allotments: readonly Allotment[];
  readonly nothing: boolean;
  /** What was not shipped is not to follow either. */
  readonly closeShort: boolean;
  /** Moves that came out short and that nothing is to follow for. */
  readonly settled: ReadonlySet<number>;
  readonly remarks: readonly string[];
}

interface Piece {
  readonly quantity: number;
  readonly lot?: Allotment['lot'];
  readonly sscc?: Allotment['sscc'];
}

/** Lines of which the rest is not to follow: partial and considered complete, substituted, cancelled. */
const final = new Set(['partial', 'substituted', 'cancelled']);

/** Splits a line by its lots. One lot without a quantity takes what the others leave. */
function byLot(line: ShippedLine, at: number, done: string): readonly Piece[] | PlanFault {
  const total = line.shipped.value;
  const serials = line.serialNumbers ?? [];
  if (serials.length > 0 && serials.length !== total)
    return {
      code: 'odoo.lot-quantities-differ',
      reason: `${serials.length} serial numbers of ${shownName(line.product)} are given, but ${total} were ${done}.`,
    };
  const seen = new Set<string>();
  const twice = serials.find((serial) => seen.size === seen.add(serial).size);
  if (twice !== undefined)
    return {
      code: 'odoo.lot-quantities-differ',
      reason: `Serial number ${twice} of ${shownName(line.product)} is given twice. Ask the warehouse which pieces were ${done}.`,
    };
  if (serials.length > 0)
    return serials.map((name, n) => ({ quantity: 1, lot: { name, pointer: `/lines/${at}/serialNumbers/${n}` } }));
  const lots = line.lots ?? [];
  if (lots.length === 0) return [{ quantity: total }];
  const open = lots.filter((lot) => lot.quantity === undefined).length;
  const known = rounded(lots.reduce((sum, lot) => sum + (lot.quantity ?? 0), 0));
  if (open > 1 || known > total || (open === 0 && known !== total)) {
    return {
      code: 'odoo.lot-quantities-differ',
      reason: `The lots of ${shownName(line.product)} hold ${known}, but ${total} were ${done}.`,
    };
  }
  return lots
    .map((lot, n) => ({
      quantity: lot.quantity ?? rounded(total - known),
      lot: { name: lot.lot, pointer: `/lines/${at}/lots/${n}/lot` },
    }))
    .filter((piece) => piece.quantity > 0);
}

/** Equal parts of a quantity: whole pieces where it is whole, and never an empty part before a full one. */
function equalParts(total: number, count: number): readonly number[] {
  const step = Number.isInteger(total) ? 1 : 0.01;
  const steps = Math.floor(rounded(total / step));
  const parts = Array.from({ length: count }, (_, n) =>
    rounded((Math.floor(steps / count) + (n < steps % count ? 1 : 0)) * step),
  );
  const dust = rounded(total - parts.reduce((sum, part) => sum + part, 0));
  return parts.map((part, n) => (n === 0 ? rounded(part + dust) : part));
}

/** Spreads pieces over the packages of a line. The document does not say how many went into which: equal parts. */
function byPackage(pieces: readonly Piece[], line: ShippedLine, at: number): readonly Piece[] {
  const packages = line.packages ?? [];
  if (packages.length === 0) return pieces;
  const room = [...equalParts(line.shipped.value, packages.length)];
  const spread: Piece[] = [];
  let n = 0;
  for (const piece of pieces) {
    let left = piece.quantity;
    while (left > 0) {
      while (n < packages.length - 1 && room[n]! <= 0) n += 1;
      const quantity = n === packages.length - 1 ? left : rounded(Math.min(left, room[n]!));
      spread.push({
        ...piece,
        quantity,
        sscc: { value: packages[n]!.sscc, pointer: `/lines/${at}/packages/${n}/sscc` },
      });
      left = rounded(left - quantity);
      room[n] = rounded(room[n]! - quantity);
    }
  }
  return spread;
}

/** Moves that the document does not speak of went out in full where it reports exceptions only. */
function unmentioned(data: Shipped, moves: readonly PickingMove[]): Allotment[] {
  if (data.reporting !== 'exceptions-only' && data.reporting !== 'no-exceptions') return [];
  const silent = moves.filter((move) => data.lines.every((line) => movesFor(line.product, [move]).length === 0));
  return silent.map((move) => ({ move, line: -1, quantity: move.product_uom_qty }));
}

export interface PlanInput {
  readonly data: Shipped;
  /** Those that count, open or done. */
  readonly moves: readonly PickingMove[];
  readonly counting: Counting;
  /** Line numbers that the partner was given, and their moves. */
  readonly lines: Readonly<Record<string, number>>;
  /** What became of the goods, for what is told to people. */
  readonly done?: 'shipped' | 'received';
}

/** What a shipping advice means for the moves of its transfer. Pure. */
export function planShipment({ data, moves, counting, lines, done = 'shipped' }: PlanInput): ShipmentPlan | PlanFault {
  const used = new Map<number, number>();
  const allotments: Allotment[] = [];
  const remarks: string[] = [];
  for (const [at, line] of data.lines.entries()) {
    const own = preferred(movesFor(line.product, moves), lines[line.lineNumber ?? '']);
    if (line.shipped.value > 0 && own.length === 0) {
      return {
        code: 'odoo.product-unknown',
        reason: `${data.orderNumber} has no ${shownName(line.product)} (line ${line.lineNumber ?? at + 1}).`,
      };
    }
    if (own.length === 0) continue;
    const tracked = own[0]!.product_id.tracking !== 'none';
    if (!tracked && (line.lots ?? line.serialNumbers ?? []).length > 0)
      remarks.push(
        `${shownName(line.product)} is not tracked in Odoo: its lots and serial numbers are not kept there.`,
      );
    const pieces = tracked ? byLot(line, at, done) : [{ quantity: line.shipped.value }];
    if ('code' in pieces) return pieces;
    const whole = counting.count(line.shipped, own[0]!, line.product);
    if ('code' in whole) return whole;
    if (whole.remark) remarks.push(whole.remark);
    const odd = undividedLot(pieces, line, whole.value, own[0]!, counting);
    if (odd) return odd;
    const kept = (quantity: number) => counting.kept(quantity, own[0]!);
    for (const { piece, quantity } of scaled(byPackage(pieces, line, at), line, whole.value, kept))
      for (const part of spread(quantity, own, used, counting)) allotments.push({ ...piece, ...part, line: at });
  }
  append(allotments, unmentioned(data, moves));
  append(remarks, emptyLabels(data, allotments));
  const undivided = counting.undivided(allotments);
  if (undivided) return undivided;
  return {
    allotments,
    nothing: allotments.every(({ quantity }) => quantity === 0),
    ...restOf(data, moves, allotments),
    remarks,
  };
}

/** The pieces of a line in the unit of the move, each as Odoo keeps it and together the whole: a third of two dozen would be 0.67 three times. */
function scaled(
  pieces: readonly Piece[],
  line: ShippedLine,
  whole: number,
  kept: (quantity: number) => number,
): { piece: Piece; quantity: number }[] {
  const factor = line.shipped.value === 0 ? 0 : whole / line.shipped.value;
  let said = 0;
  let given = 0;
  return pieces.map((piece, n) => {
    said += piece.quantity;
    const upTo = n === pieces.length - 1 ? whole : rounded(kept(said * factor));
    const quantity = rounded(upTo - given);
    given = upTo;
    return { piece, quantity };
  });
}

/** Why the lots of a line cannot be kept as the document counts them, if they cannot. */
function undividedLot(
  pieces: readonly Piece[],
  line: ShippedLine,
  whole: number,
  move: PickingMove,
  counting: Counting,
): PlanFault | undefined {
  const odd = pieces.find(
    ({ lot, quantity }) => lot && !counting.divides((quantity * whole) / line.shipped.value, move),
  );
  if (!odd) return undefined;
  return {
    code: 'odoo.unit-does-not-divide',
    reason: `${odd.quantity} of lot ${odd.lot!.name} of ${shownName(line.product)} do not divide into the unit that Odoo keeps it in. Book it by hand, or agree a tolerance.`,
  };
}

/** Labels of the document that no goods are left for: Odoo knows a package by what is in it. */
function emptyLabels(data: Shipped, allotments: readonly Allotment[]): readonly string[] {
  const filled = new Set(allotments.flatMap(({ sscc }) => sscc?.value ?? []));
  return data.lines.flatMap((line) =>
    line.shipped.value > 0
      ? (line.packages ?? [])
          .filter(({ sscc }) => !filled.has(sscc))
          .map(({ sscc }) => `Package ${sscc} is not in Odoo: no piece of ${shownName(line.product)} is left for it.`)
      : [],
  );
}

/** What becomes of the moves that came out short: those whose lines all say so are settled; all are closed where all are. */
function restOf(
  data: Shipped,
  moves: readonly PickingMove[],
  allotments: readonly Allotment[],
): Pick<ShipmentPlan, 'closeShort' | 'settled'> {
  const short = moves.filter((move) => allotted(allotments, move) < move.product_uom_qty);
  const settled = short.filter((move) => {
    const lines = data.lines.filter((line) => movesFor(line.product, [move]).length > 0);
    return lines.length > 0 && lines.every((line) => final.has(line.status ?? ''));
  });
  return {
    closeShort: short.length > 0 && settled.length === short.length,
    settled: new Set(settled.map(({ id }) => id)),
  };
}

/** What goes out of one move, in its unit. */
export const allotted = (allotments: readonly Allotment[], move: PickingMove): number =>
  rounded(allotments.filter((one) => one.move.id === move.id).reduce((sum, { quantity }) => sum + quantity, 0));
