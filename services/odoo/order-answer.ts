import type { EventData, EventParts } from '../domain/events.ts';
import { listed } from '../domain/lists.ts';
import { priceOf } from './actions/bill-plan.ts';
import type { SaleLine, WatchedSale } from './sale-feed.ts';
import { converted, inDocumentUnits, type PartnerUnits, type UnitTable } from './units.ts';

type Placed = EventData['purchase-order.placed.v1'];
type Answered = EventData['purchase-order.answered.v1'];
type Line = NonNullable<Answered['lines']>[number];

/** Lines of an order in Odoo by their place in the event: the line there, its product, and how many it had when it was made. */
export type TakenLines = Readonly<
  Record<string, { readonly id: number; readonly product: number; readonly quantity: number }>
>;

/** What the words of an answer are made with. */
export interface AnswerWords {
  readonly units: PartnerUnits;
  readonly table: UnitTable;
  readonly lines: TakenLines;
}

const rounded = (value: number) => Math.round(value * 1e4) / 1e4;
const iso = (time: string) => `${time.replace(' ', 'T')}Z`;
const moment = (time: string): EventParts['Moment'] => ({
  ...{ local: time.replace(' ', 'T'), zone: 'UTC', zoneOrigin: 'document', utc: iso(time) },
});

/** What a person made of an order: the answer to its buyer, line by line; undefined while it is a quotation. Pure. */
export function answerTo(placed: Placed, sale: WatchedSale, words: AnswerWords): Answered | undefined {
  const isCancelled = sale.state === 'cancel';
  if (!isCancelled && sale.state !== 'sale' && sale.state !== 'done') return undefined;
  const lines = placed.lines.map((line, at) =>
    isCancelled ? rejected(line, at) : answerLine(placed, line, at, sale, words),
  );
  const all = (answer: Line['answer']) => lines.every((line) => line.answer === answer);
  const shipTo = placed.parties?.filter(({ role }) => role === 'ship-to' || role === 'buyer') ?? [];
  return {
    ...{ orderNumber: placed.orderNumber, recordId: sale.id, sellerOrderNumber: sale.name, purpose: 'original' },
    answer: all('accepted') ? 'accepted' : all('rejected') ? 'rejected' : 'accepted-with-changes',
    ...(placed.orderedAt && { orderedAt: placed.orderedAt }),
    answeredAt: moment(sale.write_date),
    lines,
    references: [{ kind: 'customer-order', qualifier: 'CO', value: sale.name }],
    ...(shipTo.length > 0 && { parties: shipTo }),
  };
}

const numberOf = ({ lineNumber }: Placed['lines'][number], at: number) => lineNumber ?? String(at + 1);

const rejected = (line: Placed['lines'][number], at: number): Line => ({
  ...{ lineNumber: numberOf(line, at), product: line.product, answer: 'rejected', ordered: line.quantity },
  quantity: { ...line.quantity, value: 0 },
});

function answerLine(
  placed: Placed,
  line: Placed['lines'][number],
  at: number,
  sale: WatchedSale,
  words: AnswerWords,
): Line {
  const taken = words.lines[String(at)];
  const row = taken && sale.order_line.find(({ id }) => id === taken.id);
  if (!taken || !row?.product_id || row.product_uom_qty === 0) return rejected(line, at);
  const isOther = row.product_id.id !== taken.product;
  const counted = isOther ? undefined : inLineUnits(row, words.table);
  // How many of the buyer's unit one of Odoo's is, as it was taken.
  const ratio = line.quantity.value / taken.quantity;
  const quantity =
    counted === undefined ? inOwnWords(row, line, words) : { ...line.quantity, value: rounded(counted * ratio) };
  const perUnit = row.price_unit * (1 - row.discount / 100);
  const currency = sale.currency_id.name;
  const price = rounded(counted === undefined ? perUnit : (perUnit * row.product_uom_qty) / (counted * ratio));
  const expected = priceOf(line, line.quantity.value);
  const isPriced =
    expected !== undefined &&
    (Math.abs(expected - price) >= 0.005 || (line.unitPrice?.currency ?? placed.currency ?? currency) !== currency);
  const date = sale.commitment_date;
  const wanted = placed.requestedDeliveryAt;
  const isDated = date !== false && wanted !== undefined && Date.parse(wanted.utc) !== Date.parse(iso(date));
  const isCounted = Math.abs(quantity.value - line.quantity.value) > 1e-4;
  const changes = [
    isOther && ('substituted' as const),
    isCounted && ('quantity-changed' as const),
    isPriced && ('price-changed' as const),
    isDated && ('date-changed' as const),
  ].filter((change) => change !== false);
  return {
    ...{ lineNumber: numberOf(line, at), product: line.product, answer: changes[0] ?? 'accepted' },
    ...{ ordered: line.quantity, quantity, unitPrice: { value: price, currency } },
    ...(date !== false && { deliverAt: isDated || !wanted ? moment(date) : wanted }),
    ...(isOther && { substitute: productOf(row) }),
    // A line of an 855 has room for one of them.
    ...(changes.length > 1 && { reason: `Also ${listed(changes.slice(1).map((change) => change.replace('-', ' ')))}` }),
  };
}

