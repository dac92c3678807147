import { listed } from '../../domain/lists.ts';
import {
  alreadyBilled,
  billedBefore,
  billOnce,
  billsFor,
  dayOf,
  type NewBill,
  type NewBillLine,
  shownName,
} from './bills.ts';
import { contactOf } from './contacts.ts';
import { type Action, type ActionContext, type ActionResult, stop } from './contract.ts';
import type { Charge, FreightInvoice } from './event-data.ts';
import { findShipment } from './find-shipment.ts';
import { cents, isWithin, shownMoney } from './money.ts';
import { markersOn } from './notes.ts';
import type { PickingHead } from './pickings.ts';

/** Invoices that take the place of another one, or take one back: what becomes of the bill that is there is for a person. */
const corrects: ReadonlySet<string> = new Set(['correction', 'cancel', 'rebill', 'other']);

/**
 * 210: a draft bill of the carrier, held against what the carrier was tendered, what has left and what the transport was to cost. What differs is a case with both figures, and never a
 * bill. Odoo takes the same invoice number twice; the hub does not.
 */
export const billFreight: Action<'freight.invoiced.v1'> = async (event, context) => {
  const { data } = event;
  const vendor = await contactOf('vendorId', context);
  if ('outcome' in vendor) return vendor;
  const picking = await findShipment({ ...data, references: data.references ?? [] }, context);
  if ('outcome' in picking) return picking;
  const of: NewBill = {
    ...{ vendor, number: data.invoiceNumber, invoicedAt: data.invoicedAt, total: data.total },
    ...(data.dueAt && { due: { day: dayOf(data.dueAt), pointer: '/dueAt/local' } }),
    ...{ origin: picking.name, originPointer: data.shipmentId ? '/shipmentId' : '/carrierReference' },
    ...{ company: picking.company_id ? picking.company_id.id : false, lines: linesOf(data, picking, context) },
  };
  if (corrects.has(data.purpose ?? 'original')) return corrected(of, data, picking, context);
  const before = await billedBefore(of, context);
  if (before) return 'bill' in before ? alreadyBilled(before.bill, of) : before;
  const checked = await compared(of, picking, context);
  return 'outcome' in checked ? checked : billOnce(of, context, checked.remarks);
};

async function corrected(
  { vendor, number }: NewBill,
  { purpose, total }: FreightInvoice,
  { name }: PickingHead,
  context: ActionContext,
): Promise<ActionResult> {
  const bills = await billsFor(name, vendor, context);
  const there =
    bills.length === 0
      ? 'none'
      : bills
          .map(
            (bill) =>
              `${shownName(bill)} (${bill.ref || 'no number'}) over ${shownMoney(bill.amount_total, bill.currency_id.name)}`,
          )
          .join(', ');
  const reason = `${vendor.name} sends invoice ${number} for ${name} as a ${purpose}, over ${shownMoney(total.value, total.currency)}. Bills of it in Odoo: ${there}. Correct them there.`;
  return stop('held', 'odoo.bill-corrected', reason);
}

/** `Fuel surcharge (WH/OUT/00010, PRO-4410080)`. */
function textOf({ description, kind }: Charge, { carrierReference }: FreightInvoice, { name }: PickingHead): string {
  const what = description ?? kind.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
  return `${what} (${[name, carrierReference].filter(Boolean).join(', ')})`;
}

const linesOf = (data: FreightInvoice, picking: PickingHead, { partner: { trade } }: ActionContext) =>
  data.charges.map(
    (charge, at): NewBillLine => ({
      values: {
        ...{ name: textOf(charge, data, picking), quantity: 1, price_unit: charge.amount.value },
        ...(trade.freightProductId !== undefined && { product_id: trade.freightProductId }),
      },
      amount: charge.amount.value,
      pointer: `/charges/${at}/amount/value`,
    }),
  );

