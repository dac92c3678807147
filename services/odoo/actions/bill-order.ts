import { listed } from '../../domain/lists.ts';
import type { OdooRecord, Specification } from '../client.ts';
import { versionFacts } from '../version.ts';
import { type OrderLine, planBill } from './bill-plan.ts';
import { alreadyBilled, billedBefore, billOnce, dayOf, type NewBill, type NewBillLine } from './bills.ts';
import { contactOf } from './contacts.ts';
import { type Action, type ActionContext, type ActionResult, stop } from './contract.ts';
import type { Invoice } from './event-data.ts';
import { cents, isWithin, shownMoney, sumOf } from './money.ts';
import { productFields } from './pickings.ts';
import { countingIn } from './quantities.ts';

interface Order {
  readonly id: number;
  readonly name: string;
  readonly company: number | false;
  readonly currency: string;
  readonly lines: readonly OrderLine[];
}

/**
 * 810: a draft bill of the vendor against its purchase order. More than came and was not billed yet, another price, or charges that were not ordered are a case with both figures, as far
 * as they go beyond the agreed tolerance; never a bill.
 */
export const billOrder: Action<'invoice.issued.v1'> = async (event, context) => {
  const { data } = event;
  const vendor = await contactOf('vendorId', context);
  if ('outcome' in vendor) return vendor;
  const said = shownMoney(data.total.value, data.total.currency);
  if (data.kind !== 'invoice') {
    const reason = `${vendor.name} sends ${data.invoiceNumber} over ${said} as a ${data.kind.replace('-', ' ')}. Enter it in Odoo.`;
    return stop('held', 'odoo.bill-corrected', reason);
  }
  const names = orderNames(data);
  if (names.length === 0)
    return stop(
      'held',
      'odoo.order-unknown',
      `Invoice ${data.invoiceNumber} of ${vendor.name} over ${said} names no purchase order. Enter the bill in Odoo, or ask for the number.`,
    );
  const orders = await ordersNamed(names, vendor.commercialId, context);
  if (orders.length < names.length) {
    const missing = names.filter((name) => orders.every((order) => order.name !== name));
    const reason = `Odoo has no confirmed purchase order ${listed(missing)} with ${vendor.name}; it invoices ${said} as ${data.invoiceNumber}. Check the number with it, or enter the bill in Odoo.`;
    return stop('held', 'odoo.order-unknown', reason);
  }
  const of = {
    ...{ vendor, number: data.invoiceNumber, invoicedAt: data.invoicedAt, due: dueOf(data), total: data.total },
    ...{ origin: orders.map(({ name }) => name).join(', '), originPointer: originPointer(data) },
    company: orders[0]!.company,
  };
  const before = await billedBefore(of, context);
  if (before && !('bill' in before)) return before;
  const plan = planBill(
    data,
    orders.flatMap(({ lines }) => lines),
    countingIn(context),
  );
  if (before) return alreadyBilled(before.bill, { ...of, lines: 'code' in plan ? [] : linesOf(plan.lines, data) });
  if ('code' in plan) return stop('held', plan.code, `Invoice ${data.invoiceNumber}: ${plan.reason}`);
  const bill: NewBill = { ...of, lines: linesOf(plan.lines, data) };
  const checked = compared(bill, orders, plan, data, context);
  return 'outcome' in checked ? checked : billOnce(bill, context, [...plan.remarks, ...checked.remarks]);
};

