import type { Values } from '../client.ts';
import { OdooError } from '../error.ts';
import { versionFacts } from '../version.ts';
import { type ActionContext, type ActionResult, stop } from './contract.ts';
import type { Shipped, ShippedStep } from './event-data.ts';
import { findPackages } from './goods.ts';
import { noteTracking } from './notes.ts';
import { followersOf, isOpen, odooTime, type Picking, pickingTrees } from './pickings.ts';
import { rounded } from './products.ts';
import { countingIn } from './quantities.ts';
import { allotted, planShipment, type ShipmentPlan } from './shipment-plan.ts';
import { trackingOf } from './shipment-tracking.ts';
import { readBack } from './shipment-writes.ts';

type Ship = (picking: Picking, data: ShippedStep, context: ActionContext) => Promise<ActionResult>;

/**
 * A transfer that is done already, by an earlier try, by a person, or by an earlier document: the same quantities are the same fact, and get what is still missing. Another
 * shipment under the same number belongs to the backorder.
 */
export async function compareShipped(
  picking: Picking,
  data: ShippedStep,
  context: ActionContext,
  ship: Ship,
): Promise<ActionResult> {
  const { client, capabilities, partner } = context;
  const [known] = await partner.notified({ ids: [picking.id] });
  const done = picking.move_ids.filter(({ state }) => state === 'done');
  const plan = planShipment({ data, moves: done, counting: countingIn(context), lines: known?.lines ?? {} });
  const faulty = 'code' in plan;
  const differs = faulty ? undefined : done.find((move) => allotted(plan.allotments, move) !== rounded(move.quantity));
  const same = !faulty && !differs;
  const rest = picking.backorder_ids.find(({ state }) => state !== 'cancel');
  const other =
    rest !== undefined &&
    same &&
    (isOtherShipment(picking, data, plan) || (await leftOtherwise(picking, data.whole, context)));
  if (rest && (!same || other)) {
    const [backorder] = await pickingTrees(client, capabilities, [['id', '=', rest.id]], 1);
    if (backorder && (!isOpen(backorder.state) || (await fits(backorder, data, context))))
      return ship(backorder, data, context);
  }
  if (faulty) return stop(plan.code === 'odoo.product-unknown' ? 'refused' : 'held', plan.code, plan.reason);
  if (differs) {
    const reason = `${picking.name} is done in Odoo with ${differs.quantity} of ${differs.product_id.display_name}; the document says ${allotted(plan.allotments, differs)}. Correct it in Odoo, or ask the warehouse.`;
    return stop('held', 'odoo.transfer-differs', reason);
  }
  return complete(picking, data, plan, context);
}

/** Does the document speak of other goods than those that left with the transfer: other labels, another number of the carrier, another time? */
function isOtherShipment(picking: Picking, data: Shipped, plan: ShipmentPlan): boolean {
  const labels = new Set(
    picking.move_ids.flatMap(({ move_line_ids }) =>
      move_line_ids.flatMap((line) => (line.result_package_id ? [line.result_package_id.name] : [])),
    ),
  );
  const named = plan.allotments.flatMap(({ sscc }) => sscc?.value ?? []);
  if (named.length > 0 && labels.size > 0) return named.every((label) => !labels.has(label));
  return hasOtherCarriage(picking, data);
}

function hasOtherCarriage(picking: Picking, data: Shipped): boolean {
  const tracking = trackingOf(data)?.value;
  const otherNumber = Boolean(tracking && picking.carrier_tracking_ref && picking.carrier_tracking_ref !== tracking);
  const otherTime = Boolean(data.shippedAt && picking.date_done && picking.date_done !== odooTime(data.shippedAt.utc));
  return otherNumber && otherTime;
}

/** Did what a step inside the warehouse has moved leave it with another shipment than the document's? That shows at the last step. */
async function leftOtherwise(picking: Picking, whole: Shipped | undefined, context: ActionContext): Promise<boolean> {
  if (!whole) return false;
  const done = (await followersOf(picking, context.client, context.capabilities)).filter(
    ({ state }) => state === 'done',
  );
  const others: boolean[] = [];
  for (const next of done)
    others.push(
      next.picking_type_code === 'outgoing' ? hasOtherCarriage(next, whole) : await leftOtherwise(next, whole, context),
    );
  return others.length > 0 && !others.includes(false);
}

