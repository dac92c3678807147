import type { CanonicalEvent } from '../../domain/events.ts';
import { listed } from '../../domain/lists.ts';
import type { Values } from '../client.ts';
import { OdooError } from '../error.ts';
import { finalKinds } from '../many.ts';
import { type ActionContext, type ActionResult, type OdooWrite, stop } from './contract.ts';
import { inUnitOf, type NewLine, replaceLines, touchedBy } from './line-commands.ts';
import { leaveNote, markersOn, noteTracking } from './notes.ts';
import { heldOvers, overRemarks } from './overs.ts';
import { odooTime, type Picking, pickingTrees } from './pickings.ts';
import { rounded } from './products.ts';
import { countedMoves, planReceipt, type ReceiptPlan, type ReceivedGoods } from './receipt-plan.ts';
import { receivedLines } from './received-lines.ts';
import { raced, refusedAfterWrite, restored, type Tried } from './restore.ts';
import { holdsPlan, validate, writeShipTime } from './ship-transfer.ts';
import { allotted } from './shipment-plan.ts';
import { readBack } from './shipment-writes.ts';

/** What a warehouse says it received on a transfer. */
export interface Receiving {
  readonly data: ReceivedGoods;
  readonly event: Pick<CanonicalEvent, 'time'>;
}

/** A transfer whose lines are known; without lines where an earlier try has written them. */
export interface ReadyReceipt extends Tried {
  readonly plan: ReceiptPlan;
  readonly remarks: readonly string[];
}

const faultOf = ({ code, reason }: { readonly code: ActionResult['code']; readonly reason: string }) =>
  stop('held', code!, reason);

/** Receives one transfer as the warehouse says. Reads first, so that it may be repeated after an unknown outcome. */
export async function receiveTransfer(
  picking: Picking,
  receiving: Receiving,
  context: ActionContext,
): Promise<ActionResult> {
  if (picking.state === 'cancel')
    return stop('refused', 'odoo.transfer-cancelled', `${picking.name} was cancelled in Odoo, but goods came for it.`);
  if (picking.state === 'draft')
    return stop('held', 'odoo.transfer-draft', `${picking.name} is a draft in Odoo. Confirm it there, then retry.`);
  if (picking.state === 'done') return compareReceived(picking, receiving, context);
  const ready = await prepareReceiving(picking, receiving, context);
  return 'outcome' in ready ? ready : carryOut(ready, receiving, context);
}

/** Works out what is to be written, with its packages made. */
export async function prepareReceiving(
  picking: Picking,
  { data }: Receiving,
  context: ActionContext,
): Promise<ReadyReceipt | ActionResult> {
  const moves = countedMoves(picking);
  const plan = await planReceipt(data, picking, moves, context);
  if ('code' in plan) return faultOf(plan);
  if (plan.nothing)
    return stop(
      'held',
      'odoo.nothing-received',
      `Nothing of ${picking.name} was received. Cancel it in Odoo, or ask the warehouse.`,
    );
  const over = heldOvers(picking, plan, moves, 'received', context);
  if (over) return over;
  const remarks = [...plan.remarks, ...overRemarks(plan, moves, 'received')];
  if (holdsReceipt(picking, plan, context)) return { picking, plan, remarks };
  if (moves.some(({ move_line_ids }) => move_line_ids.some(({ picked }) => picked)))
    return stop(
      'held',
      'odoo.person-half-way',
      `Somebody has begun to receive ${picking.name} in Odoo. Finish or undo that, then retry.`,
    );
  const found = await receivedLines(picking, plan, context);
  if ('code' in found) return faultOf(found);
  const { lines, made } = found;
  const stays = made.length > 0 ? [`The hub made packages that stay empty in Odoo: ${listed(made)}.`] : [];
  return { picking, plan, lines, stays, remarks };
}

/** Is just what the plan wants picked already, and what goes apart in the quarantine? */
function holdsReceipt(picking: Picking, plan: ReceiptPlan, { capabilities }: ActionContext): boolean {
  const unlabelled = { ...picking, move_ids: picking.move_ids.map((move) => withoutLabels(move, plan)) };
  return holdsPlan(unlabelled, plan, capabilities.units) && isApart(picking, plan, capabilities.units);
}

/** Labels that an announcement has put there say nothing about what the warehouse reports without labels. */
function withoutLabels(move: Picking['move_ids'][number], { allotments }: ReceiptPlan) {
  if (allotments.some((one) => one.move.id === move.id && one.sscc)) return move;
  return { ...move, move_line_ids: move.move_line_ids.map((line) => ({ ...line, result_package_id: false as const })) };
}

