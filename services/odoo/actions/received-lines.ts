import type { UnitTable } from '../units.ts';
import type { ActionContext } from './contract.ts';
import { findLots, lotKey, packagesFor } from './goods.ts';
import { copied, inUnitOf, joined, type NewLine, unreservedPlace, whereaboutsOf } from './line-commands.ts';
import type { Picking, PickingLine, PickingMove } from './pickings.ts';
import { rounded } from './products.ts';
import type { PlanFault } from './quantities.ts';
import type { ReceiptPlan } from './receipt-plan.ts';
import type { Allotment } from './shipment-plan.ts';

const lotNameOf = (line: PickingLine) => (line.lot_id ? line.lot_id.name : line.lot_name || undefined);

/** The lines of a move by how well they fit a lot: those that await it, those that await any, the others. */
function byFit(move: PickingMove, lot: string | undefined): readonly PickingLine[] {
  const rank = (line: PickingLine) => {
    const own = lotNameOf(line);
    if (lot !== undefined && own === lot) return 0;
    return own === undefined ? 1 : 2;
  };
  return lot === undefined ? move.move_line_ids : [...move.move_line_ids].sort((a, b) => rank(a) - rank(b));
}

/** A line of what was received, before its lot and its package are known. */
interface Sourced {
  readonly allotment: Allotment;
  readonly line: NewLine;
}

/** Takes what was received from the lines that await it, each with the place that Odoo has chosen for it; what is more goes where the first of them goes. */
function sourcesOf(plan: ReceiptPlan, units: UnitTable): readonly Sourced[] {
  const left = new Map<number, number>();
  return plan.allotments.flatMap((allotment): Sourced[] => {
    const { move } = allotment;
    if (allotment.quantity <= 0) return [];
    const found: Sourced[] = [];
    let wanted = allotment.quantity;
    for (const line of byFit(move, allotment.lot?.name)) {
      const there = left.get(line.id) ?? inUnitOf(move, line, units);
      const part = rounded(Math.min(wanted, there));
      if (part <= 0) continue;
      left.set(line.id, rounded(there - part));
      wanted = rounded(wanted - part);
      // The label of a package holds for whatever of it came.
      const label = line.result_package_id ? line.result_package_id.id : (false as const);
      found.push({ allotment, line: { ...copied(move, line, part, units), result_package_id: label } });
    }
    if (wanted > 0) {
      const [first] = move.move_line_ids;
      const place = first ? { ...whereaboutsOf(first), package_id: false as const } : unreservedPlace(move);
      const more = {
        ...place,
        product_uom_id: move.product_uom.id,
        quantity: wanted,
        result_package_id: false as const,
      };
      const lotName = first?.lot_name || undefined;
      found.push({ allotment, line: { move, ...more, ...(lotName && { lotName }) } });
    }
    return found;
  });
}

/** The lots and the labels that a receipt names. */
export function namesIn({ allotments }: ReceiptPlan) {
  return {
    lots: allotments.flatMap(({ lot, move }) => (lot ? [{ name: lot.name, product: move.product_id.id }] : [])),
    labels: [...new Set(allotments.flatMap(({ sscc, quantity }) => (sscc && quantity > 0 ? sscc.value : [])))],
  };
}

/** Ids of lots, by `lotKey`, and of packages, by label. */
interface Known {
  readonly lots: ReadonlyMap<string, number>;
  readonly packages: ReadonlyMap<string, number>;
}

/** The lines that book a receipt, in their lots and packages; goods that go apart lie in the quarantine, without the package that they came in. Pure. */
export function linesOf(plan: ReceiptPlan, { lots, packages }: Known, units: UnitTable): readonly NewLine[] {
  const lines = sourcesOf(plan, units).map(({ allotment, line }): NewLine => {
    const { lot, sscc, move } = allotment;
    const known = lot && lots.get(lotKey(lot.name, move.product_id.id));
    const isApart = plan.apart.has(allotment);
    return {
      ...line,
      ...(lot && { lot_id: known ?? false, lotName: known === undefined ? lot.name : undefined }),
      ...(isApart && plan.quarantineId !== undefined && { location_dest_id: plan.quarantineId }),
      result_package_id: sscc ? packages.get(sscc.value)! : isApart ? false : line.result_package_id,
    };
  });
  return single(lines);
}

/** The same with what Odoo knows of lots and labels, what is missing made. */
export async function receivedLines(
  picking: Picking,
  plan: ReceiptPlan,
  { client, capabilities }: ActionContext,
): Promise<{ readonly lines: readonly NewLine[]; readonly made: readonly string[] } | PlanFault> {
  const names = namesIn(plan);
  const lots = await findLots(client, picking.company_id, names.lots);
  const packages = await packagesFor(
    client,
    names.labels.map((sscc) => ({ sscc, parts: [] })),
  );
  if ('code' in packages) return packages;
  return { lines: linesOf(plan, { lots, packages: packages.ids }, capabilities.units), made: packages.made };
}

/** Lines that differ in nothing but their quantity are one; pieces with a number of their own stay lines of their own. */
function single(lines: readonly NewLine[]): readonly NewLine[] {
  const isPiece = ({ move }: NewLine) => move.product_id.tracking === 'serial';
  return [...joined(lines.filter((line) => !isPiece(line))), ...lines.filter(isPiece)];
}
