import type { CanonicalEvent } from '../../domain/events.ts';
import type { Json, Values } from '../client.ts';
import { OdooError } from '../error.ts';
import { type Action, type ActionContext, type ActionResult, stop } from './contract.ts';
import type { Shipped } from './event-data.ts';
import { findLots, findOrMakePackages, lotKey } from './goods.ts';
import { onceMore } from './once-more.ts';
import { isOpen, odooTime, type Picking, pickingHeads, pickingTrees } from './pickings.ts';
import { rounded } from './products.ts';
import { type Allotment, planShipment, type ShipmentPlan } from './shipment-plan.ts';
import { shipmentWrites, trackingOf } from './shipment-writes.ts';

/**
 * 945: ships a transfer as the warehouse says it did. One write replaces its lines and sets the tracking reference, one call validates it; what is
 * short becomes a backorder unless the lines say that nothing follows. A transfer that is done already is compared and left alone.
 */
export const validateTransfer: Action = (event, context) => onceMore(() => ship(event, context));

async function ship(event: CanonicalEvent, context: ActionContext): Promise<ActionResult> {
  const data = event.data as unknown as Shipped;
  const found = await pickingTrees(context.client, [['name', '=', data.orderNumber]]);
  const [picking] = found;
  if (!picking) return stop('refused', 'odoo.order-unknown', `Odoo has no transfer ${data.orderNumber}.`);
  if (found.length > 1)
    return stop('held', 'odoo.order-ambiguous', `Odoo has more than one transfer ${data.orderNumber}.`);
  if (picking.state === 'cancel')
    return stop(
      'refused',
      'odoo.transfer-cancelled',
      `${data.orderNumber} was cancelled in Odoo, but the warehouse reports it shipped.`,
    );
  const done = picking.state === 'done';
  const plan = planShipment(
    data,
    picking.move_ids.filter((move) => (done ? move.state === 'done' : isOpen(move.state))),
  );
  if ('code' in plan) return stop(plan.code === 'odoo.product-unknown' ? 'refused' : 'held', plan.code, plan.reason);
  return done ? compare(data, picking, plan, context) : apply(data, picking, plan, context);
}

/** Done already, by an earlier try or by somebody else: the same quantities are the same fact. */
async function compare(
  data: Shipped,
  picking: Picking,
  plan: ShipmentPlan,
  context: ActionContext,
): Promise<ActionResult> {
  const differs = picking.move_ids.find((move) => {
    const shipped = plan.allotments
      .filter((one) => one.move.id === move.id)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    return move.state === 'done' && rounded(shipped) !== move.quantity;
  });
  if (differs) {
    const reason = `${picking.name} is done in Odoo with ${differs.quantity} of ${differs.product_id.display_name}; the advice says otherwise.`;
    return stop('held', 'odoo.transfer-differs', reason);
  }
  const late = await writeShipTime(data, picking, context);
  const packages = new Map(
    picking.move_ids
      .flatMap((move) => move.move_line_ids)
      .flatMap((line) =>
        line.result_package_id ? [[line.result_package_id.name, line.result_package_id.id] as const] : [],
      ),
  );
  const writes = shipmentWrites({ data, picking, plan, packages, version: context.version, fresh: false });
  return { outcome: late ? 'applied' : 'already-applied', writes };
}

async function apply(
  data: Shipped,
  picking: Picking,
  plan: ShipmentPlan,
  context: ActionContext,
): Promise<ActionResult> {
  if (plan.shippedUnits === 0)
    return stop(
      'held',
      'odoo.nothing-shipped',
      `Nothing of ${picking.name} was shipped. Cancel it in Odoo, or ask the warehouse.`,
    );
  const { client } = context;
  const { lots, unknown } = await findLots(client, plan.allotments);
  if (unknown.length > 0)
    return stop(
      'held',
      'odoo.lot-unknown',
      `Odoo does not know the lots ${unknown.join(', ')} that ${picking.name} was shipped with.`,
    );
  const packages = await findOrMakePackages(
    client,
    plan.allotments.flatMap(({ sscc }) => sscc?.value ?? []),
  );
  await client.write('stock.picking', [picking.id], pickingValues(data, picking, plan, lots, packages));
  const answer = await validate(picking, plan.closeShort, context);
  if (answer !== true) return answer;
  await writeShipTime(data, { ...picking, date_done: false }, context);
  const [after] = await pickingHeads(client, [['id', '=', picking.id]]);
  if (after?.state !== 'done')
    return stop(
      'held',
      'odoo.not-verified',
      `Odoo took the validation of ${picking.name}, but it is ${after?.state ?? 'gone'}.`,
    );
  return {
    outcome: 'applied',
    writes: shipmentWrites({ data, picking, plan, packages, version: context.version, fresh: true, after }),
  };
}

