import type { CanonicalEvent } from '../../domain/events.ts';
import type { Values } from '../client.ts';
import { versionFacts } from '../version.ts';
import { type Action, type ActionContext, type ActionResult, type OdooWrite, stop } from './contract.ts';
import type { Announced, AnnouncedItem } from './event-data.ts';
import { findOrMakePackages } from './goods.ts';
import { leaveNote, markersOn } from './notes.ts';
import { onceMore } from './once-more.ts';
import { isOpen, odooTime, type Picking, type PickingMove, pickingTrees } from './pickings.ts';
import { isCounted, movesFor, shownName } from './products.ts';

/** An item with its place in the event and the move that awaits it. */
interface Expected {
  readonly item: AnnouncedItem;
  readonly at: number;
  readonly move: PickingMove;
}

/**
 * 856: writes on the receipt what is on its way: when, with which carrier's number, in which lots and packages; nothing is picked and nothing validated.
 * The lines of announced products are replaced in one write; the note comes last and closes the event. One notice may speak of several orders.
 */
export const prepareReceipt: Action = async (event, context) => {
  const data = event.data as unknown as Announced;
  const orders = [...new Set(data.items.map((item) => orderOf(item, data)))];
  const results: ActionResult[] = [];
  for (const order of orders) results.push(await onceMore(() => announce(event, data, order, context)));
  return merged(results);
};

const orderOf = (item: AnnouncedItem, data: Announced): string | undefined =>
  item.purchaseOrder ?? data.references.find(({ kind }) => kind === 'purchase-order')?.value;

/** The worst of several results counts, with all writes. */
function merged(results: readonly ActionResult[]): ActionResult {
  const order = ['refused', 'held', 'applied', 'already-applied'] as const;
  const [worst] = [...results].sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
  return { ...worst!, writes: results.flatMap(({ writes }) => writes) };
}

async function announce(
  event: CanonicalEvent,
  data: Announced,
  order: string | undefined,
  context: ActionContext,
): Promise<ActionResult> {
  const { client } = context;
  if (!order) return stop('refused', 'odoo.order-unknown', `Notice ${data.shipmentId} names no purchase order.`);
  const receipts = await pickingTrees(client, [
    ['picking_type_code', '=', 'incoming'],
    ['origin', '=', order],
  ]);
  if (receipts.length === 0) return stop('refused', 'odoo.order-unknown', `Odoo has no receipt for ${order}.`);
  // An order may have several receipts one after another; a notice that was taken in stays with the one it was taken in on.
  for (const receipt of receipts) {
    const markers = await markersOn(client, receipt.id, 'announcement');
    if (markers.some(({ eventId }) => eventId === event.id))
      return {
        outcome: 'already-applied',
        writes: writesOf(data, receipt, expectedOn(data, order, receipt), new Map(), context, false),
      };
  }
  const receipt = receipts.find(({ state }) => isOpen(state));
  if (!receipt)
    return stop(
      'refused',
      'odoo.receipt-closed',
      `All receipts of ${order} are done or cancelled; notice ${data.shipmentId} came too late.`,
    );
  const marker = { topic: 'announcement' as const, at: event.time, eventId: event.id, key: data.shipmentId };
  if (data.purpose === 'cancel') {
    await leaveNote(client, receipt.id, `The notice ${data.shipmentId} was withdrawn (856).`, marker);
    return stop(
      'held',
      'odoo.announcement-withdrawn',
      `Notice ${data.shipmentId} was withdrawn; ${receipt.name} still shows what it had announced.`,
    );
  }
  return prepare(event, data, order, receipt, context, marker);
}

function expectedOn(data: Announced, order: string, receipt: Picking): Expected[] {
  const items = data.items.map((item, at) => ({ item, at })).filter(({ item }) => orderOf(item, data) === order);
  return items.flatMap(({ item, at }) => {
    const moves = movesFor(item.product, receipt.move_ids);
    const move = moves.find(({ state }) => isOpen(state)) ?? moves[0];
    return move ? [{ item, at, move }] : [];
  });
}