/** The day that the terms name, else so many days after that of the invoice. */
function dueOf({ invoicedAt, terms }: Invoice): NewBill['due'] {
  if (terms?.dueAt) return { day: dayOf(terms.dueAt), pointer: '/terms/dueAt/local' };
  if (terms?.netDays === undefined) return undefined;
  const day = new Date(`${dayOf(invoicedAt)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + terms.netDays);
  return { day: day.toISOString().slice(0, 10), pointer: '/terms/netDays' };
}

const originPointer = ({ purchaseOrder, lines }: Invoice): string => {
  const at = lines.findIndex((line) => line.purchaseOrder !== undefined);
  return purchaseOrder !== undefined || at < 0 ? '/purchaseOrder' : `/lines/${at}/purchaseOrder`;
};

/** The orders that an invoice is for: those that its lines name, else the one in its head. */
function orderNames({ purchaseOrder, lines, references = [] }: Invoice): readonly string[] {
  const head = purchaseOrder ?? references.find(({ kind }) => kind === 'purchase-order')?.value;
  const named = lines.map((line) => line.purchaseOrder ?? head).filter((name) => name !== undefined);
  return [...new Set(named)];
}

async function ordersNamed(
  names: readonly string[],
  vendor: number,
  { client, version }: ActionContext,
): Promise<readonly Order[]> {
  const unit = versionFacts[version].orderLineUnit;
  const line: Specification = {
    product_id: { fields: { ...productFields(version), purchase_method: {} } },
    [unit]: { fields: {} },
    ...{ product_qty: {}, qty_received: {}, qty_invoiced: {}, price_unit: {}, discount: {}, display_type: {} },
  };
  const rows = await client.webSearchRead(
    'purchase.order',
    [
      ['name', 'in', [...names]],
      ['partner_id', 'child_of', vendor],
      ['state', 'in', ['purchase', 'done']],
    ],
    { name: {}, company_id: { fields: {} }, currency_id: { fields: { name: {} } }, order_line: { fields: line } },
    { order: 'id', limit: 100 },
  );
  return rows.map((row) => asOrder(row, unit));
}

function asOrder(row: OdooRecord, unit: string): Order {
  const { id, name, company_id, currency_id, order_line } = row as unknown as {
    id: number;
    name: string;
    company_id: { id: number } | false;
    currency_id: { name: string };
    order_line: readonly (Omit<OrderLine, 'unit' | 'order'> & { display_type: string | false } & Record<
        string,
        unknown
      >)[];
  };
  return {
    ...{ id, name, company: company_id ? company_id.id : false, currency: currency_id.name },
    lines: order_line
      .filter(({ display_type, product_id }) => !display_type && product_id)
      .map((line) => ({ ...line, order: name, unit: line[unit] as { readonly id: number } })),
  };
}

function linesOf(
  lines: readonly {
    readonly line: OrderLine;
    readonly quantity: number;
    readonly price: number;
    readonly at: number;
  }[],
  data: Invoice,
): readonly NewBillLine[] {
  const goods = lines.map(
    ({ line, quantity, price, at }): NewBillLine => ({
      values: {
        ...{ purchase_line_id: line.id, product_id: line.product_id.id, product_uom_id: line.unit.id },
        ...{ name: line.product_id.display_name, quantity, price_unit: price },
      },
      amount: cents(quantity * price),
      pointer: `/lines/${at}/quantity/value`,
    }),
  );
  const more = chargesOf(data).map(
    ({ charge, pointer }): NewBillLine => ({
      values: {
        ...{ name: charge.description ?? charge.kind.replaceAll('-', ' '), quantity: 1 },
        price_unit: charge.amount.value,
      },
      amount: charge.amount.value,
      pointer,
    }),
  );
  return [...goods, ...more];
}

const chargesOf = ({ charges = [], lines }: Invoice) => [
  ...lines.flatMap((line, nth) =>
    (line.charges ?? []).map((charge, at) => ({ charge, pointer: `/lines/${nth}/charges/${at}/amount/value` })),
  ),
  ...charges.map((charge, at) => ({ charge, pointer: `/charges/${at}/amount/value` })),
];

/** Is the sum what the goods were ordered for? */
function compared(
  { vendor, number, total, origin, lines }: NewBill,
  orders: readonly Order[],
  { ordered, differences }: { readonly ordered: number; readonly differences: readonly string[] },
  data: Invoice,
  { partner: { trade } }: ActionContext,
): { readonly remarks: readonly string[] } | ActionResult {
  const said = shownMoney(total.value, total.currency);
  const currency = orders.find((order) => order.currency !== total.currency)?.currency;
  if (currency !== undefined)
    return stop(
      'held',
      'odoo.bill-differs',
      `${vendor.name} invoices ${said} for ${origin}, which is in ${currency}. Ask it for an invoice in that currency.`,
    );
  const sum = cents(lines.reduce((all, { amount }) => all + amount, 0));
  if (!isWithin(sum, total.value, 0))
    return stop(
      'held',
      'odoo.bill-differs',
      `Invoice ${number} of ${vendor.name} says ${said}, and its lines are ${shownMoney(sum, total.currency)}. Ask it for a corrected invoice.`,
    );
  const extra = sumOf(chargesOf(data).map(({ charge }) => charge.amount));
  const all = [
    ...differences,
    ...(extra === 0
      ? []
      : [`charges beside the goods are ${shownMoney(extra, total.currency)}, and none were ordered`]),
  ];
  if (all.length === 0) return { remarks: [] };
  const was = shownMoney(ordered, total.currency);
  const what = `${vendor.name} invoices ${said} for ${origin}; by the order it would be ${was}: ${listed(all, 5, '; ')}.`;
  return isWithin(total.value, ordered, trade.tolerance)
    ? { remarks: [`${what} That is within the agreed tolerance.`] }
    : stop(
        'held',
        'odoo.bill-differs',
        `${what} Agree on it with the vendor: correct the order in Odoo and retry, or enter the bill there.`,
      );
}
