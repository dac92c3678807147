import type { EventData, EventParts } from '../../domain/events.ts';

export type { Milestone } from '../../domain/shipment-facts.ts';

/** Names for what actions read of the events; the types are made from `specs/events`. */
export type Moment = EventParts['Moment'];
export type Reference = EventParts['Reference'];
/** A product as an event names it; `theirs` is what the document says, where a cross reference of the partner stands in its place. */
export type ProductName = EventParts['Product'] & { readonly theirs?: EventParts['Product'] };
export type Quantity = EventParts['Quantity'];
export type PackageName = EventParts['Package'];
export type Carrier = EventParts['Carrier'];
export type Party = EventParts['Party'];

export type Shipped = EventData['warehouse-order.shipped.v1'];
export type ShippedLine = Shipped['lines'][number];

/** What a shipping advice says of one step of a route, and the whole of it: the carrier has its say at the last step only. */
export type ShippedStep = Shipped & { readonly whole?: Shipped };

export type Money = EventParts['Money'];
export type Charge = EventParts['Charge'];
export type FreightInvoice = EventData['freight.invoiced.v1'];
export type Invoice = EventData['invoice.issued.v1'];
export type InvoiceLine = Invoice['lines'][number];
export type PurchaseOrder = EventData['purchase-order.placed.v1'];

export type Announced = EventData['shipment.announced.v1'];
export type AnnouncedItem = Announced['items'][number];
export type Appointed = EventData['dock-appointment.scheduled.v1'];
export type Advised = EventData['document.advised.v1'];
export type Answered = EventData['tender.answered.v1'];

export type Cancelled = EventData['warehouse-order.cancelled.v1'];
export type Received = EventData['receipt.confirmed.v1'];
export type Returned = EventData['return.received.v1'];
export type ReceivedLine = EventParts['ReceivedLine'];
export type Adjusted = EventData['inventory.adjusted.v1'];
export type AdjustedLine = Adjusted['lines'][number];
export type Snapshot = EventData['inventory.snapshot.v1'];
export type SnapshotItem = Snapshot['items'][number];
