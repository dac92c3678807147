import type { ActionContext } from './contract.ts';
import type { ProductName } from './event-data.ts';
import { type PickingMove, type PickingProduct, productFields } from './pickings.ts';
import { isProduct, shownName } from './products.ts';
import type { PlanFault } from './quantities.ts';

/** A GTIN as Odoo may hold it: whoever enters a barcode leaves leading zeros or not. */
export function writings(gtin: string): readonly string[] {
  const bare = gtin.replace(/^0+/, '');
  return [...new Set([gtin, ...[8, 12, 13, 14].filter((n) => n >= bare.length).map((n) => bare.padStart(n, '0'))])];
}

/** The products that documents name, in one call. */
export async function findProducts(
  names: readonly ProductName[],
  { client }: Pick<ActionContext, 'client'>,
): Promise<readonly PickingProduct[]> {
  const codes = [
    ...new Set(names.flatMap(({ sku, vendorSku }) => [sku, vendorSku].filter((code) => code !== undefined))),
  ];
  const barcodes = [...new Set(names.flatMap(({ gtin }) => (gtin ? writings(gtin) : [])))];
  if (codes.length + barcodes.length === 0) return [];
  const domain = ['|', ['default_code', 'in', codes], ['barcode', 'in', barcodes]];
  const found = await client.webSearchRead('product.product', domain, productFields(client.majorVersion), {
    order: 'id',
  });
  return found as unknown as readonly PickingProduct[];
}

/** The one product that a name means, or why there is none. */
export function productOf(name: ProductName, products: readonly PickingProduct[]): PickingProduct | PlanFault {
  // Our own number counts before a barcode that somebody may have entered twice.
  const named = name.sku ? products.filter(({ default_code }) => default_code === name.sku) : [];
  const found = named.length > 0 ? named : products.filter((product) => isProduct(name, product));
  if (found.length === 1) return found[0]!;
  if (found.length === 0) return { code: 'odoo.product-unknown', reason: `Odoo has no product ${shownName(name)}.` };
  return { code: 'odoo.product-unknown', reason: `Odoo has ${found.length} products ${shownName(name)}.` };
}

/** What stands for a move where a quantity of a product is counted that no transfer moves. */
export const counted = (product: PickingProduct): PickingMove => ({
  ...{ id: 0, state: 'draft', product_uom_qty: 0, quantity: 0, picked: false },
  ...{ product_uom: product.uom_id, product_id: product, location_id: { id: 0 }, location_dest_id: { id: 0 } },
  ...{ move_orig_ids: [], move_dest_ids: [], move_line_ids: [] },
});
