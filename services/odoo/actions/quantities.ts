import { asKept, converted, measureOf, type OdooUnit } from '../units.ts';
import type { ActionCode, ActionContext } from './contract.ts';
import type { ProductName, Quantity } from './event-data.ts';
import type { PickingMove, PickingProduct } from './pickings.ts';
import { rounded, shownName } from './products.ts';
import type { Part } from './spread.ts';

/** Why an event does not fit what Odoo has. */
export interface PlanFault {
  readonly code: ActionCode;
  readonly reason: string;
}

/** A quantity in the unit of a move, and what Odoo's rounding changes about it. */
export interface Counted {
  readonly value: number;
  readonly remark?: string;
}

/** How quantities of documents and of moves compare, in the units of one Odoo and in the words of one partner. */
export interface Counting {
  /** Counts a document's quantity in the unit of a move, or says why that cannot be done. */
  count(quantity: Quantity, move: PickingMove, name: ProductName): Counted | PlanFault;
  /** What Odoo keeps of a quantity in the unit of a move: it rounds in the product's unit, line by line. */
  kept(quantity: number, move: PickingMove): number;
  /** Would Odoo keep it as it is, within the agreed tolerance? */
  divides(quantity: number, move: PickingMove): boolean;
  /** A quantity of one move in the unit of another one: moves of one product may be in dozens and in pieces. */
  between(quantity: number, from: PickingMove, to: PickingMove): number;
  /** Why Odoo could not keep what is handed out to the moves, if it could not: it rounds in the unit of each. */
  undivided(parts: readonly Part[]): PlanFault | undefined;
}

const packagingsOf = (product: PickingProduct, unit: OdooUnit, units: ReadonlyMap<number, OdooUnit>) => [
  ...(product.packaging_ids ?? []).map(({ name, qty }) => ({ name, holds: qty })),
  ...(product.uom_ids ?? []).flatMap(({ id, name }) => {
    const packaging = units.get(id);
    return packaging ? [{ name, holds: converted(1, packaging, unit) }] : [];
  }),
];

/** Converts by Odoo's units and the partner's table. Odoo keeps stock in the product's unit, rounded: what does not divide is never rounded in silence. */
export function countingIn({ capabilities, partner }: ActionContext): Counting {
  const { units } = capabilities;
  const unitOf = (move: PickingMove) => units.byId.get(move.product_uom.id);
  const count: Counting['count'] = (quantity, move, name) => {
    if (quantity.value === 0) return { value: 0 };
    const product = units.byId.get(move.product_id.uom_id.id);
    const unit = unitOf(move);
    const said = quantity.unitCode ?? quantity.unit;
    const measure =
      product &&
      unit &&
      measureOf(
        quantity,
        { unit: product, packagings: packagingsOf(move.product_id, product, units.byId) },
        units,
        partner.units,
      );
    if (!product || !unit || !measure) {
      const kept = product ? `in ${product.name}` : 'in a unit that the hub cannot read';
      return {
        code: 'odoo.unit-unknown',
        reason: `${shownName(name)} is counted in ${said} and Odoo keeps it ${kept}. Say what ${said} is in the partner's units, then retry.`,
      };
    }
    const exact = converted(quantity.value * measure.count, measure.unit, product);
    const kept = asKept(exact, product);
    const off = Math.abs(exact - kept);
    if (off > 1e-6 && off > partner.unitTolerance) {
      const example = `${quantity.value} ${said} would become ${kept} ${product.name}`;
      return {
        code: 'odoo.unit-does-not-divide',
        reason: `${shownName(name)} is kept in ${product.name}; ${example}. Book it by hand, or agree a tolerance.`,
      };
    }
    const value = converted(kept, product, unit);
    if (off <= 1e-6) return { value };
    return {
      value,
      remark: `${quantity.value} ${said} of ${shownName(name)} are ${kept} ${product.name} in Odoo, within the agreed tolerance.`,
    };
  };
  const kept: Counting['kept'] = (quantity, move) => {
    const [unit, product] = [unitOf(move), units.byId.get(move.product_id.uom_id.id)];
    return unit && product ? converted(asKept(converted(quantity, unit, product), product), product, unit) : quantity;
  };
  return {
    count,
    kept,
    divides(quantity, move) {
      const [unit, product] = [unitOf(move), units.byId.get(move.product_id.uom_id.id)];
      if (!unit || !product) return true;
      const off = converted(Math.abs(quantity - kept(quantity, move)), unit, product);
      return off <= 1e-4 || off <= partner.unitTolerance;
    },
    between(quantity, from, to) {
      const [a, b] = [unitOf(from), unitOf(to)];
      return a && b ? converted(quantity, a, b) : quantity;
    },
    undivided(parts) {
      const sums = new Map<PickingMove, number>();
      for (const { move, quantity } of parts) sums.set(move, rounded((sums.get(move) ?? 0) + quantity));
      for (const [move, sum] of sums) {
        const unit = unitOf(move);
        const product = units.byId.get(move.product_id.uom_id.id);
        if (!unit || !product) continue;
        const off = converted(Math.abs(sum - asKept(sum, unit)), unit, product);
        if (off <= 1e-4 || off <= partner.unitTolerance) continue;
        return {
          code: 'odoo.unit-does-not-divide',
          reason: `${move.product_id.display_name} is moved in ${unit.name}; Odoo would keep ${asKept(sum, unit)} of ${sum}. Book it by hand, or agree a tolerance.`,
        };
      }
      return undefined;
    },
  };
}
