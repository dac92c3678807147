import { asKept, converted, measureOf, type OdooUnit } from '../units.ts';
import type { ActionCode, ActionContext } from './contract.ts';
import type { ProductName, Quantity } from './event-data.ts';
import type { PickingMove, PickingProduct } from './pickings.ts';
import { shownName } from './products.ts';

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

/** Counts a document's quantity in the unit of a move, or says why that cannot be done. */
export type Count = (quantity: Quantity, move: PickingMove, name: ProductName) => Counted | PlanFault;

const packagingsOf = (product: PickingProduct, unit: OdooUnit, units: ReadonlyMap<number, OdooUnit>) => [
  ...(product.packaging_ids ?? []).map(({ name, qty }) => ({ name, holds: qty })),
  ...(product.uom_ids ?? []).flatMap(({ id, name }) => {
    const packaging = units.get(id);
    return packaging ? [{ name, holds: converted(1, packaging, unit) }] : [];
  }),
];

/** Converts by Odoo's units and the partner's table. Odoo keeps stock in the product's unit, rounded: what does not divide is never rounded in silence. */
export function countIn({ capabilities, partner }: ActionContext): Count {
  const { units } = capabilities;
  return (quantity, move, name) => {
    if (quantity.value === 0) return { value: 0 };
    const product = units.byId.get(move.product_id.uom_id.id);
    const unit = units.byId.get(move.product_uom.id);
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
}
