import { listed } from '../../domain/lists.ts';
import type { Domain, Specification } from '../client.ts';
import type { Contact } from './contacts.ts';
import type { ActionContext, ActionResult, OdooWrite } from './contract.ts';
import type { PurchaseOrder } from './event-data.ts';
import { rounded } from './products.ts';

/** An order of a customer as it stands in Odoo. */
export interface Sale {
  readonly id: number;
  readonly name: string;
  readonly state: string;
  readonly client_order_ref: string | false;
  readonly commitment_date: string | false;
  readonly partner_shipping_id: { readonly id: number; readonly display_name: string };
  readonly currency_id: { readonly name: string };
  readonly order_line: readonly {
    readonly id: number;
    readonly product_id: { readonly id: number; readonly display_name: string } | false;
    readonly product_uom_qty: number;
    readonly price_unit: number;
    readonly discount: number;
  }[];
}

const saleFields: Specification = {
  ...{ name: {}, state: {}, client_order_ref: {}, commitment_date: {} },
  partner_shipping_id: { fields: { display_name: {} } },
  currency_id: { fields: { name: {} } },
  order_line: {
    fields: { product_id: { fields: { display_name: {} } }, product_uom_qty: {}, price_unit: {}, discount: {} },
  },
};

/** A line of the order to be; `at` counts the lines of the document. */
export interface Wanted {
  readonly at: number;
  readonly product: number;
  readonly name: string;
  readonly quantity: number;
}

export const salesWhere = async (domain: Domain, { client }: ActionContext): Promise<readonly Sale[]> =>
  (await client.webSearchRead('sale.order', domain, saleFields, {
    order: 'id',
    limit: 20,
  })) as unknown as readonly Sale[];

export const salesNumbered = (number: string, { commercialId }: Contact, context: ActionContext) =>
  salesWhere(
    [
      ['client_order_ref', '=', number],
      ['partner_id', 'child_of', commercialId],
    ],
    context,
  );

export const saleStates: Readonly<Record<string, string>> = {
  draft: 'a quotation',
  sent: 'a quotation',
  sale: 'confirmed',
  done: 'locked',
  cancel: 'cancelled',
};

/** `12 of [NG-LAMP] Camp lamp instead of 10`: where an order does not have what the document orders. */
export function differing(sale: Sale, lines: readonly Wanted[]): string | undefined {
  const sums = new Map<number, { name: string; there: number; wanted: number }>();
  const of = (product: number, name: string) => {
    const sum = sums.get(product) ?? { name, there: 0, wanted: 0 };
    sums.set(product, sum);
    return sum;
  };
  for (const { product, name, quantity } of lines) of(product, name).wanted += quantity;
  for (const { product_id: product, product_uom_qty: quantity } of sale.order_line)
    if (product) of(product.id, product.display_name).there += quantity;
  const off = [...sums.values()].filter(({ there, wanted }) => Math.abs(there - wanted) > 1e-4);
  return off.length === 0
    ? undefined
    : listed(off.map(({ name, there, wanted }) => `${rounded(there)} of ${name} instead of ${rounded(wanted)}`));
}

export const productRows = ({ order_line }: Sale) =>
  order_line.filter(({ product_id }) => product_id).toSorted((a, b) => a.id - b.id);

/** Which line in Odoo each line of the document has become. */
export function takenOf(sale: Sale, lines: readonly Wanted[]): NonNullable<ActionResult['taken']> {
  const free = [...productRows(sale)];
  const taken = lines.flatMap(({ at, product }) => {
    const nth = free.findIndex(({ product_id }) => product_id && product_id.id === product);
    const [row] = nth < 0 ? [] : free.splice(nth, 1);
    return row ? [[String(at), { id: row.id, product, quantity: row.product_uom_qty }] as const] : [];
  });
  return { recordId: sale.id, lines: Object.fromEntries(taken) };
}

export const saleWrite = (
  { id, name }: Sale,
  field: string,
  after: unknown,
  pointer: string,
  method = 'create',
  isNew = false,
): OdooWrite => ({
  ...{
    model: 'sale.order',
    recordId: id,
    recordName: name,
    field,
    ...(isNew && { before: false }),
    after,
    pointer,
    method,
  },
});

export function writesOf(
  sale: Sale,
  lines: readonly Wanted[],
  data: PurchaseOrder,
  isNew: boolean,
): readonly OdooWrite[] {
  const party = data.parties?.findIndex(({ role }) => role === 'ship-to') ?? -1;
  const of = (field: string, after: unknown, pointer: string) =>
    saleWrite(sale, field, after, pointer, 'create', isNew);
  const rows = productRows(sale);
  return [
    of('client_order_ref', sale.client_order_ref, '/orderNumber'),
    of('state', sale.state, '/purpose'),
    ...(party < 0
      ? []
      : [
          of(
            'partner_shipping_id',
            sale.partner_shipping_id.display_name,
            `/parties/${party}/${data.parties![party]!.id ? 'id' : 'name'}`,
          ),
        ]),
    ...(sale.commitment_date && data.requestedDeliveryAt
      ? [of('commitment_date', sale.commitment_date, '/requestedDeliveryAt/utc')]
      : []),
    ...(rows.length === lines.length
      ? rows.map(
          (row, nth): OdooWrite => ({
            ...{
              model: 'sale.order.line',
              recordId: row.id,
              recordName: `${sale.name}: ${row.product_id ? row.product_id.display_name : ''}`,
            },
            ...{ field: 'product_uom_qty', ...(isNew && { before: false }), after: row.product_uom_qty },
            ...{ pointer: `/lines/${lines[nth]!.at}/quantity/value`, method: 'create' },
          }),
        )
      : []),
  ];
}
