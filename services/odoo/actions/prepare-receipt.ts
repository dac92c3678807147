import type { CanonicalEvent } from '../../domain/events.ts';
import { OdooError } from '../error.ts';
import { labelOf } from './announced-item.ts';
import { type Action, type ActionContext, type ActionResult, type Notice, stop } from './contract.ts';
import type { Announced } from './event-data.ts';
import { packagesFor } from './goods.ts';
import { leaveNote, type Marker, markersOn, noteTracking } from './notes.ts';
import { isOpen, type Picking, pickingTrees } from './pickings.ts';
import {
  type Expected,
  expectedOn,
  headingOf,
  orderOf,
  readBackReceipt,
  receiptValues,
  trackingOf,
} from './receipt-lines.ts';
import { reachable } from './scope.ts';
import { merged } from './validate-transfer.ts';

/**
 * 856: writes on the receipt what is on its way: when, with which carrier's number, in which lots and packages; nothing is picked and nothing validated.
 * The lines of announced products are replaced in one write, each at the place that Odoo has chosen for them; the note comes last and closes the fact. One notice may speak
 * of several orders.
 */
export const prepareReceipt: Action<'shipment.announced.v1'> = async (event, context) => {
  const data = event.data;
  const orders = [...new Set(data.items.map((item) => orderOf(item, data)))];
  const results: ActionResult[] = [];
  for (const order of orders) results.push(await announce(event, data, order, context));
  return merged(results);
};

async function receiptsOf(order: string, context: ActionContext): Promise<readonly Picking[] | ActionResult> {
  const { client, capabilities } = context;
  const found = await pickingTrees(client, capabilities, [
    // What the vendor sends straight to the customer is announced like a receipt.
    ['picking_type_code', 'in', ['incoming', 'dropship']],
    ['origin', '=', order],
  ]);
  if (found.length === 0) return stop('refused', 'odoo.order-unknown', `Odoo has no receipt for ${order}.`);
  const within = await reachable(found, context);
  if (within.length > 0) return within;
  const reason = `The receipt of ${order} (${found[0]!.picking_type_id.display_name}) is not at a site of this partner.`;
  return stop('refused', 'odoo.transfer-foreign', reason);
}

async function announce(
  event: CanonicalEvent,
  data: Announced,
  order: string | undefined,
  context: ActionContext,
): Promise<ActionResult> {
  if (!order) return stop('refused', 'odoo.order-unknown', `Notice ${data.shipmentId} names no purchase order.`);
  const receipts = await receiptsOf(order, context);
  if ('outcome' in receipts) return receipts;
  const marker: Marker = {
    topic: 'announcement',
    at: event.time,
    fact: `${data.purpose} ${data.shipmentId}`,
    key: data.shipmentId,
  };
  // An order may have several receipts one after another; a notice that was taken in stays with the one it was taken in on.
  for (const receipt of receipts) {
    const markers = await markersOn(context.client, receipt.id, 'announcement');
    const known = markers.some(({ fact, at }) => (fact === marker.fact && at === marker.at) || fact === event.id);
    if (!known) continue;
    const notices = await noticesOn(receipt, { time: event.time, data }, markers, context);
    const expected = expectedOn(notices.all, order, receipt, context);
    if ('code' in expected) return { outcome: 'already-applied', writes: [] };
    return { outcome: 'already-applied', ...readBackReceipt(data, receipt, receipt, expected, context) };
  }
  const receipt = receipts.find(({ state }) => isOpen(state));
  if (!receipt) {
    const reason = `All receipts of ${order} are done or cancelled; notice ${data.shipmentId} came too late.`;
    return stop('refused', 'odoo.receipt-closed', reason);
  }
  if (data.purpose === 'cancel') {
    await leaveNote(context.client, receipt.id, `The notice ${data.shipmentId} was withdrawn (856).`, marker);
    const reason = `Notice ${data.shipmentId} was withdrawn; ${receipt.name} still shows what it had announced.`;
    return stop('held', 'odoo.announcement-withdrawn', reason);
  }
  return prepare(event, data, order, receipt, context, marker);
}

/**
 * The notices that a receipt shows with this one: of each shipment the newest.
 * @returns in an order of their own, so that it is the same in whatever order they came; `unknown` are those that the receipt's notes tell of and nobody has kept
 */
async function noticesOn(
  receipt: Picking,
  own: Notice,
  markers: readonly Marker[],
  { partner }: ActionContext,
): Promise<{ readonly all: readonly Announced[]; readonly unknown: readonly string[] }> {
  const told = new Set(markers.map(({ key }) => key));
  const kept = (await partner.announced?.(receipt.move_ids.map(({ id }) => id))) ?? [];
  const others = kept.filter(
    ({ time, data }) => told.has(data.shipmentId) && !(data.shipmentId === own.data.shipmentId && time >= own.time),
  );
  const shown = new Map<string, Announced>();
  for (const { data } of [...others, own].toSorted((one, other) => (one.time < other.time ? -1 : 1))) {
    if (data.purpose === 'cancel') shown.delete(data.shipmentId);
    else shown.set(data.shipmentId, data);
  }
  const known = new Set([own, ...kept].map(({ data }) => data.shipmentId));
  const all = [...shown.values()].toSorted((a, b) => (a.shipmentId < b.shipmentId ? -1 : 1));
  return { all, unknown: [...told].filter((id) => id !== undefined && !known.has(id)) as string[] };
}

