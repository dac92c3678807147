import type { Domain, Json, OdooRecord, Specification, Values } from '../client.ts';
import type { Contact } from './contacts.ts';
import { type ActionContext, type ActionResult, type OdooWrite, stop, withRemarks } from './contract.ts';
import type { Moment, Money } from './event-data.ts';
import { cents, isWithin, shownMoney } from './money.ts';

/** A vendor bill as it stands in Odoo. */
export interface Bill {
  readonly id: number;
  /** False as long as it is a draft that nobody has posted. */
  readonly name: string | false;
  readonly ref: string | false;
  readonly state: string;
  readonly invoice_date: string | false;
  readonly invoice_date_due: string | false;
  readonly invoice_origin: string | false;
  readonly amount_total: number;
  readonly currency_id: { readonly id: number; readonly name: string };
  readonly invoice_line_ids: readonly BillLine[];
}

interface BillLine {
  readonly id: number;
  readonly name: string | false;
  readonly quantity: number;
  readonly price_subtotal: number;
}

const billFields: Specification = {
  ...{ name: {}, ref: {}, state: {}, invoice_date: {}, invoice_date_due: {}, invoice_origin: {}, amount_total: {} },
  currency_id: { fields: { name: {} } },
  invoice_line_ids: { fields: { name: {}, quantity: {}, price_subtotal: {} } },
};

/** One line of a bill to be, with its place in the event. */
export interface NewBillLine {
  readonly values: Values;
  readonly amount: number;
  readonly pointer: string;
}

/** A bill that an invoice is to become. */
export interface NewBill {
  readonly vendor: Contact;
  /** The number that the vendor gave it. */
  readonly number: string;
  readonly invoicedAt?: Moment | undefined;
  /** The day on which it is due, and where that stands. */
  readonly due?: { readonly day: string; readonly pointer: string } | undefined;
  /** What it is for: the names of transfers or purchase orders. */
  readonly origin: string;
  readonly originPointer: string;
  readonly total: Money;
  readonly company: number | false;
  readonly lines: readonly NewBillLine[];
}

const asBills = (rows: readonly OdooRecord[]) => rows as unknown as readonly Bill[];

const billsWhere = async (domain: Domain, { client }: ActionContext): Promise<readonly Bill[]> =>
  asBills(
    await client.webSearchRead(
      'account.move',
      [['move_type', '=', 'in_invoice'], ['state', '!=', 'cancel'], ...domain],
      billFields,
      { order: 'id', limit: 100 },
    ),
  );

/** The bills of a vendor under a number that it gave: Odoo itself takes the same number again without a word. */
const billsNumbered = (number: string, { commercialId }: Contact, context: ActionContext) =>
  billsWhere([['ref', '=', number], ...ofVendor(commercialId)], context);

/** The bills of a vendor for a transfer. */
export const billsFor = (origin: string, { commercialId }: Contact, context: ActionContext): Promise<readonly Bill[]> =>
  billsWhere([['invoice_origin', '=', origin], ...ofVendor(commercialId)], context);

const ofVendor = (id: number): Domain => [['commercial_partner_id', '=', id]];

/** The bill that an invoice has become before, by the hub or a person; a refusal where the number stands for something else; undefined where there is none. */
export async function billedBefore(
  of: Pick<NewBill, 'number' | 'vendor' | 'total' | 'origin'>,
  context: ActionContext,
): Promise<{ readonly bill: Bill } | ActionResult | undefined> {
  const found = await billsNumbered(of.number, of.vendor, context);
  if (found.length === 0) return undefined;
  const same = found.find(
    (bill) =>
      isWithin(bill.amount_total, of.total.value, 0) &&
      bill.currency_id.name === of.total.currency &&
      (bill.invoice_origin || of.origin) === of.origin,
  );
  if (same) return { bill: same };
  const [other] = found;
  const there = `${shownName(other!)} over ${shownMoney(other!.amount_total, other!.currency_id.name)}${other!.invoice_origin ? ` for ${other!.invoice_origin}` : ''}`;
  const reason = `Odoo has invoice ${of.number} of ${of.vendor.name} already: ${there}. This one says ${shownMoney(of.total.value, of.total.currency)} for ${of.origin}. Ask ${of.vendor.name} for another number, or a correction.`;
  return stop('refused', 'odoo.bill-exists', reason);
}

export const shownName = ({ id, name, state }: Bill): string =>
  state === 'draft' ? `draft bill ${id}` : name || `bill ${id}`;

