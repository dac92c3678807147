import { listed } from '../../domain/lists.ts';
import type { Json, Values } from '../client.ts';
import { priceOf } from './bill-plan.ts';
import { type Contact, contactOf } from './contacts.ts';
import { type Action, type ActionContext, type ActionResult, stop, withRemarks } from './contract.ts';
import type { PurchaseOrder } from './event-data.ts';
import { counted, findProducts, productOf } from './find-products.ts';
import { shownMoney } from './money.ts';
import { odooTime } from './pickings.ts';
import { shownName } from './products.ts';
import { countingIn, type PlanFault } from './quantities.ts';
import {
  differing,
  productRows,
  type Sale,
  saleStates,
  salesNumbered,
  salesWhere,
  saleWrite,
  takenOf,
  type Wanted,
  writesOf,
} from './sales.ts';
import { shipToOf } from './ship-to.ts';

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
      writes: found.map((sale) => saleWrite(sale, 'state', sale.state, '/purpose', 'action_cancel')),
    };
  const there = listed(found.map(({ name, state }) => `${name} (${saleStates[state] ?? state})`));
  const reason = `${customer.name} ${does} order ${number}; in Odoo it is ${there}. ${purpose === 'cancel' ? 'Cancel it there, then retry' : 'Change it there'}, or tell the customer that it is too late.`;
  return stop('held', 'odoo.order-changed', reason);
}

async function linesOf(data: PurchaseOrder, context: ActionContext): Promise<readonly Wanted[] | PlanFault> {
  const names = data.lines.map(({ product }) => product);
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
  return withRemarks({ outcome: 'applied', writes: writesOf(sale, lines, data, true), taken: takenOf(sale, lines) }, [
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
  const writes = writesOf(sale, lines, data, false);
  return withRemarks({ outcome: 'already-applied', writes, taken: takenOf(sale, lines) }, [
    `Odoo has order ${number} as ${sale.name} (${saleStates[sale.state] ?? sale.state}).`,
  ]);
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
