import { listed } from '../../domain/lists.ts';
import type { Invoice, InvoiceLine } from './event-data.ts';
import { counted, productOf } from './find-products.ts';
import { cents, shownMoney } from './money.ts';
import type { PickingMove, PickingProduct } from './pickings.ts';
import { rounded, shownName } from './products.ts';
import type { Counting, PlanFault } from './quantities.ts';

/** A line of a purchase order as far as a bill is held against it. */
export interface OrderLine {
  readonly id: number;
  readonly order: string;
  readonly product_id: PickingProduct & { readonly purchase_method: 'receive' | 'purchase' };
  readonly unit: { readonly id: number };
  readonly product_qty: number;
  readonly qty_received: number;
  readonly qty_invoiced: number;
  readonly price_unit: number;
  readonly discount?: number;
}

/** So many of a line of the order at this price, in its unit; `at` counts the lines of the invoice. */
interface Billed {
  readonly line: OrderLine;
  readonly quantity: number;
  readonly price: number;
  readonly at: number;
}

export interface BillPlan {
  readonly lines: readonly Billed[];
  /** What the goods cost by the order. */
  readonly ordered: number;
  /** Prices that are not those of the order, in sentences without a stop. */
  readonly differences: readonly string[];
  readonly remarks: readonly string[];
}

/** How many pieces a price is for, where it is not for one (X12 list 639). */
const priceBases: Readonly<Record<string, number>> = {
  HP: 100,
  TP: 1000,
  PN: 10,
  HU: 100,
  TH: 1000,
  PE: 1,
  EA: 1,
  UM: 1,
  CP: 1,
};

/** Spreads an invoice over the lines of its orders: what came of each and was not billed yet. Pure. */
export function planBill(data: Invoice, order: readonly OrderLine[], counting: Counting): BillPlan | PlanFault {
  const left = new Map(order.map((line) => [line.id, leftOf(line)]));
  const lines: Billed[] = [];
  const differences: string[] = [];
  const remarks: string[] = [];
  let ordered = 0;
  for (const [at, one] of data.lines.entries()) {
    if (!one.product) return unnamed(one, data);
    const product = productOf(one.product, [
      ...new Map(order.map(({ product_id }) => [product_id.id, product_id])).values(),
    ]);
    if ('code' in product)
      return {
        code: 'odoo.item-unexpected',
        reason: `${shownName(one.product)} is not on ${ordersIn(order)}. Ask the vendor, or put it on the order in Odoo; then retry.`,
      };
    const wanted = one.purchaseOrder ?? data.purchaseOrder;
    const own = order.filter(
      (line) => line.product_id.id === product.id && (wanted === undefined || line.order === wanted),
    );
    if (own.length === 0)
      return {
        code: 'odoo.item-unexpected',
        reason: `${shownName(one.product)} is not on ${wanted}. Ask the vendor, or put it on the order in Odoo; then retry.`,
      };
    let rest: number | undefined;
    for (const line of own) {
      const said = counting.count(one.quantity, moveOf(line), one.product);
      if ('code' in said) return said;
      if (said.remark) remarks.push(said.remark);
      rest ??= said.value;
      const quantity = rounded(Math.min(rest, left.get(line.id)!));
      if (quantity <= 0) continue;
      rest = rounded(rest - quantity);
      left.set(line.id, rounded(left.get(line.id)! - quantity));
      const price = priceOf(one, said.value) ?? agreedPrice(line);
      ordered = cents(ordered + quantity * agreedPrice(line));
      lines.push({ line, quantity, price, at });
      if (cents(quantity * price) !== cents(quantity * agreedPrice(line)))
        differences.push(
          `${shownName(one.product)} is invoiced at ${shownMoney(price, data.total.currency)} and was ordered at ${shownMoney(agreedPrice(line), data.total.currency)}`,
        );
    }
    if (rest !== undefined && rest > 0) return exceeding(one, own, rest);
  }
  return { lines, ordered, differences, remarks: [...new Set(remarks)] };
}

const ordersIn = (order: readonly OrderLine[]) => listed([...new Set(order.map((line) => line.order))]) || 'the order';

/** Of what is billed as ordered all may be billed; of other goods what came. */
const dueOf = ({ product_id, product_qty, qty_received }: OrderLine) =>
  product_id.purchase_method === 'purchase' ? product_qty : qty_received;
const leftOf = (line: OrderLine) => rounded(Math.max(0, dueOf(line) - line.qty_invoiced));

const moveOf = ({ product_id, unit }: OrderLine): PickingMove => ({ ...counted(product_id), product_uom: unit });

const agreedPrice = ({ price_unit, discount = 0 }: OrderLine) => price_unit * (1 - discount / 100);

/** The price of one where so many in Odoo's unit are meant; undefined where the document gives none. */
export function priceOf(
  { amount, unitPrice, priceBasis, quantity }: Pick<InvoiceLine, 'amount' | 'unitPrice' | 'priceBasis' | 'quantity'>,
  counted: number,
): number | undefined {
  if (amount) return amount.value / counted;
  if (!unitPrice) return undefined;
  const per = priceBases[priceBasis ?? 'PE'] ?? 1;
  return ((unitPrice.value / per) * quantity.value) / counted;
}

function unnamed({ description, lineNumber }: InvoiceLine, { invoiceNumber }: Invoice): PlanFault {
  const what = description ?? `line ${lineNumber ?? '?'}`;
  return {
    code: 'odoo.item-unexpected',
    reason: `"${what}" has no item number, so it cannot be held against the order. Enter the bill in Odoo, or ask the vendor for ${invoiceNumber} with item numbers.`,
  };
}

function exceeding({ product, quantity }: InvoiceLine, own: readonly OrderLine[], rest: number): PlanFault {
  const sum = (of: (line: OrderLine) => number) => rounded(own.reduce((all, line) => all + of(line), 0));
  const isBought = own.every(({ product_id }) => product_id.purchase_method === 'purchase');
  const due = `${sum(dueOf)} ${isBought ? 'were ordered' : 'came'}`;
  const billed = sum(({ qty_invoiced }) => qty_invoiced);
  return {
    code: 'odoo.bill-differs',
    reason: `${quantity.value} of ${shownName(product!)} are invoiced, ${due}${billed > 0 ? `, and ${billed} were billed before` : ''}: ${rest} too many. Ask the vendor, or book what came; then retry.`,
  };
}
