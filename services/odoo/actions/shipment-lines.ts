import { listed } from '../../domain/lists.ts';
import { converted, type UnitTable } from '../units.ts';
import { type ActionContext, type ActionResult, stop } from './contract.ts';
import { findLots, lotKey, type PackageUse, packagesFor, type Stock, stockOf } from './goods.ts';
import {
  copied,
  isDust,
  joined,
  type NewLine,
  shelfOf,
  unreservedPlace,
  type Whereabouts,
  whereaboutsOf,
} from './line-commands.ts';
import type { Picking, PickingLine, PickingMove } from './pickings.ts';
import { rounded } from './products.ts';
import type { PlanFault } from './quantities.ts';
import type { Allotment, ShipmentPlan } from './shipment-plan.ts';

/** The lines that ship a plan. */
export interface ShipmentLines {
  readonly lines: readonly NewLine[];
  /** Packages that were made for them, by name. */
  readonly made: readonly string[];
  readonly remarks: readonly string[];
}

/** A line before its package is known. */
export interface Sourced {
  readonly allotment: Allotment;
  readonly line: NewLine;
  /** The reserved line that it comes from. */
  readonly from?: PickingLine;
}

/** What of a plan no reserved line covers. */
interface Uncovered {
  readonly allotment: Allotment;
  readonly quantity: number;
  readonly lotId?: number | undefined;
}

/** What of a plan Odoo has reserved, line by line, and what not; `used` is by place. Pure. */
export function fromReserved(
  plan: ShipmentPlan,
  units: UnitTable,
): {
  readonly sourced: readonly Sourced[];
  readonly open: readonly Uncovered[];
  readonly used: ReadonlyMap<string, number>;
} {
  const shelf = shelfOf(units);
  const sourced: Sourced[] = [];
  const open: Uncovered[] = [];
  const used = new Map<string, number>();
  for (const allotment of plan.allotments) {
    const { move, lot } = allotment;
    const taken = shelf.take(move, allotment.quantity, lot?.name);
    for (const { line, quantity } of taken) {
      sourced.push({ allotment, line: copied(move, line, quantity, units), from: line });
      use(used, placeKey(move, whereaboutsOf(line)), quantity);
    }
    const rest = rounded(allotment.quantity - taken.reduce((sum, { quantity }) => sum + quantity, 0));
    if (!isDust(move, rest, units)) open.push({ allotment, quantity: rest });
  }
  return { sourced, open, used };
}

/**
 * Finds for each allotment the goods that leave: first what Odoo has reserved, line by line, then a lot that the warehouse took instead, then free stock.
 * `Uncovered` says that there is not enough; nothing was written.
 */
export async function linesFor(
  picking: Picking,
  plan: ShipmentPlan,
  context: ActionContext,
): Promise<ShipmentLines | PlanFault | { readonly uncovered: readonly Uncovered[] }> {
  const { sourced, open, used } = fromReserved(plan, context.capabilities.units);
  const found = await fromStock(picking, open, used, context);
  if ('code' in found) return found;
  if (found.uncovered.length > 0 && context.partner.unreserved !== 'apply') return { uncovered: found.uncovered };
  const forced = found.uncovered.map(({ allotment, quantity, lotId }) => ({
    allotment,
    line: { ...newLine(allotment.move, placeWithout(allotment.move), quantity), ...(lotId && { lot_id: lotId }) },
  }));
  const remarks = ofEachProduct(found.uncovered).map(
    (part) => `${part} were shipped without stock in Odoo: its quantity there is negative now.`,
  );
  return packed([...sourced, ...found.sourced, ...forced], remarks, context);
}

const newLine = (move: PickingMove, place: Stock | ReturnType<typeof unreservedPlace>, quantity: number): NewLine => ({
  move,
  location_id: place.location_id,
  location_dest_id: place.location_dest_id,
  lot_id: place.lot_id,
  package_id: place.package_id,
  owner_id: place.owner_id,
  product_uom_id: place.product_uom_id,
  quantity,
  result_package_id: false,
});

/** The place of a reserved line, so that what is missing is missing there. */
function placeWithout(move: PickingMove) {
  const [line] = move.move_line_ids;
  return line ? { ...whereaboutsOf(line), product_uom_id: move.product_uom.id } : unreservedPlace(move);
}

const placeKey = (move: PickingMove, place: Whereabouts) =>
  [move.product_id.id, place.location_id, place.lot_id, place.package_id, place.owner_id].join('/');
const use = (used: Map<string, number>, key: string, quantity: number) =>
  used.set(key, rounded((used.get(key) ?? 0) + quantity));

/** Stock of the owners whose goods are reserved for the move: what leaves beyond that is not somebody else's. */
function ofSameOwner(move: PickingMove, stocks: readonly Stock[]): readonly Stock[] {
  const owners = new Set(move.move_line_ids.map((line) => whereaboutsOf(line).owner_id));
  return owners.size === 0 ? stocks : stocks.filter(({ owner_id }) => owners.has(owner_id));
}

/**
 * Goods that Odoo has not reserved for the transfer: a lot by its name wherever it lies, else whatever is free. `reserved` says what the transfer takes already, by place.
 */
