import { listed } from '../../domain/lists.ts';
import type { Domain, Json, OdooRecord, Specification, Values } from '../client.ts';
import { idOf, nameOf } from '../many2one.ts';
import { inOurNumbers, priceOf } from './bill-plan.ts';
import { type Contact, contactOf } from './contacts.ts';
import { type Action, type ActionContext, type ActionResult, type OdooWrite, stop, withRemarks } from './contract.ts';
import type { PurchaseOrder } from './event-data.ts';
import { counted, findProducts, productOf } from './find-products.ts';
import { shownMoney } from './money.ts';
import { odooTime } from './pickings.ts';
import { rounded, shownName } from './products.ts';
import { countingIn, type PlanFault } from './quantities.ts';

/** An order of a customer as it stands in Odoo. */
interface Sale {
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
interface Wanted {
  readonly at: number;
  readonly product: number;
  readonly name: string;
  readonly quantity: number;
}

const places: ReadonlySet<string> = new Set(['original', 'confirmation']);

/**
 * 850: a quotation in Odoo, once for each number of the buyer's. Prices are Odoo's; where the buyer expects others that is said, and a person decides before confirming it. What changes or
 * cancels an order is a case.
 */
export const takeOrder: Action<'purchase-order.placed.v1'> = async (event, context) => {
  const { data } = event;
  const customer = await contactOf('customerId', context);
  if ('outcome' in customer) return customer;
  const number = numberOf(data);
  if (!places.has(data.purpose)) return changed(number, data, customer, context);
  const lines = await linesOf(data, context);
  if ('code' in lines)
    return stop(lines.code === 'odoo.product-unknown' ? 'refused' : 'held', lines.code, lines.reason);
  const work = () => takeOnce(number, lines, data, customer, context);
  return (await context.inTurn?.(`orders/${customer.commercialId}`, work)) ?? work();
};

/** The buyer's number; a release of a blanket order has one of its own beside it. */
const numberOf = ({ orderNumber, releaseNumber }: PurchaseOrder) =>
  releaseNumber === undefined ? orderNumber : `${orderNumber}/${releaseNumber}`;

const salesWhere = async (domain: Domain, { client }: ActionContext): Promise<readonly Sale[]> =>
  (await client.webSearchRead('sale.order', domain, saleFields, {
    order: 'id',
    limit: 20,
  })) as unknown as readonly Sale[];

const salesNumbered = (number: string, { commercialId }: Contact, context: ActionContext) =>
  salesWhere(
    [
      ['client_order_ref', '=', number],
      ['partner_id', 'child_of', commercialId],
    ],
    context,
  );

async function changed(
  number: string,
  { purpose }: PurchaseOrder,
  customer: Contact,
  context: ActionContext,
): Promise<ActionResult> {
  const found = await salesNumbered(number, customer, context);
  const does = purpose === 'cancel' ? 'cancels' : 'changes';
  if (found.length === 0)
    return stop('refused', 'odoo.order-unknown', `${customer.name} ${does} order ${number}, which Odoo does not have.`);
  const open = found.filter(({ state }) => state !== 'cancel');
  if (purpose === 'cancel' && open.length === 0)
    return {
      outcome: 'already-applied',
      writes: found.map((sale) => write(sale, 'state', sale.state, '/purpose', 'action_cancel')),
    };
  const there = listed(found.map(({ name, state }) => `${name} (${states[state] ?? state})`));
  const reason = `${customer.name} ${does} order ${number}; in Odoo it is ${there}. ${purpose === 'cancel' ? 'Cancel it there, then retry' : 'Change it there'}, or tell the customer that it is too late.`;
  return stop('held', 'odoo.order-changed', reason);
}

const states: Readonly<Record<string, string>> = {
  draft: 'a quotation',
  sent: 'a quotation',
  sale: 'confirmed',
  done: 'locked',
  cancel: 'cancelled',
};

async function linesOf(data: PurchaseOrder, context: ActionContext): Promise<readonly Wanted[] | PlanFault> {
  const items = await context.partner.trade.items();
  const names = data.lines.map(({ product }) => inOurNumbers(product, items));
  const products = await findProducts(names, context);
  const counting = countingIn(context);
  const wanted: Wanted[] = [];
  for (const [at, line] of data.lines.entries()) {
    const product = productOf(names[at]!, products);
    if ('code' in product) return product;
    const size = counting.count(line.quantity, counted(product), line.product);
    if ('code' in size) return size;
    wanted.push({ at, product: product.id, name: shownName(line.product), quantity: size.value });
  }
  return wanted;
}

async function takeOnce(
  number: string,
  lines: readonly Wanted[],
  data: PurchaseOrder,
  customer: Contact,
  context: ActionContext,
): Promise<ActionResult> {
  const [there] = await salesNumbered(number, customer, context);
  if (there) return compared(there, number, lines, data, customer);
  const shipTo = await shipToOf(data, customer, context);
  if ('outcome' in shipTo) return shipTo;
  const [id] = await context.client.create('sale.order', [valuesOf(number, lines, data, customer, shipTo.id)]);
  const [sale] = await salesWhere([['id', '=', id!]], context);
  if (!sale) return stop('held', 'odoo.not-verified', `Odoo took order ${number}, and does not show it.`);
  const missing = differing(sale, lines);
  if (missing)
    return stop(
      'held',
      'odoo.not-verified',
      `Odoo took order ${number} as ${sale.name}, and shows ${missing}.`,
      writesOf(sale, lines, data, true),
    );
  return withRemarks({ outcome: 'applied', writes: writesOf(sale, lines, data, true) }, [
    ...shipTo.remarks,
    ...priceRemarks(sale, lines, data),
    ...(data.charges?.length ? ['The order names charges; they are not on the quotation.'] : []),
  ]);
}

function compared(
  sale: Sale,
  number: string,
  lines: readonly Wanted[],
  data: PurchaseOrder,
  customer: Contact,
): ActionResult {
  const differs = differing(sale, lines);
  if (sale.state === 'cancel' || differs) {
    const how = sale.state === 'cancel' ? 'which was cancelled' : `which has ${differs}`;
    const reason = `Odoo has order ${number} of ${customer.name} as ${sale.name}, ${how}. Compare the two, and change or copy it in Odoo.`;
    return stop('held', 'odoo.order-differs', reason);
  }
  return withRemarks({ outcome: 'already-applied', writes: writesOf(sale, lines, data, false) }, [
    `Odoo has order ${number} as ${sale.name} (${states[sale.state] ?? sale.state}).`,
  ]);
}

/** `12 of [NG-LAMP] Camp lamp instead of 10`: where an order does not have what the document orders. */
function differing(sale: Sale, lines: readonly Wanted[]): string | undefined {
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

interface ShipTo {
  readonly id: number;
  readonly remarks: readonly string[];
}

/** Where it goes: a contact that bears the number or the name of the address that the document gives; the customer itself where it gives none. */
async function shipToOf(
  data: PurchaseOrder,
  customer: Contact,
  context: ActionContext,
): Promise<ShipTo | ActionResult> {
  const party = data.parties?.find(({ role }) => role === 'ship-to');
  if (!party) return { id: customer.id, remarks: [] };
  const own: Domain = [['id', 'child_of', customer.commercialId]];
  const find = (domain: Domain) =>
    context.client.searchRead('res.partner', domain, ['display_name', 'commercial_partner_id', 'zip'], {
      order: 'id',
      limit: 5,
    });
  const numbered: Domain = party.id === undefined ? [] : [['ref', '=', party.id]];
  const named: Domain = party.name === undefined ? [] : [['name', '=', party.name]];
  const wanted = [
    ...(numbered.length > 0 ? [[...numbered, ...own], numbered] : []),
    ...(named.length > 0 ? [[...named, ...own]] : []),
  ];
  for (const domain of wanted) {
    const found = await find(domain);
    if (found.length === 1)
      return { id: found[0]!.id, remarks: elsewhere(found[0]!, customer, party.address?.postalCode) };
  }
  const what = [party.name, party.id && `number ${party.id}`, party.address?.city].filter(Boolean).join(', ');
  return stop(
    'held',
    'odoo.address-unknown',
    `Odoo has no one address ${what || 'for the goods'} of ${customer.name}. Make it there with ${party.id ?? 'its name'} as its reference, then retry.`,
  );
}

function elsewhere(found: OdooRecord, customer: Contact, zip: string | undefined): readonly string[] {
  const [name, owner] = [String(found.display_name), idOf(found.commercial_partner_id) || found.id];
  return [
    ...(owner === customer.commercialId
      ? []
      : [
          `The goods go to ${name}, which is a contact of its own${owner === found.id ? '' : ` of ${nameOf(found.commercial_partner_id)}`}.`,
        ]),
    ...(zip && found.zip && String(found.zip) !== zip
      ? [`The order gives ${zip} as the postal code of ${name}; Odoo has ${String(found.zip)}.`]
      : []),
  ];
}

function valuesOf(
  number: string,
  lines: readonly Wanted[],
  data: PurchaseOrder,
  customer: Contact,
  shipTo: number,
): Values {
  const { requestedDeliveryAt, instructions } = data;
  const note: Json[] = instructions === undefined ? [] : [[0, 0, { display_type: 'line_note', name: instructions }]];
  return {
    ...{ partner_id: customer.id, partner_shipping_id: shipTo, client_order_ref: number },
    ...(requestedDeliveryAt && { commitment_date: odooTime(requestedDeliveryAt.utc) }),
    order_line: [
      ...lines.map(({ product, quantity }): Json => [0, 0, { product_id: product, product_uom_qty: quantity }]),
      ...note,
    ],
  };
}

/** What the buyer expects to pay and Odoo would not charge. */
function priceRemarks(sale: Sale, lines: readonly Wanted[], data: PurchaseOrder): readonly string[] {
  const rows = productRows(sale);
  return lines.flatMap(({ at, name, quantity }, nth) => {
    const line = data.lines[at]!;
    const row = rows[nth];
    const price = priceOf(line, quantity);
    if (price === undefined || !row) return [];
    const own = row.price_unit * (1 - row.discount / 100);
    const currency = line.unitPrice?.currency ?? data.currency ?? sale.currency_id.name;
    if (Math.abs(price - own) < 0.005 && currency === sale.currency_id.name) return [];
    return [
      `The buyer expects ${name} at ${shownMoney(price, currency)}; Odoo has ${shownMoney(own, sale.currency_id.name)}.`,
    ];
  });
}

const productRows = ({ order_line }: Sale) =>
  order_line.filter(({ product_id }) => product_id).toSorted((a, b) => a.id - b.id);

const write = (
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

function writesOf(sale: Sale, lines: readonly Wanted[], data: PurchaseOrder, isNew: boolean): readonly OdooWrite[] {
  const party = data.parties?.findIndex(({ role }) => role === 'ship-to') ?? -1;
  const of = (field: string, after: unknown, pointer: string) => write(sale, field, after, pointer, 'create', isNew);
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
