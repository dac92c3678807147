import type { CanonicalEvent } from '../../domain/events.ts';
import { append, listed } from '../../domain/lists.ts';
import type { Values } from '../client.ts';
import type { Row } from '../many.ts';
import type { ActionContext } from './contract.ts';
import type { Shipped } from './event-data.ts';
import { choosePackages, findPackages, makePackages, type PackageUse } from './goods.ts';
import { joined, type NewLine, replaceLines, touchedBy } from './line-commands.ts';
import { heldOvers } from './overs.ts';
import { isOpen, type Picking, type PickingLine, pickingTrees } from './pickings.ts';
import { countingIn } from './quantities.ts';
import { inReach } from './scope.ts';
import { holdsPlan, type Ready } from './ship-transfer.ts';
import { fromReserved, inPackages, type Sourced, usesOf } from './shipment-lines.ts';
import { allotted, planShipment, type ShipmentPlan } from './shipment-plan.ts';
import { trackingOf } from './shipment-tracking.ts';
import { type Batched, doneAtOf } from './transfers-together.ts';

/** A transfer that may be shipped with others. */
export interface Shipment extends Batched {
  readonly data: Shipped;
  readonly ready: Ready;
}

/** A transfer whose goods are known and whose packages are not. */
interface Planned {
  readonly at: number;
  readonly data: Shipped;
  readonly picking: Picking;
  readonly plan: ShipmentPlan;
  /** Undefined where an earlier try has written the lines. */
  readonly sourced: readonly Sourced[] | undefined;
  readonly uses: readonly PackageUse[];
}

// More transfers of fifty names there are not; where there are, which is meant is for the action for one.
const mostFound = 1000;

/** The events whose transfers can be shipped together, with their packages made. Three calls at most. */
export async function prepareTogether(
  events: readonly CanonicalEvent<'warehouse-order.shipped.v1'>[],
  context: ActionContext,
): Promise<readonly Shipment[]> {
  const { client, capabilities, partner } = context;
  const names = [...new Set(events.map(({ data }) => data.orderNumber))];
  const domain = await inReach({ kinds: ['outgoing'], names }, context);
  const trees = await pickingTrees(client, capabilities, domain, mostFound);
  if (trees.length === mostFound) return [];
  const known = new Map(
    (await partner.notified({ ids: trees.map(({ id }) => id) })).map((one) => [one.recordId, one.lines]),
  );
  const byName = Map.groupBy(trees, ({ name }) => name);
  const spoken = new Set<number>();
  const planned = events.flatMap(({ data }, at): Planned[] => {
    const [picking, ...more] = byName.get(data.orderNumber) ?? [];
    if (!picking || more.length > 0 || spoken.has(picking.id) || !isPlain(picking)) return [];
    spoken.add(picking.id);
    const moves = picking.move_ids.filter((move) => isOpen(move.state));
    const plan = planShipment({ data, moves, counting: countingIn(context), lines: known.get(picking.id) ?? {} });
    return 'code' in plan || plan.nothing ? [] : sourcedOf({ at, data, picking, plan }, context);
  });
  return withPackages(withOwnLabels(planned), context);
}

/** Reserved, and waiting for nothing. */
const isPlain = (picking: Picking) =>
  picking.state === 'assigned' &&
  picking.move_ids.every((move) => !isOpen(move.state) || move.move_orig_ids.length === 0);

/** Where its goods come from, if all of them are reserved and nobody has begun. */
function sourcedOf(one: Pick<Planned, 'at' | 'data' | 'picking' | 'plan'>, context: ActionContext): Planned[] {
  const { capabilities } = context;
  const { picking, plan } = one;
  if (holdsPlan(picking, plan, capabilities.units)) return [{ ...one, sourced: undefined, uses: [] }];
  const open = picking.move_ids.filter((move) => isOpen(move.state));
  const begun = picking.move_ids.some(({ move_line_ids }) => move_line_ids.some(({ picked }) => picked));
  if (begun || open.some((move) => allotted(plan.allotments, move) > move.quantity)) return [];
  if (heldOvers(picking, plan, open, 'shipped', context)) return [];
  const { sourced, open: uncovered } = fromReserved(plan, capabilities.units);
  const bare = sourced.some(
    ({ line }) => line.move.product_id.tracking !== 'none' && line.lot_id === false && !line.lotName,
  );
  if (uncovered.length > 0 || bare) return [];
  return [{ ...one, sourced, uses: usesOf(sourced, capabilities.units) }];
}

/** One label on two transfers: which of them it belongs on shows when the first is shipped. */
function withOwnLabels(planned: readonly Planned[]): readonly Planned[] {
  const used = new Set<string>();
  return planned.filter(({ uses }) => {
    const isOwn = uses.every(({ sscc }) => !used.has(sscc));
    if (isOwn) for (const { sscc } of uses) used.add(sscc);
    return isOwn;
  });
}

async function withPackages(planned: readonly Planned[], { client }: ActionContext): Promise<readonly Shipment[]> {
  const known = await findPackages(
    client,
    planned.flatMap(({ uses }) => uses.map(({ sscc }) => sscc)),
  );
  const chosen = planned.flatMap((one) => {
    const packages = choosePackages(known, one.uses);
    return 'code' in packages ? [] : [{ one, packages }];
  });
  const made = await makePackages(
    client,
    chosen.flatMap(({ packages }) => packages.missing),
  );
  return chosen.map(({ one, packages }) => asWritten(one, new Map([...packages.ids, ...made]), packages.missing));
}

function asWritten(planned: Planned, packages: ReadonlyMap<string, number>, made: readonly string[]): Shipment {
  const { at, data, picking, plan, sourced } = planned;
  const stays = made.length > 0 ? [`The hub made packages that stay empty in Odoo: ${listed(made)}.`] : [];
  const tracking = trackingOf(data);
  const head: Values =
    tracking && picking.carrier_tracking_ref !== undefined && picking.carrier_tracking_ref !== tracking.value
      ? { carrier_tracking_ref: tracking.value }
      : {};
  const { closeShort } = plan;
  const basis = { at, data, picking, head, closeShort, doneAt: doneAtOf(data.shippedAt) };
  if (!sourced) return { ...basis, ready: { picking, plan, remarks: plan.remarks }, kept: [], replaced: [] };
  const touched = touchedBy(plan.allotments);
  const old = picking.move_ids.filter(({ id }) => touched.has(id)).flatMap(({ move_line_ids }) => move_line_ids);
  const fresh = Map.groupBy(sourced, ({ from }) => from);
  const kept: Row[] = [];
  const gone: PickingLine[] = [];
  const lines: NewLine[] = [];
  const others: NewLine[] = [];
  for (const line of old) {
    const parts = joined(inPackages(fresh.get(line) ?? [], packages));
    append(lines, parts);
    const [only] = parts;
    if (parts.length === 1 && only!.quantity === line.quantity)
      kept.push({ id: line.id, values: { picked: true, ...packageOf(only!, line) } });
    else {
      gone.push(line);
      append(others, parts);
    }
  }
  const replaced = gone.length > 0 ? replaceLines(gone, others, true) : [];
  return { ...basis, ready: { picking, plan, lines, stays, remarks: plan.remarks }, kept, replaced };
}

const packageOf = ({ result_package_id: wanted }: NewLine, { result_package_id: held }: PickingLine): Values =>
  wanted === (held === false ? false : held.id) ? {} : { result_package_id: wanted };