/** Makes the draft bill of an invoice, once: in turn with all other invoices of the vendor. Whoever posts it is a person. */
export async function billOnce(of: NewBill, context: ActionContext, remarks: readonly string[]): Promise<ActionResult> {
  const work = async (): Promise<ActionResult> => {
    const before = await billedBefore(of, context);
    if (before) return 'bill' in before ? alreadyBilled(before.bill, of) : before;
    const currency = await currencyNamed(of.total.currency, context);
    if (currency === undefined)
      return stop(
        'held',
        'odoo.bill-differs',
        `The invoice is in ${of.total.currency}, which is not among Odoo's active currencies. Activate it there, then retry.`,
      );
    const [id] = await context.client.create('account.move', [valuesOf(of, currency, context)]);
    const [bill] = await billsWhere([['id', '=', id!]], context);
    if (!bill) return stop('held', 'odoo.not-verified', `Odoo took the bill of ${of.number}, and does not show it.`);
    const writes = writesOf(bill, of, true);
    if (!isWithin(bill.amount_total, of.total.value, 0)) {
      const said = shownMoney(of.total.value, of.total.currency);
      const reason = `Odoo took the bill of ${of.number}, and counts ${shownMoney(bill.amount_total, bill.currency_id.name)} where the invoice says ${said}. Correct ${shownName(bill)} there.`;
      return stop('held', 'odoo.not-verified', reason, writes);
    }
    return withRemarks({ outcome: 'applied', writes }, remarks);
  };
  return (await context.inTurn?.(`bills/${of.vendor.commercialId}`, work)) ?? work();
}

/** What says that an invoice is a bill already. */
export const alreadyBilled = (bill: Bill, of: NewBill): ActionResult =>
  withRemarks({ outcome: 'already-applied', writes: writesOf(bill, of, false) }, [
    `Odoo has invoice ${of.number} as ${shownName(bill)}.`,
  ]);

async function currencyNamed(name: string, { client }: ActionContext): Promise<number | undefined> {
  const [found] = await client.searchRead('res.currency', [['name', '=', name]], ['name'], { limit: 1 });
  return found?.id;
}

export const dayOf = ({ local }: Moment): string => local.slice(0, 10);

function valuesOf(of: NewBill, currency: number, { partner: { trade } }: ActionContext): Values {
  const { vendor, number, invoicedAt, due, origin, company, lines } = of;
  return {
    ...{ move_type: 'in_invoice', partner_id: vendor.id, ref: number, invoice_origin: origin, currency_id: currency },
    ...(invoicedAt && { invoice_date: dayOf(invoicedAt) }),
    ...(due && { invoice_date_due: due.day }),
    ...(trade.journalId !== undefined && { journal_id: trade.journalId }),
    ...(company !== false && trade.journalId === undefined && { company_id: company }),
    // The invoice says its taxes as lines. Odoo would put its usual ones on top, and the total would differ.
    invoice_line_ids: lines.map(({ values }) => [0, 0, { ...values, tax_ids: [[6, 0, []]] }] as Json),
  };
}

/** What reads back, field by field. */
function writesOf(bill: Bill, of: NewBill, isNew: boolean): readonly OdooWrite[] {
  const recordName = `${shownName(bill)}, ${of.number}`;
  const write = (field: string, after: unknown, pointer: string): OdooWrite => ({
    ...{ model: 'account.move', recordId: bill.id, recordName, field, ...(isNew && { before: false }) },
    ...{ after, pointer, method: 'create' },
  });
  const heads = [
    write('ref', bill.ref, '/invoiceNumber'),
    write('amount_total', cents(bill.amount_total), '/total/value'),
    ...(bill.invoice_date && of.invoicedAt ? [write('invoice_date', bill.invoice_date, '/invoicedAt/local')] : []),
    ...(bill.invoice_date_due && of.due ? [write('invoice_date_due', bill.invoice_date_due, of.due.pointer)] : []),
    ...(bill.invoice_origin ? [write('invoice_origin', bill.invoice_origin, of.originPointer)] : []),
    write('state', bill.state, '/invoiceNumber'),
  ];
  // Lines that a person has changed since are that person's.
  const rows = bill.invoice_line_ids.toSorted((a, b) => a.id - b.id);
  const isAsMade =
    rows.length === of.lines.length && rows.every((row, at) => isWithin(row.price_subtotal, of.lines[at]!.amount, 0));
  const lines = isAsMade
    ? rows.map(
        (row, at): OdooWrite => ({
          ...{ model: 'account.move.line', recordId: row.id, recordName: `${recordName}: ${row.name || 'line'}` },
          ...{ field: 'price_subtotal', ...(isNew && { before: false }), after: cents(row.price_subtotal) },
          ...{ pointer: of.lines[at]!.pointer, method: 'create' },
        }),
      )
    : [];
  return [...heads, ...lines];
}
