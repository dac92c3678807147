import { listed } from '../../domain/lists.ts';
import type { Json, Values } from '../client.ts';
import { OdooError } from '../error.ts';
import { finalKinds } from '../many.ts';
import type { UnitTable } from '../units.ts';
import { type ActionContext, type ActionResult, stop, withRemarks } from './contract.ts';
import type { Shipped, ShippedStep } from './event-data.ts';
import { inUnitOf, replaceLines, touchedBy } from './line-commands.ts';
import { noteTracking } from './notes.ts';
import { heldOvers, overRemarks } from './overs.ts';
import { isOpen, odooTime, type Picking, pickingTrees } from './pickings.ts';
import { movesFor, rounded, shownName } from './products.ts';
import { countingIn } from './quantities.ts';
import { questionIn } from './questions.ts';
import { raced, refusedAfterWrite, restored, type Tried } from './restore.ts';
import { linesFor, notReserved } from './shipment-lines.ts';
import { allotted, planShipment, type ShipmentPlan } from './shipment-plan.ts';
import { trackingOf } from './shipment-tracking.ts';
import { readBack } from './shipment-writes.ts';
import { compareShipped } from './shipped-already.ts';

/** Ships one transfer: six calls where all is reserved. Reads first, so that it may be repeated after an unknown outcome. */
export async function shipTransfer(picking: Picking, data: ShippedStep, context: ActionContext): Promise<ActionResult> {
  if (picking.state === 'cancel')
    return stop(
      'refused',
      'odoo.transfer-cancelled',
      `${picking.name} was cancelled in Odoo, but the warehouse reports it shipped.`,
    );
  if (picking.state === 'draft')
    return stop('held', 'odoo.transfer-draft', `${picking.name} is a draft in Odoo. Confirm it there, then retry.`);
  if (picking.state === 'done') return compareShipped(picking, data, context, shipTransfer);
  const ready = await prepare(picking, data, context);
  if ('outcome' in ready) return ready;
  return carryOut(ready, data, context);
}

/** A transfer with the lines that ship it; without lines when an earlier try has written them. */
export interface Ready extends Tried {
  readonly remarks: readonly string[];
}

async function planFor(picking: Picking, data: Shipped, context: ActionContext) {
  const [known] = await context.partner.notified({ ids: [picking.id] });
  return planShipment({ data, moves: openMoves(picking), counting: countingIn(context), lines: known?.lines ?? {} });
}

async function prepare(picking: Picking, data: Shipped, context: ActionContext): Promise<Ready | ActionResult> {
  const substitute = substituted(picking, data);
  if (substitute) return substitute;
  const plan = await planFor(picking, data, context);
  if ('code' in plan) return stop(plan.code === 'odoo.product-unknown' ? 'refused' : 'held', plan.code, plan.reason);
  if (plan.nothing)
    return stop(
      'held',
      'odoo.nothing-shipped',
      `Nothing of ${picking.name} was shipped. Cancel it in Odoo, or ask the warehouse.`,
    );
  const over = heldOvers(picking, plan, openMoves(picking), 'shipped', context);
  if (over) return over;
  if (holdsPlan(picking, plan, context.capabilities.units)) return { picking, plan, remarks: plan.remarks };
  const begun = picking.move_ids.flatMap(({ move_line_ids }) => move_line_ids).filter(({ picked }) => picked);
  if (begun.length > 0) {
    const sum = rounded(begun.reduce((total, { quantity }) => total + quantity, 0));
    return stop(
      'held',
      'odoo.person-half-way',
      `Somebody has begun to pick ${picking.name} in Odoo (${sum} so far). Finish or undo that, then retry.`,
    );
  }
  const reserved = await reserve(picking, plan, data, context);
  if ('outcome' in reserved) return reserved;
  const lines = await linesFor(reserved.picking, reserved.plan, context);
  const { stays } = reserved;
  if ('code' in lines) return withRemarks(stop('held', lines.code, lines.reason), stays);
  if ('uncovered' in lines) return withRemarks(notReserved(picking, lines.uncovered), stays);
  const made = lines.made.length > 0 ? [`The hub made packages that stay empty in Odoo: ${listed(lines.made)}.`] : [];
  return {
    ...reserved,
    lines: lines.lines,
    stays: [...stays, ...made],
    remarks: [
      ...reserved.plan.remarks,
      ...overRemarks(reserved.plan, openMoves(reserved.picking), 'shipped'),
      ...lines.remarks,
    ],
  };
}

