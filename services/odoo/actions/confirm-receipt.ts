import { listed } from '../../domain/lists.ts';
import type { Action, ActionContext, ActionResult } from './contract.ts';
import { stop } from './contract.ts';
import type { Received } from './event-data.ts';
import { type Marker, markersOnEach } from './notes.ts';
import { isOpen, type Picking, pickingTrees } from './pickings.ts';
import { movesFor, rounded } from './products.ts';
import { countedMoves, planReceipt, type ReceivedGoods } from './receipt-plan.ts';
import { receiveTransfer } from './receive-transfer.ts';
import { inReach, reachable, treesInReach } from './scope.ts';
import { allotted } from './shipment-plan.ts';

const kinds = ['incoming'];

/**
 * 944: receives a transfer as the warehouse says it did: what is short becomes a backorder, what is more is booked or held as agreed, what came damaged lies in the quarantine.
 * Several documents about one order each have a transfer of their own, and stay with it.
 */
export const confirmReceipt: Action<'receipt.confirmed.v1'> = async (event, context) => {
  const { data } = event;
  const family = await receiptsOf(data, context);
  if ('outcome' in family) return family;
  const picking = await meantOf(family, data, context);
  return 'outcome' in picking ? picking : receiveTransfer(picking, { data, event }, context);
};

/** The transfers that a document may speak of: the one of its name with its backorders, else those of the purchase order. */
async function receiptsOf(data: Received, context: ActionContext): Promise<readonly Picking[] | ActionResult> {
  const { client, capabilities } = context;
  const orders = [
    ...[data.orderNumber, data.purchaseOrder],
    ...(data.references ?? []).filter(({ kind }) => kind === 'purchase-order').map(({ value }) => value),
  ].filter((order) => order !== undefined);
  if (orders.length === 0)
    return stop('refused', 'odoo.order-unknown', `Receipt ${data.receiptNumber} names no order.`);
  if (data.orderNumber) {
    const named = await pickingTrees(
      client,
      capabilities,
      await inReach({ kinds, names: [data.orderNumber] }, context),
    );
    if (named.length > 1)
      return stop('held', 'odoo.order-ambiguous', `Odoo has more than one transfer ${data.orderNumber}.`);
    if (named.length === 1) return withBackorders(named, context);
  }
  const found = await pickingTrees(client, capabilities, [
    ['picking_type_code', 'in', kinds],
    ['origin', 'in', [...new Set(orders)]],
  ]);
  const within = await reachable(found, context);
  if (within.length > 0) return within;
  if (found.length > 0) {
    const reason = `The receipt of ${orders[0]} (${found[0]!.picking_type_id.display_name}) is not at a site of this partner.`;
    return stop('refused', 'odoo.transfer-foreign', reason);
  }
  return treesInReach({ kinds, names: [orders[0]!] }, context);
}

/** A transfer with its backorders, oldest first. */
export async function withBackorders(
  named: readonly Picking[],
  { client, capabilities }: ActionContext,
): Promise<readonly Picking[]> {
  const all = new Map(named.map((one) => [one.id, one]));
  for (let last = named; last.length > 0; ) {
    const next = last.flatMap(({ backorder_ids }) => backorder_ids.map(({ id }) => id)).filter((id) => !all.has(id));
    last = next.length > 0 ? await pickingTrees(client, capabilities, [['id', 'in', next]]) : [];
    for (const one of last) all.set(one.id, one);
  }
  return [...all.values()];
}

/** Which of several transfers a document means: the one that it was received on before; one that somebody received just so; else the open one that awaits its goods. */
export async function meantOf(
  family: readonly Picking[],
  data: ReceivedGoods,
  context: ActionContext,
): Promise<Picking | ActionResult> {
  const { own, unclaimed } = await bookedBefore(family, data, context);
  if (own) return own;
  const open = family.filter(({ state }) => isOpen(state));
  const awaiting = open.filter((one) =>
    data.lines.every(({ product, received }) => received.value === 0 || movesFor(product, one.move_ids).length > 0),
  );
  const [first] = awaiting.length > 0 ? awaiting : open;
  if (first) return first;
  const done = unclaimed.filter(({ state }) => state === 'done');
  const [closed] = done.length > 0 ? done : family.filter(({ state }) => state === 'cancel');
  if (closed) return closed;
  const names = listed(family.map(({ name }) => name));
  const reason = `All receipts of the order are done or cancelled (${names}); receipt ${data.receiptNumber} came on top. Book it in Odoo, or ask the warehouse.`;
  return stop('refused', 'odoo.receipt-closed', reason);
}

/** The transfer that a document was booked on before, by the hub or, just so, by a person; and those that no document has been booked on. */
export async function bookedBefore(
  family: readonly Picking[],
  data: ReceivedGoods,
  context: ActionContext,
): Promise<{ readonly own?: Picking; readonly unclaimed: readonly Picking[] }> {
  const markers = await markersOnEach(
    context.client,
    family.map(({ id }) => id),
    'receipt',
  );
  const claims = ({ id }: Picking): readonly Marker[] => markers.get(id) ?? [];
  const unclaimed = family.filter((one) => claims(one).length === 0);
  const claimed = family.find((one) => claims(one).some(({ fact }) => fact === data.receiptNumber));
  if (claimed) return { own: claimed, unclaimed };
  for (const one of unclaimed)
    if (one.state === 'done' && (await isJust(one, data, context))) return { own: one, unclaimed };
  return { unclaimed };
}

/** Was a transfer received with just what the document says? */
async function isJust(picking: Picking, data: ReceivedGoods, context: ActionContext): Promise<boolean> {
  const done = countedMoves(picking);
  const plan = await planReceipt(data, picking, done, context);
  return !('code' in plan) && done.every((move) => allotted(plan.allotments, move) === rounded(move.quantity));
}