async function fromStock(
  picking: Picking,
  open: readonly Uncovered[],
  reserved: ReadonlyMap<string, number>,
  context: ActionContext,
): Promise<{ readonly sourced: readonly Sourced[]; readonly uncovered: readonly Uncovered[] } | PlanFault> {
  const lots = await findLots(
    context.client,
    picking.company_id,
    open.flatMap(({ allotment: { lot, move } }) => (lot ? [{ name: lot.name, product: move.product_id.id }] : [])),
  );
  const lotOf = ({ lot, move }: Allotment) => lot && lots.get(lotKey(lot.name, move.product_id.id));
  const unknown = open.find(({ allotment }) => allotment.lot && lotOf(allotment) === undefined)?.allotment;
  if (unknown)
    return {
      code: 'odoo.lot-unknown',
      reason: `Odoo does not know lot ${unknown.lot!.name} of ${unknown.move.product_id.display_name} that ${picking.name} was shipped with.`,
    };
  // Which lot left is not for the hub to guess.
  const wanted = open.filter(({ allotment: { lot, move } }) => lot || move.product_id.tracking === 'none');
  const stocksOf = await stockOf(
    picking,
    wanted.map(({ allotment }) => ({ move: allotment.move, lotId: lotOf(allotment) })),
    context,
  );
  const sourced: Sourced[] = [];
  const uncovered: Uncovered[] = [];
  const used = new Map<string, number>();
  for (const { allotment, quantity } of open) {
    const { move, lot } = allotment;
    const lotId = lotOf(allotment);
    const all = lot || move.product_id.tracking === 'none' ? stocksOf(move, lotId) : ([] as const);
    const own = ofSameOwner(move, all);
    const stocks = lot ? [...own, ...all.filter((stock) => !own.includes(stock))] : own;
    let left = quantity;
    for (const stock of stocks) {
      const key = placeKey(move, stock);
      // A lot that the document names has left, whoever had it reserved; Odoo finds another one for that transfer.
      const there = lot ? stock.quantity - (reserved.get(key) ?? 0) : stock.free;
      const part = rounded(Math.min(left, there - (used.get(key) ?? 0)));
      if (part <= 0) continue;
      use(used, key, part);
      sourced.push({ allotment, line: newLine(move, stock, part) });
      left = rounded(left - part);
    }
    if (left > 0 && lot && context.partner.unreserved !== 'apply') {
      return {
        code: 'odoo.lot-not-in-stock',
        reason: `${left} of lot ${lot.name} of ${move.product_id.display_name} are not at ${picking.name}'s source in Odoo.`,
      };
    }
    if (left > 0) uncovered.push({ allotment, quantity: left, lotId });
  }
  return { sourced, uncovered };
}

/** Gives each line its package, and joins lines that are then the same. */
async function packed(
  sourced: readonly Sourced[],
  remarks: readonly string[],
  { client, capabilities }: ActionContext,
): Promise<ShipmentLines | PlanFault> {
  const packages = await packagesFor(client, usesOf(sourced, capabilities.units));
  if ('code' in packages) return packages;
  return { lines: joined(inPackages(sourced, packages.ids)), remarks, made: packages.made };
}

/** The lines with the packages that they go into. */
export const inPackages = (sourced: readonly Sourced[], ids: ReadonlyMap<string, number>): NewLine[] =>
  sourced.map(({ allotment, line }) => ({
    ...line,
    result_package_id: allotment.sscc ? ids.get(allotment.sscc.value)! : line.result_package_id,
  }));

/** What goes under each label. */
export function usesOf(sourced: readonly Sourced[], { byId }: UnitTable): readonly PackageUse[] {
  const uses = new Map<string, PackageUse['parts'][number][]>();
  for (const { allotment, line } of sourced) {
    if (!allotment.sscc) continue;
    const from = byId.get(line.product_uom_id);
    const to = byId.get(line.move.product_id.uom_id.id);
    const part = {
      product: line.move.product_id.id,
      lot: line.lot_id,
      quantity: from && to ? converted(line.quantity, from, to) : line.quantity,
      source: line.package_id,
    };
    uses.set(allotment.sscc.value, [...(uses.get(allotment.sscc.value) ?? []), part]);
  }
  return [...uses].map(([sscc, parts]) => ({ sscc, parts }));
}

/** `12 of [NG-LAMP] Camp lamp`: what is missing of each product, however many lines it is spread over. */
const ofEachProduct = (uncovered: readonly Uncovered[]): readonly string[] =>
  [...Map.groupBy(uncovered, ({ allotment: { move } }) => `${move.product_id.id}/${move.product_uom.id}`).values()].map(
    (some) =>
      `${rounded(some.reduce((sum, { quantity }) => sum + quantity, 0))} of ${some[0]!.allotment.move.product_id.display_name}`,
  );

/** Why goods that nobody reserved are not shipped. */
export function notReserved(picking: Picking, uncovered: readonly Uncovered[]): ActionResult {
  return stop(
    'held',
    'odoo.not-reserved',
    `Odoo has no stock for ${listed(ofEachProduct(uncovered))} on ${picking.name}; shipping would make it negative. Correct the stock in Odoo, then retry.`,
  );
}