export function isApart(picking: Picking, plan: ReceiptPlan, units: ActionContext['capabilities']['units']): boolean {
  return picking.move_ids.every((move) => {
    const there = move.move_line_ids
      .filter((line) => line.location_dest_id.id === plan.quarantineId)
      .reduce((sum, line) => sum + inUnitOf(move, line, units), 0);
    const wanted = [...plan.apart].filter((one) => one.move.id === move.id).reduce((sum, one) => sum + one.quantity, 0);
    return wanted === 0 || Math.abs(there - wanted) < 1e-4;
  });
}

/** Lines and tracking number in one write. */
export function valuesOf({ picking, plan, lines }: ReadyReceipt, { data }: Receiving): Values {
  const touched = touchedBy(plan.allotments.filter(({ quantity }) => quantity > 0));
  const old = picking.move_ids.filter(({ id }) => touched.has(id)).flatMap(({ move_line_ids }) => move_line_ids);
  const tracking = trackingOf(data);
  return {
    // What was announced with another number came with it all the same.
    ...(tracking && picking.carrier_tracking_ref === false && { carrier_tracking_ref: tracking.value }),
    ...(lines && { move_line_ids: replaceLines(old, lines as readonly NewLine[], true) }),
  };
}

const trackingOf = ({ trackingNumber }: ReceivedGoods) =>
  trackingNumber === undefined ? undefined : { value: trackingNumber, pointer: '/trackingNumber' };

async function carryOut(ready: ReadyReceipt, receiving: Receiving, context: ActionContext): Promise<ActionResult> {
  const { client } = context;
  const { picking } = ready;
  try {
    const values = valuesOf(ready, receiving);
    if (Object.keys(values).length > 0) await client.write('stock.picking', [picking.id], values);
  } catch (error) {
    return raced(ready, context, error, (now) => receiveTransfer(now, receiving, context));
  }
  // The note stands there before the validation: a transfer that is done and has none was received by somebody else.
  await claim(ready, receiving, context);
  const question = await validate(picking, false, context).catch((error: unknown) =>
    error instanceof OdooError && finalKinds.has(error.kind) ? error : Promise.reject(error),
  );
  if (question instanceof OdooError)
    return refusedAfterWrite(ready, context, question, (now) => receiveTransfer(now, receiving, context));
  if (question) return restored(ready, context, 'held', 'odoo.question-asked', question);
  return finishReceiving(ready, receiving, context);
}

/** Times, and what reads back. */
export async function finishReceiving(
  { picking, plan, remarks }: ReadyReceipt,
  { data }: Receiving,
  context: ActionContext,
): Promise<ActionResult> {
  const shipped = { ...(data.receivedAt && { shippedAt: data.receivedAt }) };
  const untimely = await writeShipTime(picking, shipped, context);
  const noted = await noteTracking(picking, trackingOf(data), context);
  const [after] = await pickingTrees(context.client, context.capabilities, [['id', '=', picking.id]], 1);
  if (after?.state !== 'done')
    return stop(
      'held',
      'odoo.not-verified',
      `Odoo took the validation of ${picking.name}, but it is ${after?.state ?? 'gone'}.`,
    );
  const shown = readBackReceived(data, picking, after, plan, context);
  return {
    outcome: 'applied',
    writes: [...shown.writes, ...noted],
    ...withText([...remarks, ...untimely, ...shown.missing]),
  };
}

const withText = (remarks: readonly string[]) => (remarks.length > 0 ? { remarks } : {});

export function readBackReceived(
  data: ReceivedGoods,
  before: Picking,
  after: Picking,
  plan: ReceiptPlan,
  { version, capabilities }: ActionContext,
): { readonly writes: readonly OdooWrite[]; readonly missing: readonly string[] } {
  const tracking = trackingOf(data);
  // A number that an announcement has put there stays.
  const isOwn = tracking && after.carrier_tracking_ref === tracking.value;
  const { writes, missing } = readBack({
    data: {
      ...{ orderNumber: after.name, references: [], lines: [] },
      ...(isOwn && { trackingNumber: tracking.value }),
      ...(data.receivedAt && { shippedAt: data.receivedAt }),
    },
    ...{ before, after, plan, version, units: capabilities.units, done: 'received' },
  });
  return { writes: [...writes, ...apartWrites(after, plan)], missing: [...missing, ...notApart(after, plan)] };
}

