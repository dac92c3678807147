import { type ActionContext, type ActionResult, stop } from './contract.ts';
import type { Picking, PickingMove } from './pickings.ts';
import { rounded } from './products.ts';
import { allotted, type ShipmentPlan } from './shipment-plan.ts';

const beyond = ({ allotments }: ShipmentPlan, moves: readonly PickingMove[]) =>
  moves.flatMap((move) => {
    const more = rounded(allotted(allotments, move) - move.product_uom_qty);
    return more > 0 && allotments.some((one) => one.move.id === move.id)
      ? [{ name: move.product_id.display_name, more, ordered: rounded(move.product_uom_qty) }]
      : [];
  });

/** Holds what is more than was ordered, where that is the partner's rule. */
export function heldOvers(
  { name }: Pick<Picking, 'name'>,
  plan: ShipmentPlan,
  moves: readonly PickingMove[],
  done: 'shipped' | 'received',
  { partner }: ActionContext,
): ActionResult | undefined {
  const [first] = partner.overs === 'hold' ? beyond(plan, moves) : [];
  if (!first) return undefined;
  const reason = `${first.more} more of ${first.name} were ${done} than the ${first.ordered} that ${name} is for. Change the order in Odoo, or let the partner's rule book it; then retry.`;
  return stop('held', 'odoo.more-than-ordered', reason);
}

/** What more than was ordered is booked all the same, in sentences. */
export const overRemarks = (
  plan: ShipmentPlan,
  moves: readonly PickingMove[],
  done: 'shipped' | 'received',
): readonly string[] =>
  beyond(plan, moves).map(
    ({ more, name, ordered }) => `${more} more of ${name} were ${done} than the ${ordered} ordered.`,
  );
