import { type EventType, eventTypes } from './events.ts';

/** Where events of a type go, and what keeps them in order. */
export interface Route {
  /** Whether the event is made to be sent to a partner. What Odoo takes is said by its table of actions. */
  readonly toPartner?: true;
  /** The record in Odoo that the event speaks of; events of one record are applied one after another. */
  readonly record: (data: Record<string, unknown>, subject: string) => string;
  /** The event that this one is the business answer to, by the same record. */
  readonly answers?: EventType;
  /** Whether somebody waits for it: it goes before what is only to be known. */
  readonly urgent?: (data: Record<string, unknown>) => boolean;
  /** The field of its data whose moment is when it happened; without one it is when we heard of it. */
  readonly time?: string;
}

const bySubject = (_data: Record<string, unknown>, subject: string) => subject;

/** The order number of the first announced item: an ASN belongs to a receipt, and its own number is new for every re-send. */
function byPurchaseOrder(data: Record<string, unknown>, subject: string): string {
  const items = data.items as readonly { purchaseOrder?: string }[] | undefined;
  return items?.find((item) => item.purchaseOrder)?.purchaseOrder ?? subject;
}

/** Milestones that somebody waits for: the delivery, and what went wrong on the way. */
const awaited = new Set([
  ...['delivered', 'delayed', 'delivery-attempted', 'not-completed', 'refused', 'damaged', 'returned'],
  ...['cancelled', 'diverted', 'held-at-customs'],
]);

export const routes: { readonly [T in EventType]: Route } = {
  'shipment.milestone.v1': { record: bySubject, time: 'at', urgent: ({ milestone }) => awaited.has(String(milestone)) },
  'warehouse-order.shipped.v1': { record: bySubject, answers: 'warehouse-order.released.v1', time: 'shippedAt' },
  'shipment.announced.v1': { record: byPurchaseOrder, time: 'createdAt' },
  'tender.answered.v1': { record: bySubject, answers: 'shipment.tendered.v1', time: 'at', urgent: () => true },
  'warehouse-order.released.v1': { toPartner: true, record: bySubject },
  'shipment.tendered.v1': { toPartner: true, record: bySubject },
  'document.acknowledged.v1': { record: bySubject },
  'shipment.exception.v1': { record: bySubject, time: 'at', urgent: () => true },
  'shipment.eta.v1': { record: bySubject },
  'shipment.delivered.v1': { record: bySubject, time: 'at', urgent: () => true },
  'dock-appointment.scheduled.v1': { record: bySubject },
  'warehouse-order.cancelled.v1': { record: bySubject, time: 'cancelledAt' },
  'receipt.expected.v1': { toPartner: true, record: bySubject },
  'receipt.confirmed.v1': { record: bySubject, answers: 'receipt.expected.v1', time: 'receivedAt' },
  'return.received.v1': { record: bySubject, time: 'receivedAt' },
  'inventory.adjusted.v1': { record: bySubject, time: 'adjustedAt' },
  'inventory.snapshot.v1': { record: bySubject, time: 'asOf' },
  'freight.invoiced.v1': { record: bySubject, time: 'invoicedAt' },
  'purchase-order.placed.v1': { record: bySubject, time: 'orderedAt' },
  'purchase-order.answered.v1': { toPartner: true, record: bySubject },
  'invoice.issued.v1': { record: bySubject, time: 'invoicedAt' },
  'bill-of-lading.issued.v1': { toPartner: true, record: bySubject },
  'document.advised.v1': { record: bySubject, time: 'advisedAt' },
};

/** The events that answer one of a type; none where nobody answers, as to a bill of lading. */
export function answersTo(type: EventType): readonly EventType[] {
  return eventTypes.filter((answer) => routes[answer].answers === type);
}

const routed = Object.keys(routes) as EventType[];

/** Events that partners tell us, and those that are made for them. */
export const fromPartners: readonly EventType[] = routed.filter((type) => !routes[type].toPartner);
export const toPartners: readonly EventType[] = routed.filter((type) => routes[type].toPartner);