/** Was the load tendered, has it left, and is the sum the one that it was to cost? @returns what is to be remarked, or the case */
async function compared(
  { vendor, total }: NewBill,
  picking: PickingHead,
  context: ActionContext,
): Promise<{ readonly remarks: readonly string[] } | ActionResult> {
  const { partner } = context;
  if ((await partner.notified({ ids: [picking.id] })).length === 0)
    return stop(
      'held',
      'odoo.freight-not-tendered',
      `${vendor.name} invoices ${shownMoney(total.value, total.currency)} for ${picking.name}, and was never sent that load. Ask who ordered the transport; enter the bill in Odoo, or refuse it.`,
    );
  if (picking.state !== 'done')
    return stop(
      'held',
      'odoo.freight-not-shipped',
      `${vendor.name} invoices ${shownMoney(total.value, total.currency)} for ${picking.name}, which has not left in Odoo (${picking.state}). Retry once it has.`,
    );
  const agreed = await agreedPrice(picking, context);
  const earlier = await billsFor(picking.name, vendor, context);
  const billed = cents(earlier.reduce((sum, { amount_total }) => sum + amount_total, 0));
  const noted = await markersOn(context.client, picking.id, 'milestone');
  const remarks = noted.some(({ fact }) => /^D1\b/.test(fact))
    ? []
    : [`${vendor.name} has not reported ${picking.name} delivered.`];
  if (!agreed) {
    const reason = `Odoo knows no price for the transport of ${picking.name}: no shipping cost on it, and no delivery method of a fixed price.`;
    if (partner.trade.unpricedFreight === 'apply') return { remarks: [reason, ...remarks] };
    const said = `${vendor.name} invoices ${shownMoney(total.value, total.currency)}.`;
    return stop(
      'held',
      'odoo.freight-unpriced',
      `${reason} ${said} Enter the bill in Odoo, or give the delivery method its price; then retry.`,
    );
  }
  const isSame =
    agreed.currency === total.currency && isWithin(billed + total.value, agreed.value, partner.trade.tolerance);
  const was = `${shownMoney(agreed.value, agreed.currency)} (${agreed.from})`;
  const said = shownMoney(total.value, total.currency);
  const already =
    billed === 0
      ? ''
      : `, beside ${shownMoney(billed, agreed.currency)} billed before (${listed(earlier.map(({ ref, id }) => ref || `bill ${id}`))})`;
  if (!isSame)
    return stop(
      'held',
      'odoo.bill-differs',
      `${vendor.name} invoices ${said} for ${picking.name}${already}; it was to cost ${was}. Agree on it with the carrier: correct the price in Odoo and retry, or enter the bill there.`,
    );
  const off = isWithin(billed + total.value, agreed.value, 0)
    ? []
    : [`${said} were invoiced and ${was} agreed, within the agreed tolerance.`];
  return { remarks: [...off, ...remarks] };
}

interface Agreed {
  readonly value: number;
  readonly currency: string;
  readonly from: string;
}

/** What the transport was to cost: the shipping cost that stands on the transfer, else the fixed price of its delivery method, which Odoo itself would have put there. */
async function agreedPrice({ id }: PickingHead, { client, capabilities }: ActionContext): Promise<Agreed | undefined> {
  if (!capabilities.delivery) return undefined;
  const [row] = await client.webSearchRead(
    'stock.picking',
    [['id', '=', id]],
    {
      carrier_price: {},
      carrier_id: { fields: { name: {}, delivery_type: {}, fixed_price: {} } },
      company_id: { fields: { currency_id: { fields: { name: {} } } } },
    },
    { limit: 1 },
  );
  const {
    carrier_price: cost,
    carrier_id: method,
    company_id: company,
  } = (row ?? {}) as unknown as {
    carrier_price?: number;
    carrier_id?: { name: string; delivery_type: string; fixed_price: number } | false;
    company_id?: { currency_id: { name: string } };
  };
  const currency = company?.currency_id.name ?? '';
  if (cost) return { value: cost, currency, from: 'shipping cost of the transfer' };
  if (method && method.delivery_type === 'fixed' && method.fixed_price > 0)
    return { value: method.fixed_price, currency, from: `delivery method ${method.name}` };
  return undefined;
}
