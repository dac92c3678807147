import { append } from '../../domain/lists.ts';
import { cancelled, isCancelled } from './cancel-transfer.ts';
import { type Action, type ActionContext, type ActionResult, stop } from './contract.ts';
import type { Shipped, ShippedStep } from './event-data.ts';
import { followersOf, isOpen, type Picking, pickingsOf, pickingTrees } from './pickings.ts';
import { reachable, treesInReach } from './scope.ts';
import { shipTransfer } from './ship-transfer.ts';

/** What a warehouse ships: a delivery, or a step on the way to one. */
const kinds = ['outgoing', 'internal'];

/**
 * 945: ships a transfer as the warehouse says it did. What is short becomes a backorder unless the lines say that nothing follows. A transfer that is done already
 * is compared, and gets what Odoo still takes. Where a warehouse ships in steps, the steps within the partner's reach are validated in their order.
 */
export const validateTransfer: Action<'warehouse-order.shipped.v1'> = async (event, context) => {
  const data = event.data;
  const found = await treesInReach({ kinds, names: [data.orderNumber] }, context);
  if ('outcome' in found) return found;
  const [picking] = found;
  if (found.length > 1 || !picking)
    return stop('held', 'odoo.order-ambiguous', `Odoo has more than one transfer ${data.orderNumber}.`);
  if (isCancelled(data)) return cancelled(picking, undefined, event, context);
  return shipRoute(picking, data, context);
};

async function shipRoute(picking: Picking, data: Shipped, context: ActionContext): Promise<ActionResult> {
  const results: ActionResult[] = [];
  const earlier = await stepsBefore(picking, context);
  // Goods that are ordered for the delivery come in by a receipt, which a shipping advice says nothing of.
  const receipt = earlier.find(({ picking_type_code: kind }) => !kinds.includes(kind));
  if (receipt) {
    const reason = `${picking.name} waits for ${receipt.name} (${receipt.picking_type_id.display_name}), which is still open in Odoo. Receive it there, then retry.`;
    return stop('held', 'odoo.transfer-waiting', reason);
  }
  const foreign = (await outOfReach(earlier, context))[0];
  if (foreign) {
    const reason = `${picking.name} waits for ${foreign.name} (${foreign.picking_type_id.display_name}), which is not at a site of this partner. Validate that first, then retry.`;
    return stop('held', 'odoo.transfer-waiting', reason);
  }
  for (const step of earlier) {
    results.push(await shipTransfer(step, withinWarehouse(data), context));
    if (!isGood(results.at(-1)!)) return merged(results);
  }
  const own = earlier.length > 0 ? await again(picking.id, picking, context) : picking;
  results.push(await shipTransfer(own, own.picking_type_code === 'outgoing' ? data : withinWarehouse(data), context));
  if (own.picking_type_code === 'outgoing' || !isGood(results.at(-1)!)) return merged(results);
  return shipOn(own, data, context, results);
}

/** The transfer that a result is about: the named one, or a backorder of it that the document turned out to mean. */
const meant = (picking: Picking, result: ActionResult | undefined): number =>
  result?.writes.find(({ model, field }) => model === 'stock.picking' && field === 'state')?.recordId ?? picking.id;

/** After a step inside the warehouse: what follows it leaves too, as the document says. */
async function shipOn(
  named: Picking,
  data: Shipped,
  context: ActionContext,
  results: ActionResult[],
): Promise<ActionResult> {
  const picking = await again(meant(named, results.at(-1)), named, context);
  const next = await stepsAfter(picking, context);
  const foreign = new Set(await outOfReach(next, context));
  for (const step of next) {
    if (foreign.has(step)) {
      const remark = `${step.name} (${step.picking_type_id.display_name}) follows ${picking.name} and is not at a site of this partner: it stays open.`;
      results.push({ outcome: 'already-applied', writes: [], remarks: [remark] });
      continue;
    }
    const outgoing = step.picking_type_code === 'outgoing';
    results.push(await shipTransfer(step, outgoing ? data : withinWarehouse(data), context));
    if (!isGood(results.at(-1)!)) break;
    if (!outgoing) return shipOn(step, data, context, results);
  }
  return merged(results);
}

/** What a document says, as far as it concerns a step inside the warehouse: the carrier has its say at the last one. */
function withinWarehouse(data: Shipped): ShippedStep {
  const { trackingNumber: _, billOfLading: __, shippedAt: ___, ...rest } = data;
  return { ...rest, references: [], whole: data };
}

const isGood = ({ outcome }: ActionResult) => outcome === 'applied' || outcome === 'already-applied';

/** The worst of several results counts, with all that was written and remarked. */
export function merged(results: readonly ActionResult[]): ActionResult {
  const order = ['refused', 'held', 'applied', 'already-applied'] as const;
  const [worst] = [...results].sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
  const remarks = results.flatMap((result) => result.remarks ?? []);
  return {
    ...worst!,
    writes: results.flatMap(({ writes }) => writes),
    ...(remarks.length > 0 && { remarks }),
  };
}

async function again(id: number, otherwise: Picking, { client, capabilities }: ActionContext): Promise<Picking> {
  const [now] = await pickingTrees(client, capabilities, [['id', '=', id]], 1);
  return now ?? otherwise;
}

/** Open transfers that must be validated before this one, first things first. */
async function stepsBefore(picking: Picking, context: ActionContext): Promise<readonly Picking[]> {
  if (!isOpen(picking.state)) return [];
  const moves = picking.move_ids.filter(({ state }) => isOpen(state)).flatMap(({ move_orig_ids }) => move_orig_ids);
  const direct = (await pickingsOf(moves, context.client, context.capabilities)).filter(({ state }) => isOpen(state));
  const steps: Picking[] = [];
  for (const step of direct) {
    append(steps, await stepsBefore(step, context));
    steps.push(step);
  }
  return steps;
}

/** Transfers that take on what this one has moved. One that is done already stands for its backorders: which of them is meant, the comparison says. */
async function stepsAfter(picking: Picking, { client, capabilities }: ActionContext): Promise<readonly Picking[]> {
  const found = await followersOf(picking, client, capabilities);
  const rests = new Set(found.flatMap(({ backorder_ids }) => backorder_ids.map(({ id }) => id)));
  return found.filter(({ id }) => !rests.has(id));
}

async function outOfReach(steps: readonly Picking[], context: ActionContext): Promise<readonly Picking[]> {
  const within = new Set(await reachable(steps, context));
  return steps.filter((step) => !within.has(step));
}