/** Tracking reference and lines in one write, which Odoo does whole or not at all. Old lines go by id: clearing them would leave orphans. */
function pickingValues(
  data: Shipped,
  picking: Picking,
  plan: ShipmentPlan,
  lots: ReadonlyMap<string, number>,
  packages: ReadonlyMap<string, number>,
): Values {
  const old = picking.move_ids.filter((move) => isOpen(move.state)).flatMap((move) => move.move_line_ids);
  const tracking = trackingOf(data);
  const spare = new Map(picking.move_ids.map((move) => [move.id, move.move_line_ids.map((line) => ({ ...line }))]));
  const fresh = plan.allotments.flatMap((one) => linesOf(one, lots, packages, spare));
  return {
    // Set before the validation: on an empty reference Odoo would order the transport itself.
    ...(tracking && { carrier_tracking_ref: tracking.value }),
    move_line_ids: [...old.map((line) => [2, line.id]), ...fresh.map((line) => [0, 0, line])],
  };
}

/** One allotment as lines. A tracked product without lots in the document keeps those that Odoo had reserved. */
function linesOf(
  one: Allotment,
  lots: ReadonlyMap<string, number>,
  packages: ReadonlyMap<string, number>,
  spare: Map<number, { quantity: number; lot_id: { id: number } | false }[]>,
): Values[] {
  const { move, lot, sscc } = one;
  const common = {
    move_id: move.id,
    product_id: move.product_id.id,
    picked: true,
    ...(sscc && { result_package_id: packages.get(sscc.value)! }),
  };
  if (lot) return [{ ...common, quantity: one.quantity, lot_id: lots.get(lotKey(lot.name, move.product_id.id))! }];
  if (move.product_id.tracking === 'none') return [{ ...common, quantity: one.quantity }];
  const lines: Values[] = [];
  let left = one.quantity;
  for (const reserved of spare.get(move.id) ?? []) {
    const quantity = Math.min(left, reserved.quantity);
    if (quantity <= 0 || !reserved.lot_id) continue;
    lines.push({ ...common, quantity, lot_id: reserved.lot_id.id });
    reserved.quantity = rounded(reserved.quantity - quantity);
    left = rounded(left - quantity);
  }
  return left > 0 ? [...lines, { ...common, quantity: left }] : lines;
}

/** Validates without letting Odoo ask: an answer other than true would be a question, and nothing done. */
async function validate(
  picking: Picking,
  closeShort: boolean,
  { client }: ActionContext,
): Promise<true | ActionResult> {
  const context = {
    skip_backorder: true,
    skip_sms: true,
    ...(closeShort && { picking_ids_not_to_backorder: [picking.id] }),
  };
  let answer: Json;
  try {
    answer = await client.call('stock.picking', 'button_validate', { ids: [picking.id], context });
  } catch (error) {
    if (error instanceof OdooError && error.kind === 'refused') return stop('refused', 'odoo.refused', error.message);
    throw error;
  }
  if (answer === true) return true;
  const asked =
    typeof answer === 'object' && answer !== null && 'res_model' in answer ? String(answer.res_model) : 'something';
  return stop('held', 'odoo.question-asked', `Odoo wants ${asked} answered before ${picking.name} can be validated.`);
}

/** The time of shipping that the warehouse gives, which Odoo takes after the validation only. @returns true when it was not there yet. */
async function writeShipTime(data: Shipped, picking: Picking, { client }: ActionContext): Promise<boolean> {
  if (!data.shippedAt) return false;
  const shipped = odooTime(data.shippedAt.utc);
  if (picking.date_done === shipped) return false;
  await client.write('stock.picking', [picking.id], { date_done: shipped });
  return true;
}
