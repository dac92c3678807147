import { writings } from '../actions/find-products.ts';
import type { OdooClient } from '../client.ts';
import {
  type Asked,
  alike,
  anyOf,
  bare,
  best,
  likeness,
  literal,
  type Suggestion,
  type Weighed,
  words,
} from './suggestion.ts';

export interface FoundProduct {
  readonly id: number;
  readonly display_name: string;
  readonly name: string;
  readonly default_code: string | false;
  readonly barcode: string | false;
  readonly seller_ids: readonly {
    readonly product_code: string | false;
    readonly product_id: { readonly id: number } | false;
    readonly partner_id: { readonly id: number; readonly display_name: string } | false;
  }[];
}

export const foundProduct = {
  ...{ display_name: {}, name: {}, default_code: {}, barcode: {} },
  seller_ids: {
    fields: { product_code: {}, product_id: { fields: {} }, partner_id: { fields: { display_name: {} } } },
  },
};

const most = 500;

/** Products of Odoo that items may be, in two calls for all of them: by their numbers, and by the words of their names. */
export async function suggestItems(
  client: OdooClient,
  asked: readonly Asked[],
): Promise<ReadonlyMap<Asked, readonly Suggestion[]>> {
  if (asked.length === 0) return new Map();
  const search = async (conditions: readonly (readonly [string, string, unknown])[]) =>
    conditions.length === 0
      ? []
      : ((await client.webSearchRead('product.product', anyOf(conditions), foundProduct, {
          ...{ order: 'id', limit: most },
        })) as unknown as readonly FoundProduct[]);
  const numbers = [...new Set(asked.flatMap(numbersOf))];
  const barcodes = [...new Set(asked.flatMap((one) => numbersOf(one).filter(isGtin).flatMap(writings)))];
  const numbered = await search([
    ['default_code', 'in', numbers],
    ['barcode', 'in', [...new Set([...numbers, ...barcodes])]],
    ['seller_ids.product_code', 'in', numbers],
    ...numbers.map((number) => ['default_code', '=ilike', literal(number)] as const),
    ...numbers.flatMap((number) => partsOf(number).map((part) => ['default_code', 'ilike', literal(part)] as const)),
  ]);
  const named = [...new Set(asked.flatMap(({ said: { name } }) => words(name ?? '')))];
  const alikeNamed = await search(named.map((word) => ['name', 'ilike', literal(word)] as const));
  const products = [...new Map([...numbered, ...alikeNamed].map((one) => [one.id, one])).values()];
  return new Map(asked.map((one) => [one, best(products.flatMap((product) => weigh(one, product)))]));
}

/** All numbers that a document gives an item. */
const numbersOf = ({ key, said: { sku, vendorSku, gtin } }: Asked): readonly string[] => [
  ...new Set([key, sku, vendorSku, gtin].filter((code) => code !== undefined)),
];
const isGtin = (code: string) => /^\d{8,14}$/.test(code);

/** The longest part of a number of several: `4711` of `ACME-4711`. */
const partsOf = (number: string): readonly string[] => {
  const [longest] = number.split(/[^A-Za-z0-9]+/).sort((a, b) => b.length - a.length);
  return longest !== undefined && longest.length >= 4 && longest !== number ? [longest] : [];
};

/** Why a product may be meant, the best reason only. */
export function weigh(asked: Asked, product: FoundProduct): readonly Weighed[] {
  const { id, display_name: label, default_code: code, barcode } = product;
  const value = code || barcode || undefined;
  const of = { id, label, ...(value !== undefined && { value }) };
  const told = (weight: number, isExact: boolean, reason: string): Weighed[] => [
    { ...of, weight, isExact, reason: value === undefined ? `${reason} ${nameless}` : reason },
  ];
  const numbers = numbersOf(asked);
  if (barcode && numbers.some((number) => sameBarcode(number, barcode)))
    return told(100, true, `Its barcode is the same, ${barcode}.`);
  if (code && numbers.includes(code)) return told(95, true, `Its internal reference is the same, ${code}.`);
  const seller = product.seller_ids.find(
    (one) => one.product_code && numbers.includes(one.product_code) && (!one.product_id || one.product_id.id === id),
  );
  if (seller)
    return told(
      90,
      true,
      `${seller.partner_id ? seller.partner_id.display_name : 'A vendor'} calls it ${seller.product_code} in Odoo.`,
    );
  if (code && numbers.some((number) => bare(number) === bare(code)))
    return told(80, false, `Its internal reference ${code} is the same but for its writing.`);
  if (code && numbers.some((number) => partsOf(number).some((part) => bare(part) === bare(code))))
    return told(60, false, `Its internal reference ${code} is a part of their number.`);
  if (code && numbers.some((number) => partsOf(number).some((part) => bare(code).endsWith(bare(part)))))
    return told(55, false, `Its internal reference ${code} ends like their number.`);
  const name = asked.said.name;
  const share = name === undefined ? 0 : likeness(name, product.name);
  if (share >= alike)
    return told(50 * share, false, share === 1 ? 'Its name is the same.' : 'Its name is like theirs.');
  return [];
}

const nameless = 'It has neither an internal reference nor a barcode: give it one in Odoo first.';
const sameBarcode = (one: string, other: string) =>
  one === other || (isGtin(one) && isGtin(other) && pad(one) === pad(other));
const pad = (gtin: string) => gtin.padStart(14, '0');
