import type { ProductName } from './event-data.ts';
import type { PickingMove, PickingProduct } from './pickings.ts';

/** GTIN-8, -12, -13 and -14 of one product differ in leading zeros only. */
const padded = (gtin: string): string => gtin.padStart(14, '0');

/** Does a document's product name mean this product? Our own number counts first, then the GTIN; a vendor's number only where it is ours too. */
export function isProduct(name: ProductName, product: PickingProduct): boolean {
  if (name.sku && product.default_code === name.sku) return true;
  if (name.gtin && product.barcode && padded(product.barcode) === padded(name.gtin)) return true;
  return Boolean(name.vendorSku) && product.default_code === name.vendorSku;
}

export function movesFor(name: ProductName, moves: readonly PickingMove[]): readonly PickingMove[] {
  return moves.filter((move) => isProduct(name, move.product_id));
}

export const shownName = (name: ProductName): string => {
  const own = name.sku ?? name.gtin ?? name.vendorSku ?? 'a product without a number';
  return name.theirs ? `${own} (their ${shownName(name.theirs)})` : own;
};

/** Sums without the dust of binary fractions. */
export const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
