import type { CanonicalEvent } from '../../../services/domain/events.ts';
import type { PartnerRules } from '../../../services/odoo/actions/index.ts';
import { each, event, moment } from '../action-rig.ts';
import type { Stage } from './rig.ts';
import { fresh, type Product } from './world.ts';

const usd = (value: number, currency = 'USD') => ({ value, currency });

/** The rules of a partner that is this vendor, this customer, or both. */
export const tradeRules = (more: Partial<PartnerRules['trade']>): Pick<PartnerRules, 'trade'> => ({
  trade: { tolerance: 0, unpricedFreight: 'hold', ...more },
});

/** A company that a partner is in Odoo. */
export const company = ({ world }: Stage, label: string, more: object = {}): Promise<number> =>
  world.odoo.create('res.partner', { name: `${label} ${fresh()}`, is_company: true, ...more });

export interface Charged {
  readonly amount: number;
  readonly more?: Record<string, unknown>;
}

/** A 210 about one shipment. */
export function freightInvoice(
  shipmentId: string,
  charges: readonly Charged[],
  more: Record<string, unknown> = {},
  currency = 'USD',
): CanonicalEvent {
  const total = charges.reduce((sum, { amount }) => sum + amount, 0);
  return event('freight.invoiced.v1', shipmentId, {
    ...{ invoiceNumber: `INV-${fresh()}`, shipmentId, carrier: { scac: 'BHFT' }, purpose: 'original' },
    invoicedAt: moment('2026-11-25T06:00:00Z'),
    total: usd(Math.round(total * 100) / 100, currency),
    charges: charges.map(({ amount, more: rest = {} }, at) => ({
      ...{ lineNumber: String(at + 1), kind: 'freight', amount: usd(amount, currency) },
      ...rest,
    })),
    ...more,
  });
}

export interface Invoiced {
  readonly product: Product;
  readonly quantity: number;
  readonly price: number;
  readonly more?: Record<string, unknown>;
}

/** An 810 about a purchase order. */
export function invoice(
  purchaseOrder: string,
  lines: readonly Invoiced[],
  more: Record<string, unknown> = {},
  charges: readonly number[] = [],
): CanonicalEvent {
  const total = [...lines.map(({ quantity, price }) => quantity * price), ...charges].reduce((a, b) => a + b, 0);
  const invoiceNumber = `INV-${fresh()}`;
  return event('invoice.issued.v1', invoiceNumber, {
    ...{ invoiceNumber, kind: 'invoice', invoicedAt: moment('2026-11-25T06:00:00Z'), purchaseOrder },
    total: usd(Math.round(total * 100) / 100),
    lines: lines.map(({ product, quantity, price, more: rest = {} }, at) => ({
      ...{ lineNumber: String(at + 1), product: { sku: product.sku }, quantity: each(quantity) },
      ...{ unitPrice: usd(price), ...rest },
    })),
    ...(charges.length > 0 && {
      charges: charges.map((amount) => ({ kind: 'freight', description: 'Freight', amount: usd(amount) })),
    }),
    ...more,
  });
}

export interface Wished {
  readonly product: Product;
  readonly quantity: number;
  readonly price?: number;
  readonly more?: Record<string, unknown>;
}

/** An 850 of a buyer. */
export function placed(lines: readonly Wished[], more: Record<string, unknown> = {}): CanonicalEvent {
  const orderNumber = `MKT-${fresh()}`;
  return event('purchase-order.placed.v1', orderNumber, {
    ...{ orderNumber, purpose: 'original', currency: 'USD', requestedDeliveryAt: moment('2026-12-17T17:00:00Z') },
    lines: lines.map(({ product, quantity, price, more: rest = {} }, at) => ({
      ...{ lineNumber: String(at + 1), product: { sku: product.sku }, quantity: each(quantity) },
      ...(price !== undefined && { unitPrice: usd(price) }),
      ...rest,
    })),
    ...more,
  });
}
