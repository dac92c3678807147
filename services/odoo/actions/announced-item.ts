import type { AnnouncedItem } from './event-data.ts';
import type { PickingMove } from './pickings.ts';
import { shownName } from './products.ts';
import type { PlanFault } from './quantities.ts';

/** The label of the package that an item lies in: its own, else that of its pallet. */
export const labelOf = ({
  package: own,
  pallet,
}: AnnouncedItem): { readonly sscc: string; readonly pointer: string } | undefined => {
  if (own) return { sscc: own.sscc, pointer: '/package/sscc' };
  return pallet && { sscc: pallet.sscc, pointer: '/pallet/sscc' };
};

/** The lot of an item, where Odoo can keep it: several pieces with serial numbers have no number in common. */
export function lotOf({ lot, quantity, serialNumbers }: AnnouncedItem, { product_id: { tracking } }: PickingMove) {
  if (!lot || tracking === 'none') return undefined;
  return tracking === 'serial' && (quantity.value !== 1 || (serialNumbers ?? []).length > 0) ? undefined : lot;
}

/** What Odoo does not keep of an item, in sentences. */
export function notKept(item: AnnouncedItem, move: PickingMove): readonly string[] {
  const name = shownName(item.product);
  const { tracking } = move.product_id;
  const numbers = (item.serialNumbers ?? []).length > 0;
  const remarks: string[] = [];
  if (tracking === 'none' && (item.lot || numbers))
    remarks.push(`${name} is not tracked in Odoo: its lots and serial numbers are not kept there.`);
  else if (item.lot && !lotOf(item, move))
    remarks.push(`${name} has serial numbers in Odoo: lot ${item.lot} is not kept there.`);
  else if (tracking === 'lot' && numbers)
    remarks.push(
      `${name} is tracked by lots in Odoo: its ${item.serialNumbers!.length} serial numbers are not kept there.`,
    );
  if (item.package && item.pallet)
    remarks.push(
      `Pallet ${item.pallet.sscc} of package ${item.package.sscc} is not in Odoo: packages are kept without their pallet.`,
    );
  return remarks;
}

/** Serial numbers that an item names, where the product has any in Odoo: one for each piece. */
export function serialsOf(
  item: AnnouncedItem,
  move: PickingMove,
  pieces: number,
): { name: string; at: number }[] | PlanFault {
  const names = move.product_id.tracking === 'serial' ? (item.serialNumbers ?? []) : [];
  if (names.length > 0 && names.length !== pieces)
    return {
      code: 'odoo.lot-quantities-differ',
      reason: `${names.length} serial numbers of ${shownName(item.product)} are given, but ${pieces} are announced.`,
    };
  return names.map((name, at) => ({ name, at }));
}
