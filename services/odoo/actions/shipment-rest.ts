import { listed } from '../../domain/lists.ts';
import type { OdooWrite } from './contract.ts';
import { isOpen, type Picking } from './pickings.ts';
import { rounded } from './products.ts';
import { allotted, type ShipmentPlan } from './shipment-plan.ts';

/** A shipped transfer as it was and as it is, and what the document meant. */
interface Shipment {
  readonly before: Picking;
  readonly after: Picking;
  readonly plan: ShipmentPlan;
}

/** What has become of the rest otherwise than the document says: Odoo's operation type decides before it does. */
export function untoldRests(shipment: Shipment): readonly string[] {
  const { before, after, plan } = shipment;
  if (after.state !== 'done') return [];
  const open = freshBackorders(shipment).filter(({ state }) => isOpen(state));
  const names = listed(open.map(({ name }) => name));
  if (plan.closeShort && open.length > 0)
    return [`${names} stays open in Odoo although nothing is to follow: cancel it there.`];
  if (open.length > 0 && plan.settled.size > 0)
    return before.move_ids
      .filter(({ id }) => plan.settled.has(id))
      .map(
        ({ product_id: { display_name: product } }) =>
          `The rest of ${product} is on ${names} although nothing of it is to follow: cancel it there.`,
      );
  const short = before.move_ids.some(
    (move) => move.state !== 'cancel' && allotted(plan.allotments, move) < rounded(move.product_uom_qty),
  );
  if (!short || plan.closeShort || after.backorder_ids.length > 0) return [];
  return [
    `The rest of ${after.name} was closed and there is no backorder, although the document does not say that nothing follows: ${after.picking_type_id.display_name} makes none in Odoo.`,
  ];
}

function freshBackorders({ before, after }: Shipment): Picking['backorder_ids'] {
  const known = new Set(before.backorder_ids.map(({ id }) => id));
  return after.backorder_ids.filter(({ id }) => !known.has(id));
}

/** The backorders that came of the shipment. */
export const backorderWrites = (shipment: Shipment): OdooWrite[] =>
  freshBackorders(shipment).map(({ id, name }) => ({
    ...{ model: 'stock.picking', recordId: id, recordName: name, field: 'backorder_id', after: shipment.after.name },
    method: 'button_validate',
  }));
