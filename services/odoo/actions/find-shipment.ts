import { type ActionContext, type ActionResult, stop } from './contract.ts';
import type { Reference } from './event-data.ts';
import { type PickingHead, pickingHeads } from './pickings.ts';
import { headsInReach, reachable } from './scope.ts';

/** References that may hold the name of a transfer, because we gave it to the partner under that heading. */
const nameKinds = new Set(['shipment-id', 'depositor-order', 'delivery-order', 'customer-order']);
/** A carrier moves goods out, in and between, and from a vendor to a customer. */
const kinds = ['outgoing', 'incoming', 'internal', 'dropship'];

export interface ShipmentNames {
  readonly shipmentId?: string;
  readonly carrierReference?: string;
  readonly references: readonly Reference[];
}

/** The transfer that a carrier speaks of: by its name, else by the carrier's own number; only one that this carrier was tendered, or at a site that it serves. */
export async function findShipment(names: ShipmentNames, context: ActionContext): Promise<PickingHead | ActionResult> {
  const ours = [
    ...(names.shipmentId ? [names.shipmentId] : []),
    ...names.references.filter(({ kind }) => nameKinds.has(kind)).map(({ value }) => value),
  ];
  const shown = names.shipmentId ?? names.carrierReference ?? ours[0] ?? 'the shipment';
  const named = ours.length > 0 ? await headsInReach({ kinds, names: [...new Set(ours)] }, context) : [];
  const byNumber = 'outcome' in named || named.length === 0 ? await withNumber(names.carrierReference, context) : [];
  if ('outcome' in named && byNumber.length === 0) return named;
  const found = 'outcome' in named || named.length === 0 ? byNumber : named;
  if (found.length === 1) return found[0]!;
  if (found.length > 1) return stop('held', 'odoo.order-ambiguous', `${shown} fits more than one transfer in Odoo.`);
  return stop('refused', 'odoo.order-unknown', `Odoo has no transfer for ${shown}.`);
}

async function withNumber(reference: string | undefined, context: ActionContext): Promise<readonly PickingHead[]> {
  const { client, capabilities } = context;
  if (!reference || !capabilities.delivery) return [];
  const found = await pickingHeads(client, capabilities, [['carrier_tracking_ref', '=', reference]], 3);
  return reachable(found, context);
}