const apartMoves = (plan: ReceiptPlan) => [...new Set([...plan.apart].map(({ move }) => move.id))];
const apartLine = (after: Picking, plan: ReceiptPlan, id: number) =>
  after.move_ids
    .find((move) => move.id === id)
    ?.move_line_ids.find((line) => line.location_dest_id.id === plan.quarantineId && line.quantity > 0);

const apartWrites = (after: Picking, plan: ReceiptPlan): readonly OdooWrite[] =>
  apartMoves(plan).flatMap((id) => {
    const line = apartLine(after, plan, id);
    const one = [...plan.apart].find(({ move }) => move.id === id)!;
    if (!line) return [];
    return [
      {
        ...{
          model: 'stock.move.line',
          recordId: line.id,
          recordName: `${after.name}: ${one.move.product_id.display_name}`,
        },
        ...{ field: 'location_dest_id', before: one.move.location_dest_id.id, after: plan.quarantineId },
        ...{ pointer: `/lines/${one.line}/conditions`, method: 'write' },
      },
    ];
  });

const notApart = (after: Picking, plan: ReceiptPlan): readonly string[] =>
  apartMoves(plan)
    .filter((id) => !apartLine(after, plan, id))
    .map((id) => {
      const { product_id } = [...plan.apart].find(({ move }) => move.id === id)!.move;
      return `The damaged goods of ${product_id.display_name} are not in the quarantine.`;
    });

/** `Receipt RCV-60002: the warehouse received 36 units, 3 of them damaged or on hold (944).` */
export function claimText({ data }: Receiving, plan: ReceiptPlan): string {
  const sum = (some: Iterable<{ readonly quantity: number }>) =>
    rounded([...some].reduce((total, { quantity }) => total + quantity, 0));
  const apart = plan.apart.size > 0 ? `, ${sum(plan.apart)} of them damaged or on hold` : '';
  return `Receipt ${data.receiptNumber}: the warehouse received ${sum(plan.allotments)} units${apart} (944).`;
}

async function claim(
  { picking, plan }: ReadyReceipt,
  receiving: Receiving,
  { client }: ActionContext,
): Promise<boolean> {
  const { receiptNumber } = receiving.data;
  const markers = await markersOn(client, picking.id, 'receipt');
  if (markers.some(({ fact }) => fact === receiptNumber)) return false;
  const marker = { topic: 'receipt', at: receiving.event.time, fact: receiptNumber } as const;
  await leaveNote(client, picking.id, claimText(receiving, plan), marker);
  return true;
}

/** Done already, by an earlier try or by a person: the same quantities are the same fact; others are for a person. Quantities of what is done are never touched. */
async function compareReceived(picking: Picking, receiving: Receiving, context: ActionContext): Promise<ActionResult> {
  const { data } = receiving;
  const { client, capabilities } = context;
  const done = countedMoves(picking);
  const plan = await planReceipt(data, picking, done, context);
  if ('code' in plan) return faultOf(plan);
  const differs = done.find((move) => allotted(plan.allotments, move) !== rounded(move.quantity));
  if (differs || !isApart(picking, plan, capabilities.units)) {
    const what = differs
      ? `${differs.quantity} of ${differs.product_id.display_name}; the document says ${allotted(plan.allotments, differs)}`
      : 'everything in stock; the document says that some came damaged or are on hold';
    const reason = `${picking.name} is done in Odoo with ${what}. Correct it in Odoo, or ask the warehouse.`;
    return stop('held', 'odoo.transfer-differs', reason);
  }
  const ready = { picking, plan, remarks: plan.remarks };
  const claimed = await claim(ready, receiving, context);
  const wanted = data.receivedAt && odooTime(data.receivedAt.utc);
  const tracking = trackingOf(data);
  const values: Values = {
    ...(tracking && picking.carrier_tracking_ref === false && { carrier_tracking_ref: tracking.value }),
    ...(wanted && picking.date_done !== wanted && { date_done: wanted }),
  };
  const writes = Object.keys(values).length > 0;
  if (writes) await client.write('stock.picking', [picking.id], values);
  const noted = await noteTracking(picking, tracking, context);
  const after = writes
    ? ((await pickingTrees(client, capabilities, [['id', '=', picking.id]], 1))[0] ?? picking)
    : picking;
  const shown = readBackReceived(data, { ...picking, backorder_ids: [] }, after, plan, context);
  return {
    outcome: claimed || writes ? 'applied' : 'already-applied',
    writes: [...shown.writes, ...noted],
    ...withText([...plan.remarks, ...shown.missing]),
  };
}
