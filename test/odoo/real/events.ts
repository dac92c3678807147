import type { CanonicalEvent } from '../../../services/domain/events.ts';
import { each, event, moment } from '../action-rig.ts';
import type { Product } from './world.ts';

export interface ShippedLine {
  readonly product: Product;
  readonly shipped: number;
  readonly more?: Record<string, unknown>;
}

/** A 945 about a transfer. */
export function shipped(
  orderNumber: string,
  lines: readonly ShippedLine[],
  more: Record<string, unknown> = {},
): CanonicalEvent {
  return event('warehouse-order.shipped.v1', orderNumber, {
    orderNumber,
    reporting: 'full',
    shippedAt: moment('2026-11-20T16:42:00Z'),
    trackingNumber: `TRK-${orderNumber.replaceAll('/', '-')}`,
    lines: lines.map(({ product, shipped: value, more: rest = {} }, at) => ({
      lineNumber: String(at + 1),
      product: { sku: product.sku },
      shipped: each(value),
      status: 'complete',
      ...rest,
    })),
    references: [],
    ...more,
  });
}

export interface AnnouncedItem {
  readonly product: Product;
  readonly quantity: number;
  readonly more?: Record<string, unknown>;
}

/** An 856 about a purchase order. */
export function announced(
  purchaseOrder: string,
  items: readonly AnnouncedItem[],
  more: Record<string, unknown> = {},
  at = '2026-11-19T10:00:00Z',
): CanonicalEvent {
  const shipmentId = `ASN-${purchaseOrder}`;
  return event(
    'shipment.announced.v1',
    shipmentId,
    {
      shipmentId,
      purpose: 'original',
      expectedAt: moment('2026-12-01T09:00:00Z'),
      items: items.map(({ product, quantity, more: rest = {} }) => ({
        purchaseOrder,
        product: { sku: product.sku },
        quantity: each(quantity),
        ...rest,
      })),
      references: [],
      ...more,
    },
    at,
  );
}

let serial = 0;
/** An SSCC-18 that no run before has used. */
export function sscc(): string {
  serial += 1;
  const digits = `0${String(Date.now()).padStart(13, '0')}${String(serial % 1000).padStart(3, '0')}`;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

export interface ReceivedItem {
  readonly product: Product;
  readonly received: number;
  readonly more?: Record<string, unknown>;
}

/** A 944 about a receipt, by the number that it was given to the warehouse under. */
export function received(
  orderNumber: string,
  lines: readonly ReceivedItem[],
  more: Record<string, unknown> = {},
  at = '2026-11-20T13:40:00Z',
): CanonicalEvent {
  const receiptNumber = `RCV-${orderNumber}`;
  return event(
    'receipt.confirmed.v1',
    orderNumber,
    {
      ...{ receiptNumber, orderNumber, reporting: 'full', receivedAt: moment('2026-11-20T13:40:00Z') },
      lines: lines.map(({ product, received: value, more: rest = {} }, nth) => ({
        ...{ lineNumber: String(nth + 1), product: { sku: product.sku }, received: each(value) },
        ...rest,
      })),
      references: [],
      ...more,
    },
    at,
  );
}

export interface AdjustedItem {
  readonly product: Product;
  readonly change: number;
  readonly more?: Record<string, unknown>;
}

/** A 947 of the partner's warehouse. */
export function adjusted(
  adjustmentNumber: string,
  lines: readonly AdjustedItem[],
  more: Record<string, unknown> = {},
): CanonicalEvent {
  return event('inventory.adjusted.v1', adjustmentNumber, {
    adjustmentNumber,
    adjustedAt: moment('2026-11-20T05:00:00Z'),
    lines: lines.map(({ product, change, more: rest = {} }) => ({
      ...{ product: { sku: product.sku }, reason: 'cycle-count', reasonCode: 'AA', change: each(change) },
      ...rest,
    })),
    ...more,
  });
}

export interface HeldItem {
  readonly product: Product;
  readonly levels: Readonly<Record<string, number>>;
  readonly more?: Record<string, unknown>;
}

/** An 846 of the partner's warehouse. */
export function snapshot(
  snapshotNumber: string,
  items: readonly HeldItem[],
  asOf: string,
  more: Record<string, unknown> = {},
): CanonicalEvent {
  return event('inventory.snapshot.v1', snapshotNumber, {
    ...{ snapshotNumber, purpose: 'original', asOf: moment(asOf) },
    items: items.map(({ product, levels, more: rest = {} }) => ({
      product: { sku: product.sku },
      levels: Object.entries(levels).map(([state, value]) => ({ state, quantity: each(value) })),
      ...rest,
    })),
    ...more,
  });
}
