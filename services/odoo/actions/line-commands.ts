import type { Json, Values } from '../client.ts';
import { asKept, converted, type UnitTable } from '../units.ts';
import type { Picking, PickingLine, PickingMove } from './pickings.ts';
import { rounded } from './products.ts';
import type { Allotment } from './shipment-plan.ts';

/** Where goods are, in which lot and package, whose, and in which unit: what a new line must copy from the reserved one, or Odoo takes them from elsewhere. */
export interface Whereabouts {
  readonly location_id: number;
  readonly location_dest_id: number;
  readonly lot_id: number | false;
  readonly package_id: number | false;
  readonly owner_id: number | false;
  readonly product_uom_id: number;
}

/** A line to be written. */
export interface NewLine extends Whereabouts {
  readonly move: PickingMove;
  readonly quantity: number;
  readonly result_package_id: number | false;
  readonly lotName?: string | undefined;
}

const idOf = (value: { readonly id: number } | false): number | false => (value === false ? false : value.id);

export const whereaboutsOf = (line: PickingLine): Whereabouts => ({
  location_id: line.location_id.id,
  location_dest_id: line.location_dest_id.id,
  lot_id: idOf(line.lot_id),
  package_id: idOf(line.package_id),
  owner_id: idOf(line.owner_id),
  product_uom_id: line.product_uom_id.id,
});

/** Where a move's goods would come from without a reservation. */
export const unreservedPlace = (move: PickingMove): Whereabouts => ({
  location_id: move.location_id.id,
  location_dest_id: move.location_dest_id.id,
  lot_id: false,
  package_id: false,
  owner_id: false,
  product_uom_id: move.product_uom.id,
});

/** What is left of the reserved lines of a transfer while they are handed out. Quantities in the unit of the move. */
export interface Shelf {
  /** Takes up to `quantity` from the lines of a move, those that fit `lot` only. @returns what was taken and from where. */
  take(move: PickingMove, quantity: number, lot?: string): { readonly line: PickingLine; readonly quantity: number }[];
}

export function shelfOf(units: UnitTable): Shelf {
  const left = new Map<number, number>();
  return {
    take(move, quantity, lot) {
      const taken: { line: PickingLine; quantity: number }[] = [];
      let wanted = quantity;
      for (const line of move.move_line_ids) {
        if (lot !== undefined && (line.lot_id === false ? line.lot_name : line.lot_id.name) !== lot) continue;
        const there = left.get(line.id) ?? inUnitOf(move, line, units);
        const part = rounded(Math.min(wanted, there));
        if (part <= 0) continue;
        taken.push({ line, quantity: part });
        left.set(line.id, rounded(there - part));
        wanted = rounded(wanted - part);
      }
      return taken;
    },
  };
}

/** Is a quantity in the unit of a move nothing in the product's own, as Odoo rounds it? Twelfths of a dozen leave such a rest. */
export function isDust(move: PickingMove, quantity: number, { byId }: UnitTable): boolean {
  const [unit, product] = [byId.get(move.product_uom.id), byId.get(move.product_id.uom_id.id)];
  return (
    quantity <= 0 ||
    (unit !== undefined && product !== undefined && asKept(converted(quantity, unit, product), product) === 0)
  );
}

/** The quantity of a line in the unit of its move. */
export function inUnitOf(move: PickingMove, line: PickingLine, { byId }: UnitTable): number {
  const from = byId.get(line.product_uom_id.id);
  const to = byId.get(move.product_uom.id);
  return from && to ? converted(line.quantity, from, to) : line.quantity;
}

/** A part of a reserved line as a new line: the same place, lot, package, owner and unit. */
export function copied(move: PickingMove, line: PickingLine, quantity: number, { byId }: UnitTable): NewLine {
  const from = byId.get(move.product_uom.id);
  const to = byId.get(line.product_uom_id.id);
  const inLine = from && to ? asKept(converted(quantity, from, to), to) : quantity;
  return {
    move,
    ...whereaboutsOf(line),
    quantity: inLine,
    // Odoo itself sends a whole package on as it is.
    result_package_id: inLine === line.quantity ? idOf(line.result_package_id) : false,
    lotName: line.lot_name || undefined,
  };
}

const keyOf = (line: NewLine) =>
  [
    line.move.id,
    line.location_id,
    line.location_dest_id,
    line.lot_id,
    line.package_id,
    line.owner_id,
    line.result_package_id,
    line.lotName,
  ].join('/');

/** Lines that differ in nothing but their quantity, as one. */
export function joined(lines: readonly NewLine[]): readonly NewLine[] {
  const byKey = new Map<string, NewLine>();
  for (const line of lines) {
    const known = byKey.get(keyOf(line));
    byKey.set(keyOf(line), known ? { ...known, quantity: rounded(known.quantity + line.quantity) } : line);
  }
  return [...byKey.values()];
}

const valuesOf = ({ move, lotName, ...line }: NewLine, picked: boolean): Values => ({
  ...line,
  ...(line.lot_id === false && lotName && { lot_name: lotName }),
  move_id: move.id,
  product_id: move.product_id.id,
  picked,
});

/**
 * Commands that put lines in the place of others: `[2, id]` and `[0, 0, …]` in one write, which Odoo does whole or not at all. It refuses them on a transfer that
 * somebody has just finished; `[1, id, …]` it would take, and change what was shipped.
 */
export function replaceLines(old: readonly PickingLine[], fresh: readonly NewLine[], picked: boolean): Json[] {
  return [...old.map((line) => [2, line.id]), ...fresh.map((line) => [0, 0, valuesOf(line, picked)])];
}

/** The write that gives a transfer back the lines it was read with. The move must say that nothing is picked, or 17 and 18 ship nothing when a person validates. */
export function putBack(before: Picking, now: Picking, moves: ReadonlySet<number>): Values {
  const fresh = now.move_ids.filter((move) => moves.has(move.id)).flatMap((move) => move.move_line_ids);
  const old = before.move_ids.filter((move) => moves.has(move.id));
  const lines = old.flatMap((move) =>
    move.move_line_ids.map(
      (line): NewLine => ({
        move,
        ...whereaboutsOf(line),
        quantity: line.quantity,
        result_package_id: idOf(line.result_package_id),
        lotName: line.lot_name || undefined,
      }),
    ),
  );
  return {
    ...(before.carrier_tracking_ref !== undefined && { carrier_tracking_ref: before.carrier_tracking_ref }),
    ...(old.length > 0 && {
      move_line_ids: replaceLines(fresh, lines, false),
      move_ids: old.map((move) => [1, move.id, { picked: false }]),
    }),
  };
}

/** The moves that a plan touches. */
export const touchedBy = (allotments: readonly Allotment[]): ReadonlySet<number> =>
  new Set(allotments.map(({ move }) => move.id));
