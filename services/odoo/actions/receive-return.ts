import type { CanonicalEvent } from '../../domain/events.ts';
import { listed } from '../../domain/lists.ts';
import type { Json } from '../client.ts';
import { OdooError } from '../error.ts';
import { finalKinds } from '../many.ts';
import { idOf } from '../many2one.ts';
import { bookedBefore, meantOf, withBackorders } from './confirm-receipt.ts';
import { type Action, type ActionContext, type ActionResult, stop } from './contract.ts';
import type { Returned } from './event-data.ts';
import { isOpen, type Picking, pickingTrees } from './pickings.ts';
import { movesFor, rounded } from './products.ts';
import { countedMoves, planReceipt, type ReceiptPlan } from './receipt-plan.ts';
import { receiveTransfer } from './receive-transfer.ts';
import { inReach, reachable, treesInReach } from './scope.ts';
import { allotted } from './shipment-plan.ts';

/**
 * 944 for goods that came back: received on the return that Odoo has for them, else on one that is made of the delivery that they left with, for just what came. The order counts
 * them as not delivered; what came damaged lies in the quarantine.
 */
export const receiveReturn: Action<'return.received.v1'> = async (event, context) => {
  const picking = await returnFor(event, context);
  return 'outcome' in picking ? picking : receiveTransfer(picking, { data: event.data, event }, context);
};

async function returnFor(
  { data }: CanonicalEvent<'return.received.v1'>,
  context: ActionContext,
): Promise<Picking | ActionResult> {
  const { client, capabilities } = context;
  const names = [data.orderNumber, data.returnAuthorization].filter((name) => name !== undefined);
  if (names.length > 0) {
    const awaited = await inReach({ kinds: ['incoming'], names }, context);
    const named = await pickingTrees(client, capabilities, awaited);
    if (named.length > 0) return meantOf(await withBackorders(named, context), data, context);
  }
  const delivery = await deliveryOf(data, context);
  if ('outcome' in delivery) return delivery;
  const made = await pickingTrees(client, capabilities, [['return_id', '=', delivery.id]]);
  const family = (await withBackorders(made, context)).filter(({ picking_type_code: kind }) => kind === 'incoming');
  const booked = await bookedBefore(family, data, context);
  if (booked.own) return booked.own;
  // Made by a person, or by an earlier try whose answer was lost.
  const open = booked.unclaimed.find(({ state }) => isOpen(state));
  return open ?? makeReturn(delivery, family, data, context);
}

/** The delivery that the goods left with: by its name, else by the customer's order. */
async function deliveryOf(data: Returned, context: ActionContext): Promise<Picking | ActionResult> {
  const { client, capabilities } = context;
  const kinds = ['outgoing'];
  const names = [data.orderNumber, data.shipmentId].filter((name) => name !== undefined);
  const named =
    names.length > 0 ? await pickingTrees(client, capabilities, await inReach({ kinds, names }, context)) : [];
  const orders = [data.customerOrder, data.orderNumber].filter((name) => name !== undefined);
  const byOrder =
    named.length === 0 && capabilities.sales && orders.length > 0
      ? await reachable(
          await pickingTrees(client, capabilities, [
            ['picking_type_code', 'in', kinds],
            ['sale_id.name', 'in', orders],
          ]),
          context,
        )
      : [];
  const all = await withBackorders(named.length > 0 ? named : byOrder, context);
  const first = names[0] ?? orders[0];
  if (all.length === 0) {
    if (first === undefined)
      return stop('refused', 'odoo.order-unknown', `Return ${data.receiptNumber} names no delivery and no order.`);
    const none = await treesInReach({ kinds, names: [first] }, context);
    if ('outcome' in none) return none;
  }
  const done = all.filter(
    ({ state, move_ids }) =>
      state === 'done' && data.lines.every(({ product }) => movesFor(product, move_ids).length > 0),
  );
  if (done.length === 1) return done[0]!;
  const shown = listed(all.map(({ name }) => name));
  if (done.length > 1)
    return stop(
      'held',
      'odoo.order-ambiguous',
      `The goods may have left with any of ${shown}. Make the return in Odoo, then retry.`,
    );
  const reason = `What came back did not leave with ${shown}. Ask the warehouse, or make the return in Odoo; then retry.`;
  return stop('held', 'odoo.return-exceeds', reason);
}

/** Has Odoo make a return of a delivery, for just what came. */
async function makeReturn(
  delivery: Picking,
  earlier: readonly Picking[],
  data: Returned,
  context: ActionContext,
): Promise<Picking | ActionResult> {
  const { client, capabilities, version } = context;
  const done = countedMoves(delivery);
  const plan = await planReceipt(data, delivery, done, context);
  if ('code' in plan) return stop('held', plan.code, plan.reason);
  const beyond = exceeding(delivery, earlier, plan);
  if (beyond) return beyond;
  const of = { active_id: delivery.id, active_ids: [delivery.id], active_model: 'stock.picking' };
  const [wizard] = await client.create('stock.return.picking', [{ picking_id: delivery.id }], of);
  const lines = await client.searchRead('stock.return.picking.line', [['wizard_id', '=', wizard!]], ['move_id'], {
    order: 'id',
  });
  for (const { id, move_id } of lines) {
    const move = done.find(({ id: own }) => own === idOf(move_id));
    // What Odoo suggests is everything in one version and nothing in another.
    await client.write('stock.return.picking.line', [id], { quantity: move ? allotted(plan.allotments, move) : 0 });
  }
  const method = version >= 18 ? 'action_create_returns' : 'create_returns';
  let answer: Json;
  try {
    answer = await client.call('stock.return.picking', method, { ids: [wizard!], context: of });
  } catch (error) {
    if (!(error instanceof OdooError) || !finalKinds.has(error.kind)) throw error;
    return stop('refused', 'odoo.refused', error.message);
  }
  const { res_id: id = 0 } = (answer ?? {}) as { readonly res_id?: number };
  const [made] = await pickingTrees(client, capabilities, [['id', '=', id]], 1);
  return made ?? stop('held', 'odoo.not-verified', `Odoo took the return of ${delivery.name}, and does not show it.`);
}

/** More came back than left and has not come back before. */
function exceeding(delivery: Picking, earlier: readonly Picking[], plan: ReceiptPlan): ActionResult | undefined {
  for (const product of new Set(plan.allotments.map(({ move }) => move.product_id.id))) {
    const of = (moves: readonly Picking['move_ids'][number][]) =>
      moves.filter((move) => move.product_id.id === product);
    const left = of(delivery.move_ids).reduce((sum, move) => sum + (move.state === 'done' ? move.quantity : 0), 0);
    const back = of(earlier.flatMap(({ move_ids }) => move_ids))
      .filter(({ state }) => state === 'done')
      .reduce((sum, { quantity }) => sum + quantity, 0);
    const now = of(plan.allotments.map(({ move }) => move))[0]!;
    const came = rounded(
      plan.allotments
        .filter(({ move }) => move.product_id.id === product)
        .reduce((sum, { quantity }) => sum + quantity, 0),
    );
    if (came <= rounded(left - back)) continue;
    const reason = `${came} of ${now.product_id.display_name} came back, and of ${delivery.name} ${rounded(left - back)} are still with the customer. Ask the warehouse, or book it in Odoo.`;
    return stop('held', 'odoo.return-exceeds', reason);
  }
  return undefined;
}
