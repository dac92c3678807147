import type { OdooClient } from '../client.ts';
import { type FoundProduct, foundProduct } from './items.ts';
import { anyOf, literal } from './suggestion.ts';

export interface ProductsOf {
  readonly q?: string | undefined;
  /** Values of cross references: products that one of them means are left out. */
  readonly without?: readonly string[] | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Products of Odoo that may be moved, page by page, in two calls. */
export async function readProducts(
  client: OdooClient,
  { q, without, limit, offset }: ProductsOf,
): Promise<{ readonly products: readonly FoundProduct[]; readonly total: number }> {
  const text = q === undefined ? [] : [`%${literal(q)}%`];
  const found = text.flatMap((one) =>
    anyOf([
      ['default_code', '=ilike', one],
      ['barcode', '=ilike', one],
      ['name', '=ilike', one],
    ]),
  );
  const missing =
    without === undefined ? [] : (['default_code', 'barcode'] as const).map((field) => [field, 'not in', [...without]]);
  const conditions = [[['type', '!=', 'service']], ...missing.map((one) => [one])].flat();
  const domain = [...conditions, ...found] as never[];
  const products = await client.webSearchRead('product.product', domain, foundProduct, {
    ...{ order: 'default_code, id', limit, offset },
  });
  const total = Number(await client.call('product.product', 'search_count', { args: { domain } }));
  return { products: products as unknown as readonly FoundProduct[], total };
}