/** Why a notice may not change the receipt as it stands; undefined when it may. */
async function obstacle(
  event: CanonicalEvent,
  data: Announced,
  receipt: Picking,
  unknown: readonly string[],
  markers: readonly Marker[],
  { client }: ActionContext,
  marker: Marker,
): Promise<ActionResult | undefined> {
  const latest =
    markers
      .filter(({ key }) => key === data.shipmentId)
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? '';
  if (event.time < latest) {
    const text = `Notice ${data.shipmentId} came after a newer one and changes nothing (856).`;
    await leaveNote(client, receipt.id, text, marker);
    return { outcome: 'applied', writes: [], remarks: [text] };
  }
  if (unknown.length > 0 && data.purpose !== 'replace') {
    const reason = `${receipt.name} already shows notice ${unknown[0]}, whose goods the hub does not know any more; ${data.shipmentId} would overwrite it. Split the receipt in Odoo, or have it sent as a replacement.`;
    return stop('held', 'odoo.receipt-announced-otherwise', reason);
  }
  if (receipt.move_ids.some(({ move_line_ids }) => move_line_ids.some(({ picked }) => picked))) {
    const reason = `Somebody has begun to receive ${receipt.name} in Odoo; the notice would overwrite what was counted.`;
    return stop('held', 'odoo.person-half-way', reason);
  }
  return undefined;
}

async function prepare(
  event: CanonicalEvent,
  data: Announced,
  order: string,
  receipt: Picking,
  context: ActionContext,
  marker: Marker,
): Promise<ActionResult> {
  const { client, capabilities } = context;
  const markers = await markersOn(client, receipt.id, 'announcement');
  const notices = await noticesOn(receipt, { time: event.time, data }, markers, context);
  const expected = expectedOn(notices.all, order, receipt, context);
  if ('code' in expected)
    return stop(expected.code === 'odoo.product-unknown' ? 'refused' : 'held', expected.code, expected.reason);
  const stopped = await obstacle(event, data, receipt, notices.unknown, markers, context, marker);
  if (stopped) return stopped;
  const packages = await packagesFor(client, usesOf(expected));
  if ('code' in packages) return stop('held', packages.code, packages.reason);
  try {
    await client.write(
      'stock.picking',
      [receipt.id],
      receiptValues(headingOf(notices.all), receipt, expected, packages.ids, capabilities),
    );
  } catch (error) {
    return raced(event, data, order, receipt, context, error);
  }
  const noted = await noteTracking(receipt, trackingOf(data), context);
  const [after] = await pickingTrees(client, capabilities, [['id', '=', receipt.id]], 1);
  const { writes, remarks = [] } = readBackReceipt(data, receipt, after ?? receipt, expected, context);
  const own = expected.filter(({ notice }) => notice === data);
  const units = own.reduce((sum, { item, first }) => sum + (first ? item.quantity.value : 0), 0);
  const text = `Notice ${data.shipmentId}: ${units} units in ${usesOf(own).length} packages are on their way (856).`;
  await leaveNote(client, receipt.id, text, marker);
  const all = [...new Set(own.flatMap(({ remarks: of }) => of)), ...remarks];
  return { outcome: 'applied', writes: [...writes, ...noted], ...(all.length > 0 && { remarks: all }) };
}

/** Announced packages hold nothing yet that could lie in stock. */
const usesOf = (expected: readonly Expected[]) =>
  [...new Set(expected.flatMap(({ item }) => labelOf(item)?.sscc ?? []))].map((sscc) => ({ sscc, parts: [] }));

/** Somebody finished or changed the receipt in the same moment; the write did nothing. */
async function raced(
  event: CanonicalEvent,
  data: Announced,
  order: string,
  receipt: Picking,
  context: ActionContext,
  error: unknown,
): Promise<ActionResult> {
  if (!(error instanceof OdooError) || (error.kind !== 'refused' && error.kind !== 'missing')) throw error;
  const [now] = await pickingTrees(context.client, context.capabilities, [['id', '=', receipt.id]], 1);
  if (now && isOpen(now.state) && error.kind === 'refused') return stop('refused', 'odoo.refused', error.message);
  if (now && isOpen(now.state))
    throw new OdooError(
      'retry',
      error.fault,
      `${receipt.name} was changed in Odoo at the same moment: ${error.message}`,
    );
  return announce(event, data, order, context);
}