const openMoves = ({ move_ids }: Picking) => move_ids.filter(({ state }) => isOpen(state));

/** Other goods than were ordered: which order they stand for, and what they cost, is for a person. */
function substituted({ name, move_ids }: Picking, { lines }: Shipped): ActionResult | undefined {
  const instead = lines.find(({ product, shipped }) => shipped.value > 0 && movesFor(product, move_ids).length === 0);
  const line = lines.find(({ status }) => status === 'substituted');
  if (!instead || !line) return undefined;
  const other = line === instead ? '' : ` instead of ${shownName(line.product)}`;
  const reason = `${instead.shipped.value} of ${shownName(instead.product)} were shipped with ${name}${other}, and are not on it. Put them on the order in Odoo, then retry.`;
  return stop('held', 'odoo.substituted', reason);
}

/** Is just what the plan wants picked already, by an earlier try or by a person: so many of each move, lot and package? */
export function holdsPlan(picking: Picking, plan: ShipmentPlan, units: UnitTable): boolean {
  const picked = picking.move_ids.flatMap((move) =>
    move.move_line_ids.filter((line) => line.picked).map((line) => ({ move, line })),
  );
  if (picked.length === 0) return false;
  const there = new Map<string, number>();
  const add = (key: string, quantity: number) => there.set(key, rounded((there.get(key) ?? 0) + quantity));
  const byLot = new Set(plan.allotments.flatMap(({ lot, move }) => (lot ? move.id : [])));
  for (const { move, line } of picked) {
    const quantity = inUnitOf(move, line, units);
    add(`${move.id}/${line.result_package_id ? line.result_package_id.name : ''}`, quantity);
    if (byLot.has(move.id)) add(`${move.id}/lot ${line.lot_id ? line.lot_id.name : line.lot_name}`, quantity);
  }
  for (const { move, sscc, lot, quantity } of plan.allotments) {
    const whole = move.move_line_ids.find((line) => line.picked && line.package_id && line.result_package_id);
    const name = sscc?.value ?? (whole?.result_package_id ? whole.result_package_id.name : '');
    add(`${move.id}/${name}`, -quantity);
    if (lot) add(`${move.id}/lot ${lot.name}`, -quantity);
  }
  return [...there.values()].every((rest) => Math.abs(rest) < 1e-4);
}

/** Has Odoo reserve what is free and not reserved yet, and reads the transfer again. */
async function reserve(
  picking: Picking,
  plan: ShipmentPlan,
  data: Shipped,
  context: ActionContext,
): Promise<{ picking: Picking; plan: ShipmentPlan; stays: readonly string[] } | ActionResult> {
  const { client, capabilities, partner } = context;
  const nothing = { picking, plan, stays: [] };
  const short = picking.move_ids.filter(
    (move) => isOpen(move.state) && allotted(plan.allotments, move) > move.quantity,
  );
  if (short.length === 0) return nothing;
  if (partner.unreserved === 'hold') {
    const parts = listed(short.map((move) => `${move.quantity} of ${move.product_id.display_name}`));
    return stop(
      'held',
      'odoo.not-reserved',
      `Odoo has reserved ${parts} for ${picking.name}, and more was shipped. Reserve it in Odoo, then retry.`,
    );
  }
  if (short.every((move) => move.quantity >= move.product_uom_qty)) return nothing;
  await client.call('stock.picking', 'action_assign', { ids: [picking.id] }).catch(whenRefused);
  const [now] = await pickingTrees(client, capabilities, [['id', '=', picking.id]], 1);
  const fresh = now && (await planFor(now, data, context));
  if (!now || !fresh || 'code' in fresh) return nothing;
  const more = reservedOf(now) > reservedOf(picking);
  const stays = more ? [`Odoo reserved stock for ${picking.name} at the hub's request, and keeps it reserved.`] : [];
  return { picking: now, plan: fresh, stays };
}

