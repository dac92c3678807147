import { type ActionContext, type ActionResult, stop } from './contract.ts';
import type { Reference } from './event-data.ts';
import { type PickingHead, pickingHeads } from './pickings.ts';
import { headsInReach, inReach, reachable } from './scope.ts';

/** References that may hold the name of a transfer, because we gave it to the partner under that heading. */
const nameKinds = new Set(['shipment-id', 'depositor-order', 'delivery-order', 'customer-order']);
/** A carrier moves goods out, in and between, and from a vendor to a customer. */
const kinds = ['outgoing', 'incoming', 'internal', 'dropship'];

export interface ShipmentNames {
  readonly shipmentId?: string;
  readonly carrierReference?: string;
  readonly references: readonly Reference[];
}

const ownNames = (names: ShipmentNames): readonly string[] => [
  ...(names.shipmentId ? [names.shipmentId] : []),
  ...names.references.filter(({ kind }) => nameKinds.has(kind)).map(({ value }) => value),
];

const mostFound = 1000;

/** The transfers that a carrier speaks of, in one call: those that are known by their name, and where nothing else can be meant; undefined for the others. */
export async function findShipments(
  all: readonly ShipmentNames[],
  context: ActionContext,
): Promise<readonly (PickingHead | undefined)[]> {
  const { client, capabilities } = context;
  const names = [...new Set(all.flatMap(ownNames))];
  const found =
    names.length === 0
      ? []
      : await pickingHeads(client, capabilities, await inReach({ kinds, names }, context), mostFound);
  return all.map((one) => {
    const named = new Set(ownNames(one));
    const [head, ...more] = found.filter(({ name }) => named.has(name));
    if (!head || more.length > 0 || found.length === mostFound) return undefined;
    const isOwnNumber = !one.carrierReference || head.carrier_tracking_ref === one.carrierReference;
    return isOwnNumber || head.backorder_ids.length === 0 ? head : undefined;
  });
}

/** The transfer that a carrier speaks of: by its name, else by the carrier's own number; only one that this carrier was tendered, or at a site that it serves. */
export async function findShipment(names: ShipmentNames, context: ActionContext): Promise<PickingHead | ActionResult> {
  const ours = ownNames(names);
  const shown = names.shipmentId ?? names.carrierReference ?? ours[0] ?? 'the shipment';
  const named = ours.length > 0 ? await headsInReach({ kinds, names: [...new Set(ours)] }, context) : [];
  const byNumber = 'outcome' in named || named.length === 0 ? await withNumber(names.carrierReference, context) : [];
  if ('outcome' in named && byNumber.length === 0) return named;
  const found = 'outcome' in named || named.length === 0 ? byNumber : named;
  if (found.length === 1) return withNumberOf(found[0]!, names.carrierReference, context);
  if (found.length > 1) return stop('held', 'odoo.order-ambiguous', `${shown} fits more than one transfer in Odoo.`);
  return stop('refused', 'odoo.order-unknown', `Odoo has no transfer for ${shown}.`);
}

/** The rest of a transfer may travel under its name too: the backorder that bears the carrier's number is meant, where the transfer bears another. */
async function withNumberOf(
  picking: PickingHead,
  reference: string | undefined,
  { client, capabilities }: ActionContext,
): Promise<PickingHead> {
  if (!reference || !capabilities.delivery || picking.carrier_tracking_ref === reference) return picking;
  const seen = new Set([picking.id]);
  let next = picking.backorder_ids.map(({ id }) => id);
  while (next.length > 0) {
    const rests = await pickingHeads(client, capabilities, [['id', 'in', next]]);
    const meant = rests.find((rest) => rest.carrier_tracking_ref === reference);
    if (meant) return meant;
    for (const { id } of rests) seen.add(id);
    next = rests.flatMap(({ backorder_ids }) => backorder_ids.map(({ id }) => id)).filter((id) => !seen.has(id));
  }
  return picking;
}

async function withNumber(reference: string | undefined, context: ActionContext): Promise<readonly PickingHead[]> {
  const { client, capabilities } = context;
  if (!reference || !capabilities.delivery) return [];
  const found = await pickingHeads(client, capabilities, [['carrier_tracking_ref', '=', reference]], 3);
  return reachable(found, context);
}