/** Can an open backorder be what the document speaks of? */
async function fits(backorder: Picking, data: Shipped, context: ActionContext): Promise<boolean> {
  const moves = backorder.move_ids.filter(({ state }) => isOpen(state));
  const plan = planShipment({ data, moves, counting: countingIn(context), lines: {} });
  return (
    !('code' in plan) &&
    !plan.nothing &&
    moves.every((move) => allotted(plan.allotments, move) <= rounded(move.product_uom_qty))
  );
}

/** Writes what a done transfer still takes: the carrier's number, the labels, the time of shipping. Quantities are never touched: Odoo would let us, and change the stock. */
async function complete(
  picking: Picking,
  data: Shipped,
  plan: ShipmentPlan,
  context: ActionContext,
): Promise<ActionResult> {
  const { client, capabilities } = context;
  const tracking = trackingOf(data);
  const shippedAt = data.shippedAt && odooTime(data.shippedAt.utc);
  const values: Values = {
    ...(tracking &&
      picking.carrier_tracking_ref !== undefined &&
      picking.carrier_tracking_ref !== tracking.value && { carrier_tracking_ref: tracking.value }),
    ...(shippedAt && picking.date_done !== shippedAt && { date_done: shippedAt }),
  };
  const refusals: string[] = [];
  const attempt = (work: Promise<unknown>) =>
    work.catch((error: unknown) => {
      if (!(error instanceof OdooError) || error.kind !== 'refused') throw error;
      refusals.push(`Odoo refused: ${error.message}`);
    });
  if (Object.keys(values).length > 0) await attempt(client.write('stock.picking', [picking.id], values));
  const labelled = await attemptLabels(picking, plan, context, attempt);
  const noted = await noteTracking(picking, tracking, context);
  const wrote = Object.keys(values).length > 0 || labelled || noted.some(({ before }) => before === false);
  const after = wrote
    ? ((await pickingTrees(client, capabilities, [['id', '=', picking.id]], 1))[0] ?? picking)
    : picking;
  // Its backorder came of the same shipment, whoever made it.
  const record = {
    data,
    before: { ...picking, backorder_ids: [] },
    after,
    plan,
    version: context.version,
    units: capabilities.units,
  };
  const { writes, missing } = readBack(record);
  const remarks = [...plan.remarks, ...refusals, ...missing];
  return {
    outcome: wrote ? 'applied' : 'already-applied',
    writes: [...writes, ...noted],
    ...(remarks.length > 0 && { remarks }),
  };
}

/** Puts labels on done lines that have none, where the line is just what the document puts under one label. @returns true when something was written. */
async function attemptLabels(
  picking: Picking,
  plan: ShipmentPlan,
  { client }: ActionContext,
  attempt: (work: Promise<unknown>) => Promise<unknown>,
): Promise<boolean> {
  const bare = picking.move_ids.flatMap((move) =>
    move.move_line_ids.filter((line) => !line.result_package_id && line.quantity > 0).map((line) => ({ move, line })),
  );
  const pairs: { line: number; sscc: string }[] = [];
  for (const one of plan.allotments) {
    if (!one.sscc) continue;
    const at = bare.findIndex(
      ({ move, line }) =>
        move.id === one.move.id &&
        rounded(line.quantity) === one.quantity &&
        (!one.lot || (line.lot_id !== false && line.lot_id.name === one.lot.name)),
    );
    if (at < 0) continue;
    pairs.push({ line: bare[at]!.line.id, sscc: one.sscc.value });
    bare.splice(at, 1);
  }
  if (pairs.length === 0) return false;
  const model = versionFacts[client.majorVersion].packageModel;
  const known = (
    await findPackages(
      client,
      pairs.map(({ sscc }) => sscc),
    )
  ).filter(({ inStock }) => !inStock);
  for (const { line, sscc } of pairs) {
    const id = known.find(({ name }) => name === sscc)?.id ?? (await client.create(model, [{ name: sscc }]))[0]!;
    await attempt(client.write('stock.move.line', [line], { result_package_id: id }));
  }
  return true;
}