async function prepare(
  event: CanonicalEvent,
  data: Announced,
  order: string,
  receipt: Picking,
  context: ActionContext,
  marker: Parameters<typeof leaveNote>[3],
): Promise<ActionResult> {
  const { client } = context;
  const items = data.items.filter((item) => orderOf(item, data) === order);
  const stranger = items.find((item) => movesFor(item.product, receipt.move_ids).length === 0);
  if (stranger)
    return stop(
      'refused',
      'odoo.product-unknown',
      `${receipt.name} (${order}) awaits no ${shownName(stranger.product)}.`,
    );
  const uncounted = items.find((item) => !isCounted(item.quantity));
  if (uncounted)
    return stop(
      'held',
      'odoo.unit-unknown',
      `${shownName(uncounted.product)} is announced in ${uncounted.quantity.unitCode ?? uncounted.quantity.unit}; Odoo counts it in units.`,
    );
  const markers = await markersOn(client, receipt.id, 'announcement');
  const latest =
    markers
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? '';
  if (event.time < latest) {
    await leaveNote(
      client,
      receipt.id,
      `Notice ${data.shipmentId} came after a newer one and changes nothing (856).`,
      marker,
    );
    return { outcome: 'applied', writes: [] };
  }
  const other = markers.find(({ key }) => key !== data.shipmentId);
  if (other && data.purpose !== 'replace') {
    const reason = `${receipt.name} already shows notice ${other.key ?? ''}; ${data.shipmentId} would overwrite it. Split the receipt in Odoo, or have it sent as a replacement.`;
    return stop('held', 'odoo.receipt-announced-otherwise', reason);
  }
  const expected = expectedOn(data, order, receipt);
  const packages = await findOrMakePackages(
    client,
    expected.flatMap(({ item }) => item.package?.sscc ?? []),
  );
  await client.write('stock.picking', [receipt.id], receiptValues(data, receipt, expected, packages));
  const units = expected.reduce((sum, { item }) => sum + item.quantity.value, 0);
  await leaveNote(
    client,
    receipt.id,
    `Notice ${data.shipmentId}: ${units} units in ${packages.size} packages are on their way (856).`,
    marker,
  );
  return { outcome: 'applied', writes: writesOf(data, receipt, expected, packages, context, true) };
}

function trackingOf(data: Announced): { value: string; pointer: string } | undefined {
  if (data.trackingNumber) return { value: data.trackingNumber, pointer: '/trackingNumber' };
  const at = data.references.findIndex(({ kind }) => kind === 'carrier-pro' || kind === 'tracking-number');
  if (at >= 0) return { value: data.references[at]!.value, pointer: `/references/${at}/value` };
  return data.billOfLading ? { value: data.billOfLading, pointer: '/billOfLading' } : undefined;
}

/** Old lines of the announced moves go by id; lines of other moves stay as they are. */
function receiptValues(
  data: Announced,
  receipt: Picking,
  expected: readonly Expected[],
  packages: ReadonlyMap<string, number>,
): Values {
  const announced = new Set(expected.map(({ move }) => move.id));
  const old = receipt.move_ids.filter((move) => announced.has(move.id)).flatMap((move) => move.move_line_ids);
  const tracking = trackingOf(data);
  return {
    ...(data.expectedAt && { scheduled_date: odooTime(data.expectedAt.utc) }),
    ...(tracking && { carrier_tracking_ref: tracking.value }),
    move_line_ids: [
      ...old.map((line) => [2, line.id]),
      ...expected.map(({ item, move }) => [
        0,
        0,
        {
          move_id: move.id,
          product_id: move.product_id.id,
          quantity: item.quantity.value,
          picked: false,
          ...(item.lot && { lot_name: item.lot }),
          ...(item.package && { result_package_id: packages.get(item.package.sscc)! }),
        },
      ]),
    ],
  };
}

function writesOf(
  data: Announced,
  receipt: Picking,
  expected: readonly Expected[],
  packages: ReadonlyMap<string, number>,
  { version }: ActionContext,
  fresh: boolean,
): OdooWrite[] {
  const record = { model: 'stock.picking', recordId: receipt.id, recordName: receipt.name, method: 'write' };
  const tracking = trackingOf(data);
  const writes: OdooWrite[] = [];
  if (data.expectedAt) {
    writes.push({
      ...record,
      field: 'scheduled_date',
      ...(fresh && { before: receipt.scheduled_date }),
      after: odooTime(data.expectedAt.utc),
      pointer: '/expectedAt/utc',
    });
  }
  if (tracking)
    writes.push({
      ...record,
      field: 'carrier_tracking_ref',
      ...(fresh && { before: receipt.carrier_tracking_ref }),
      after: tracking.value,
      pointer: tracking.pointer,
    });
  for (const { item, at, move } of expected) {
    const line = {
      model: 'stock.move',
      recordId: move.id,
      recordName: `${receipt.name}: ${move.product_id.display_name}`,
      method: 'write',
    };
    writes.push({
      ...line,
      field: 'quantity',
      ...(fresh && { before: move.quantity }),
      after: item.quantity.value,
      pointer: `/items/${at}/quantity/value`,
    });
    if (item.lot)
      writes.push({ ...line, field: 'move_line_ids.lot_name', after: item.lot, pointer: `/items/${at}/lot` });
    const packageId = item.package && packages.get(item.package.sscc);
    if (packageId !== undefined) {
      const sscc = item.package!.sscc;
      writes.push({
        model: versionFacts[version].packageModel,
        recordId: packageId,
        recordName: sscc,
        field: 'name',
        after: sscc,
        pointer: `/items/${at}/package/sscc`,
        method: 'create',
      });
    }
  }
  return writes;
}