/** How many a line has, in the unit of its product: the one that it was taken in. */
function inLineUnits(row: SaleLine, table: UnitTable): number {
  const unit = row.unit && table.byId.get(row.unit.id);
  const own = row.product_id && table.byId.get(row.product_id.uom_id.id);
  return unit && own ? converted(row.product_uom_qty, unit, own) : row.product_uom_qty;
}

/** The same of another product than the one that was ordered, in a unit that the buyer knows. */
function inOwnWords(row: SaleLine, line: Placed['lines'][number], { table, units }: AnswerWords): Line['quantity'] {
  const unit = row.unit && table.byId.get(row.unit.id);
  const told = unit && inDocumentUnits(row.product_uom_qty, unit, table, units);
  return told ? { ...told, value: rounded(told.value) } : { ...line.quantity, value: row.product_uom_qty };
}

function productOf({ product_id: product }: SaleLine): EventParts['Product'] {
  const { default_code: sku, barcode, name } = product as Exclude<SaleLine['product_id'], false>;
  return {
    ...(sku && { sku }),
    ...(barcode && /^\d{8}$|^\d{12,14}$/.test(barcode) && { gtin: barcode }),
    ...(!sku && !barcode && { vendorSku: name }),
    description: name,
  };
}

/** What the order has beside what the buyer ordered; services, such as freight, are none of it. Pure. */
export const unordered = (sale: WatchedSale, { lines }: Pick<AnswerWords, 'lines'>): readonly string[] => {
  const known = new Set(Object.values(lines).map(({ id }) => id));
  return sale.order_line.flatMap(({ id, product_id: product, product_uom_qty: quantity }) =>
    product && product.type !== 'service' && quantity !== 0 && !known.has(id)
      ? [`${rounded(quantity)} of ${product.default_code || product.name}`]
      : [],
  );
};

/** What an answer says otherwise than the one that the buyer has; each a sentence without a stop. Pure. */
export function differsFrom(told: Answered, now: Answered): readonly string[] {
  if (now.answer === 'rejected' && told.answer !== 'rejected') return ['it is cancelled'];
  if (told.answer === 'rejected' && now.answer !== 'rejected') return ['it is confirmed after all'];
  const before = new Map((told.lines ?? []).map((line) => [line.lineNumber, line]));
  return (now.lines ?? []).flatMap((line) => {
    const was = before.get(line.lineNumber);
    if (!was) return [];
    const parts = [
      was.quantity.value !== line.quantity.value && `${line.quantity.value} instead of ${was.quantity.value}`,
      was.unitPrice &&
        line.unitPrice &&
        was.unitPrice.value !== line.unitPrice.value &&
        `at ${line.unitPrice.value} instead of ${was.unitPrice.value}`,
      was.deliverAt &&
        line.deliverAt &&
        was.deliverAt.utc !== line.deliverAt.utc &&
        `on ${line.deliverAt.utc.slice(0, 10)} instead of ${was.deliverAt.utc.slice(0, 10)}`,
      JSON.stringify(was.substitute) !== JSON.stringify(line.substitute) && 'another product',
    ].filter((part) => part !== false && part !== undefined);
    return parts.length > 0 ? [`line ${line.lineNumber}: ${listed(parts as string[])}`] : [];
  });
}
