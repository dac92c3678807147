import type { CanonicalEvent } from '../../domain/events.ts';
import { OdooError } from '../error.ts';
import { finalKinds } from '../many.ts';
import { type Action, type ActionContext, type ActionResult, type OdooWrite, stop } from './contract.ts';
import type { Cancelled, Shipped } from './event-data.ts';
import { leaveNote, markersOn, requestAction } from './notes.ts';
import { isOpen, type PickingHead, pickingHeads } from './pickings.ts';
import { headsInReach } from './scope.ts';

const kinds = ['outgoing', 'internal'];

/**
 * 945 with nothing shipped: cancels the transfer in Odoo where the partner's rule says so; else a person has a to-do on it, and decides. What was shipped already stays shipped.
 */
export const cancelTransfer: Action<'warehouse-order.cancelled.v1'> = async (event, context) => {
  const { data } = event;
  const found = await headsInReach({ kinds, names: [data.orderNumber] }, context);
  if ('outcome' in found) return found;
  const [picking] = found;
  if (found.length > 1 || !picking)
    return stop('held', 'odoo.order-ambiguous', `Odoo has more than one transfer ${data.orderNumber}.`);
  return cancelled(picking, reasonOf(data), event, context);
};

const reasonOf = ({ reason, lines = [] }: Cancelled) =>
  reason ?? lines.map((line) => line.reason).find((one) => one !== undefined);

/** Does a shipping advice say that all of the order was cancelled? */
export const isCancelled = ({ lines, reporting }: Shipped): boolean =>
  // What a report of exceptions does not name was shipped.
  reporting !== 'exceptions-only' &&
  reporting !== 'no-exceptions' &&
  lines.every(({ status, shipped }) => status === 'cancelled' && shipped.value === 0);

/** The cancellation of a transfer by the warehouse, whichever event tells of it: the second finds what the first has left. */
export async function cancelled(
  head: PickingHead,
  reason: string | undefined,
  { time }: Pick<CanonicalEvent, 'time'>,
  context: ActionContext,
): Promise<ActionResult> {
  const { client, capabilities } = context;
  const picking = head.state === 'done' ? await openRest(head, context) : head;
  const why = reason === undefined ? '' : `: ${reason}`;
  if (picking.state === 'done') {
    const told = `${picking.name} is done in Odoo, and the warehouse says that it has cancelled it${why}. Ask it what it shipped.`;
    return stop('held', 'odoo.transfer-differs', told);
  }
  if (picking.state === 'cancel') return { outcome: 'already-applied', writes: [write(picking, undefined)] };
  const text = `The warehouse has cancelled ${picking.name}${why} (945).`;
  const markers = await markersOn(client, picking.id, 'cancellation');
  if (context.partner.warehouseCancels === 'hold') {
    // A person is told once. Until that person has decided, the transfer stands open whichever event asks.
    if (markers.length === 0) {
      await requestAction(picking, text, `cancelled ${picking.name}`, context);
      await leaveNote(client, picking.id, text, { topic: 'cancellation', at: time, fact: picking.name });
    }
    return stop(
      'held',
      'odoo.order-cancelled',
      `${text} Cancel it in Odoo too, or have it shipped from elsewhere; then retry.`,
    );
  }
  try {
    await client.call('stock.picking', 'action_cancel', { ids: [picking.id] });
  } catch (error) {
    if (!(error instanceof OdooError) || !finalKinds.has(error.kind)) throw error;
    return stop('refused', 'odoo.refused', error.message);
  }
  const [after] = await pickingHeads(client, capabilities, [['id', '=', picking.id]], 1);
  if (after?.state !== 'cancel')
    return stop(
      'held',
      'odoo.not-verified',
      `Odoo took the cancel of ${picking.name}, but it is ${after?.state ?? 'gone'}.`,
    );
  if (markers.length === 0)
    await leaveNote(client, picking.id, text, { topic: 'cancellation', at: time, fact: picking.name });
  return { outcome: 'applied', writes: [write(after, picking.state)] };
}

/** Of a transfer that was shipped in part, what is still to come. */
async function openRest(head: PickingHead, { client, capabilities }: ActionContext): Promise<PickingHead> {
  const open = head.backorder_ids.filter(({ state }) => isOpen(state)).map(({ id }) => id);
  if (open.length === 0) return head;
  const [rest] = await pickingHeads(client, capabilities, [['id', 'in', open]], 1);
  return rest ?? head;
}

const write = ({ id, name, state }: PickingHead, before: string | undefined): OdooWrite => ({
  ...{ model: 'stock.picking', recordId: id, recordName: name, field: 'state', after: state },
  ...(before !== undefined && { before }),
  ...{ pointer: '/orderNumber', method: 'action_cancel' },
});