const reservedOf = ({ move_ids }: Picking) => rounded(move_ids.reduce((sum, { quantity }) => sum + quantity, 0));

/** Nothing to reserve is an error in some versions; what is reserved is read afterwards anyway. */
function whenRefused(error: unknown): void {
  if (!(error instanceof OdooError) || error.kind !== 'refused') throw error;
}

async function carryOut(ready: Ready, data: Shipped, context: ActionContext): Promise<ActionResult> {
  const { client } = context;
  const { picking, plan } = ready;
  try {
    const values = valuesOf(ready, data);
    if (Object.keys(values).length > 0) await client.write('stock.picking', [picking.id], values);
  } catch (error) {
    return raced(ready, context, error, (now) => shipTransfer(now, data, context));
  }
  const question = await validate(picking, plan.closeShort, context).catch((error: unknown) =>
    error instanceof OdooError && finalKinds.has(error.kind) ? error : Promise.reject(error),
  );
  if (question instanceof OdooError)
    return refusedAfterWrite(ready, context, question, (now) => shipTransfer(now, data, context));
  if (question) return restored(ready, context, 'held', 'odoo.question-asked', question);
  const untimely = await writeShipTime(picking, data, context);
  const noted = await noteTracking(picking, trackingOf(data), context);
  const [after] = await pickingTrees(client, context.capabilities, [['id', '=', picking.id]], 1);
  if (after?.state !== 'done')
    return stop(
      'held',
      'odoo.not-verified',
      `Odoo took the validation of ${picking.name}, but it is ${after?.state ?? 'gone'}.`,
    );
  const { writes, missing } = readBack({
    data,
    before: picking,
    after,
    plan,
    version: context.version,
    units: context.capabilities.units,
  });
  const remarks = [...ready.remarks, ...untimely, ...missing];
  return { outcome: 'applied', writes: [...writes, ...noted], ...(remarks.length > 0 && { remarks }) };
}

/** Tracking reference and lines in one write, as far as they are not there yet. The reference stands there before the validation: on an empty one Odoo would order the transport itself. */
function valuesOf({ picking, plan, lines }: Ready, data: Shipped): Values {
  const touched = touchedBy(plan.allotments);
  const old = picking.move_ids.filter(({ id }) => touched.has(id)).flatMap(({ move_line_ids }) => move_line_ids);
  const tracking = trackingOf(data);
  return {
    ...(tracking &&
      picking.carrier_tracking_ref !== undefined &&
      (lines || picking.carrier_tracking_ref !== tracking.value) && { carrier_tracking_ref: tracking.value }),
    ...(lines && { move_line_ids: replaceLines(old, lines, true) }),
  };
}

/** Validates without letting Odoo ask. @returns undefined when done, the question when Odoo asks one all the same. */
export async function validate(
  picking: Picking,
  closeShort: boolean,
  shipping: ActionContext,
): Promise<string | undefined> {
  const { client } = shipping;
  const context = {
    skip_backorder: true,
    skip_sms: true,
    ...(closeShort && { picking_ids_not_to_backorder: [picking.id] }),
  };
  const answer: Json = await client.call('stock.picking', 'button_validate', { ids: [picking.id], context });
  if (answer === true) return undefined;
  // An operation type that prints at the validation, or shows what the goods are awaited for, answers with that, and it is done all the same.
  const [now] = await client.read('stock.picking', [picking.id], ['state']);
  if (now?.state === 'done') return undefined;
  return questionIn(answer, picking, shipping);
}

/** The time that the warehouse gives; Odoo takes it after the validation only. @returns a remark where Odoo does not take it: what was shipped stays shipped. */
export async function writeShipTime(
  picking: Picking,
  { shippedAt }: Pick<Shipped, 'shippedAt'>,
  { client }: ActionContext,
): Promise<readonly string[]> {
  if (!shippedAt) return [];
  return client.write('stock.picking', [picking.id], { date_done: odooTime(shippedAt.utc) }).then(
    () => [],
    (error: unknown) => {
      if (!(error instanceof OdooError) || error.kind !== 'refused') throw error;
      return [`Odoo refused the time of the transfer: ${error.message}`];
    },
  );
}
