import type { Domain } from '../client.ts';
import { type ActionContext, type ActionResult, stop } from './contract.ts';
import { type Picking, type PickingHead, pickingHeads, pickingTrees } from './pickings.ts';

/** Which transfers an action may touch: of these kinds, and within the partner's reach. */
export interface Reach {
  /** `outgoing`, `internal`, `incoming`, `dropship`. */
  readonly kinds: readonly string[];
  readonly names: readonly string[];
}

const kindWords: Readonly<Record<string, string>> = {
  incoming: 'a receipt',
  outgoing: 'a delivery',
  internal: 'an internal transfer',
  dropship: 'a dropshipment',
};

/** Transfers by name that the partner was notified of, or that belong to its sites. A name that is in use elsewhere is somebody else's. */
export async function inReach({ names, kinds }: Reach, { partner }: ActionContext): Promise<Domain> {
  const notified = (await partner.notified({ names })).map(({ recordId }) => recordId);
  const sites = ['&', ['name', 'in', names], ['picking_type_id', 'in', partner.pickingTypeIds]];
  const mine = notified.length > 0 ? ['|', ['id', 'in', notified], ...sites] : sites;
  return ['&', ['picking_type_code', 'in', kinds], ...mine];
}

const asked = (names: readonly string[]) => names[0] ?? 'the order';

/** Says why nothing was found: there is no such transfer, or it is not one that this partner's document may touch. */
async function notFound(reach: Reach, context: ActionContext): Promise<ActionResult> {
  const { client, capabilities } = context;
  const [other] = await pickingHeads(client, capabilities, [['name', 'in', [...reach.names]]], 1);
  if (!other) return stop('refused', 'odoo.order-unknown', `Odoo has no transfer ${asked(reach.names)}.`);
  const kind = kindWords[other.picking_type_code] ?? `a transfer of type ${other.picking_type_code}`;
  const reason = reach.kinds.includes(other.picking_type_code)
    ? `${other.name} (${other.picking_type_id.display_name}) was never sent to this partner and is not at one of its sites.`
    : `${other.name} is ${kind} (${other.picking_type_id.display_name}); this document can only be about ${reach.kinds.map((one) => kindWords[one] ?? one).join(' or ')}.`;
  return stop('refused', 'odoo.transfer-foreign', reason);
}

/** The transfers of a name that the partner may speak of, with their moves; a result where there are none. */
export async function treesInReach(reach: Reach, context: ActionContext): Promise<readonly Picking[] | ActionResult> {
  const found = await pickingTrees(context.client, context.capabilities, await inReach(reach, context));
  return found.length > 0 ? found : notFound(reach, context);
}

/** The same without moves. */
export async function headsInReach(
  reach: Reach,
  context: ActionContext,
): Promise<readonly PickingHead[] | ActionResult> {
  const found = await pickingHeads(context.client, context.capabilities, await inReach(reach, context));
  return found.length > 0 ? found : notFound(reach, context);
}

/** Those of the transfers that the partner may speak of. */
export async function reachable<T extends PickingHead>(
  found: readonly T[],
  { partner }: ActionContext,
): Promise<readonly T[]> {
  const elsewhere = found.filter(({ picking_type_id: type }) => !partner.pickingTypeIds.includes(type.id));
  const notified = elsewhere.length > 0 ? await partner.notified({ ids: elsewhere.map(({ id }) => id) }) : [];
  const foreign = new Set(elsewhere.filter(({ id }) => notified.every(({ recordId }) => recordId !== id)));
  return found.filter((one) => !foreign.has(one));
}
