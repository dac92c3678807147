import type { EventData, EventParts } from '../../specs/generated/event-data.ts';
import type { ByteRange } from './x12/model.ts';

export type { EventData, EventParts };

/** One canonical fact, as CloudEvents 1.0 puts it; `data` obeys `specs/events/<type>.schema.json`, and has the type made of it where the event's type is known. */
export type CanonicalEvent<T extends EventType = EventType> = Envelope<
  T,
  EventType extends T ? Record<string, unknown> : EventData[T]
>;

interface Envelope<T extends EventType, Data> {
  readonly specversion: '1.0';
  /** The same set read again gives the same id: derived from document, set and ordinal. */
  readonly id: string;
  /** `/partners/<organization id>` or `/odoo/<connection id>`. */
  readonly source: string;
  readonly type: T;
  /** The record that the event speaks of, such as the order number. */
  readonly subject: string;
  /** When it happened, UTC. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly dataschema: string;
  readonly data: Data;
}

/** Where a canonical field came from. Keys of a `Provenance` are JSON pointers into `data`. */
export interface Origin {
  /** Byte ranges in the document, as many as were combined. Empty for a constant. */
  readonly ranges: readonly ByteRange[];
  /** X12 place for people: `W12-03`. */
  readonly place?: string;
  /** Position of the segment in its set, ST = 1. */
  readonly position?: number;
  /** Line of the mapping that produced the field, counted from 1; absent where none was needed. */
  readonly mappingLine?: number;
}
export type Provenance = Readonly<Record<string, Origin>>;

/** All canonical event types. Adding one here without a schema, a lane or a route does not compile or fails `npm run check`. */
export const eventTypes = [
  'shipment.milestone.v1',
  'warehouse-order.shipped.v1',
  'shipment.announced.v1',
  'tender.answered.v1',
  'warehouse-order.released.v1',
  'shipment.tendered.v1',
  'document.acknowledged.v1',
  'shipment.exception.v1',
  'shipment.eta.v1',
  'shipment.delivered.v1',
  'dock-appointment.scheduled.v1',
  'warehouse-order.cancelled.v1',
  'receipt.expected.v1',
  'receipt.confirmed.v1',
  'return.received.v1',
  'inventory.adjusted.v1',
  'inventory.snapshot.v1',
  'freight.invoiced.v1',
  'purchase-order.placed.v1',
  'purchase-order.answered.v1',
  'invoice.issued.v1',
  'bill-of-lading.issued.v1',
  'document.advised.v1',
] as const satisfies readonly (keyof EventData)[];
export type EventType = (typeof eventTypes)[number];

export const isEventType = (value: unknown): value is EventType => eventTypes.some((type) => type === value);

/** Is an event one of this type? Its data was checked against the schema of its type when it was made. */
export const isOfType = <T extends EventType>(
  event: CanonicalEvent,
  type: T,
): event is CanonicalEvent<T> & CanonicalEvent => event.type === type;

/** What a mapping makes of one transaction set, before the flow gives it an id and a place in a lane. */
export interface MappedEvent {
  readonly type: EventType;
  readonly subject: string;
  /** UTC; undefined where the document gives no time, then the time of receipt counts. */
  readonly time?: string;
  readonly data: Record<string, unknown>;
  readonly provenance: Provenance;
}

/** An event as its partner sees it. What we send is made of a record in Odoo, whose id the event keeps for us. */
export const forPartner = <E extends Pick<CanonicalEvent, 'data'>>(event: E): E => {
  const { recordId: _, ...data } = event.data;
  return { ...event, data };
};
