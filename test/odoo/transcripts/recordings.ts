import type { Version } from '../../../services/twins/odoo/schema.ts';
import type { Seen } from './seen.ts';

/** What a recording does not tell: what a person did between its requests, and what it shows too late. */
export interface Recording {
  /** A person finishes or cancels the first transfer before this step. */
  readonly before?: Readonly<Record<number, 'validate' | 'cancel'>>;
  readonly fix?: (seen: Seen, version: Version) => void;
  readonly lacks?: readonly string[];
  /** The hub's user was a stock manager, without whom 17 applies no count. */
  readonly isManager?: boolean;
}

const bare = { lacks: ['stock_delivery'] };

/** A second product on the pallet of the first line. */
function mixedPallet(seen: Seen): void {
  const [line] = [...seen.of('stock.move.line').values()];
  seen.of('product.product').set(980_000, { name: 'Other', uom_id: 1, tracking: 'none', active: true });
  const place = { location_id: line!.location_id, package_id: line!.package_id, lot_id: null, owner_id: null };
  seen.of('stock.quant').set(980_000, { product_id: 980_000, ...place, quantity: 5 });
}

/** The recording shows the other transfer when it has lost its reservation. */
function otherReserved(lot: (seen: Seen) => number | null) {
  return (seen: Seen): void => {
    const pickings = [...seen.of('stock.picking').entries()].sort((a, b) => a[0] - b[0]);
    const [other] = pickings[0]!;
    const [mine] = [...seen.of('stock.move.line').values()].filter((line) => line.picking_id !== other);
    const [move, values] = [...seen.of('stock.move')].find(([, one]) => one.picking_id === other)!;
    for (const [id, line] of seen.of('stock.move.line'))
      if (line.picking_id === other) seen.of('stock.move.line').delete(id);
    Object.assign(seen.of('stock.picking').get(other)!, { state: 'assigned' });
    Object.assign(values, { state: 'assigned' });
    const quantity = values.product_uom_qty;
    const place = { location_id: otherShelf(seen, mine!.location_id as number, lot(seen)), lot_id: lot(seen) };
    seen
      .of('stock.move.line')
      .set(960_000, { ...mine, ...place, move_id: move, picking_id: other, quantity, quantity_product_uom: quantity });
  };
}

/** A lot that the other transfer has lies in the first shelf. */
const otherShelf = (seen: Seen, own: number, lot: number | null): number =>
  lot === null
    ? own
    : [...seen.of('stock.location')].find(([, { complete_name }]) => /M Shelf A$/.test(String(complete_name)))![0];

const lowestLot = (seen: Seen) => Math.min(...seen.of('stock.lot').keys());

/** Nothing is reserved yet. */
function unreserved(seen: Seen): void {
  for (const move of seen.of('stock.move').values()) move.state = 'confirmed';
  for (const picking of seen.of('stock.picking').values()) picking.state = 'confirmed';
  const [line] = [...seen.of('stock.move.line').values()];
  seen.of('stock.move.line').clear();
  if (line)
    seen.of('stock.quant').set(980_001, { product_id: line.product_id, location_id: line.location_id, quantity: 20 });
}

export const recordings: Readonly<Record<string, Recording>> = {
  f2_inventory_replay_and_conflicts: { isManager: true },
  m3_lot_reserved_by_other: { fix: otherReserved(lowestLot) },
  m4_mixed_pallet: { fix: mixedPallet },
  m7_asn_after_receipt_change: { before: { 1: 'validate' } },
  m7_asn_after_receipt_replace: { before: { 1: 'validate' } },
  m9_action_assign: { fix: unreserved },
  m9_overship_takes_other_reservation: { fix: otherReserved(() => null) },
  m11_person_cancelled: { before: { 1: 'cancel' } },
  m11_person_first_other_quantity: { before: { 1: 'validate' } },
  m11_person_first_replaced_lines: { before: { 1: 'validate' } },
  m11_person_first_same_quantity: { before: { 1: 'validate' } },
  m11_person_first_split_lines: { before: { 1: 'validate' } },
  m11_guard_move_type: { before: { 2: 'validate' } },
  m11_guard_picking_type: { before: { 2: 'validate' } },
  m11_guard_scheduled_date: { before: { 2: 'validate' } },
  m13_no_stock_delivery_945: bare,
  m13_no_stock_delivery_fields: bare,
  m13_no_stock_delivery_receipt: bare,
};
