import type { Json, OdooClient, Specification } from './client.ts';

/** A line of a customer's order, as it stands in Odoo. */
export interface SaleLine {
  readonly id: number;
  readonly product_id:
    | {
        readonly id: number;
        readonly default_code: string | false;
        readonly barcode: string | false;
        readonly name: string;
        readonly type: string;
        readonly uom_id: { readonly id: number };
      }
    | false;
  readonly product_uom_qty: number;
  readonly unit: { readonly id: number } | false;
  readonly price_unit: number;
  readonly discount: number;
}

export interface WatchedSale {
  readonly id: number;
  readonly name: string;
  readonly state: string;
  readonly write_date: string;
  readonly commitment_date: string | false;
  readonly currency_id: { readonly name: string };
  readonly order_line: readonly SaleLine[];
}

type RawLine = Omit<SaleLine, 'unit'> & { readonly [name in 'product_uom' | 'product_uom_id']?: SaleLine['unit'] };
type Raw = Omit<WatchedSale, 'order_line'> & { readonly order_line: readonly RawLine[] };

/** Until 18 the unit of a line has another name. */
const unitField = ({ majorVersion }: OdooClient) => (majorVersion >= 19 ? 'product_uom_id' : 'product_uom');

const specification = (client: OdooClient): Specification => ({
  ...{ name: {}, state: {}, write_date: {}, commitment_date: {} },
  currency_id: { fields: { name: {} } },
  order_line: {
    fields: {
      product_id: { fields: { default_code: {}, barcode: {}, name: {}, type: {}, uom_id: { fields: {} } } },
      ...{ product_uom_qty: {}, price_unit: {}, discount: {}, [unitField(client)]: { fields: {} } },
    },
  },
});

const pageSize = 80;

/**
 * Of these orders those that were changed since then, all of them where nothing is given. Orders that Odoo does not have any more are left out.
 * @param from as Odoo writes times
 * @throws OdooError
 */
export async function readSales(
  client: OdooClient,
  ids: readonly number[],
  from: string | null,
): Promise<readonly WatchedSale[]> {
  const found: WatchedSale[] = [];
  for (let at = 0; at < ids.length; at += pageSize) {
    const some = ids.slice(at, at + pageSize);
    const domain: Json[] = [
      ['id', 'in', some],
      ...(from === null ? [] : ['|', ['write_date', '>=', from], ['order_line.write_date', '>=', from]]),
    ];
    const page = (await client.webSearchRead('sale.order', domain, specification(client), {
      order: 'id',
      limit: pageSize,
    })) as unknown as readonly Raw[];
    const unit = unitField(client);
    for (const { order_line, ...sale } of page)
      found.push({ ...sale, order_line: order_line.map((line) => ({ ...line, unit: line[unit] ?? false })) });
  }
  return found;
}
