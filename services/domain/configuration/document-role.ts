import { eventsOf } from '../certification/certified-documents.ts';
import type { EventType } from '../events.ts';
import type { ConfiguredDocument, PartnerKind } from './configuration.ts';

/** Who exchanges what, by the events that a document becomes or is written of; everybody what is not among them. */
const roles: Readonly<Partial<Record<EventType, PartnerKind>>> = {
  'shipment.milestone.v1': 'carrier',
  'shipment.exception.v1': 'carrier',
  'shipment.eta.v1': 'carrier',
  'shipment.delivered.v1': 'carrier',
  'shipment.tendered.v1': 'carrier',
  'tender.answered.v1': 'carrier',
  'freight.invoiced.v1': 'carrier',
  'bill-of-lading.issued.v1': 'carrier',
  'dock-appointment.scheduled.v1': 'carrier',
  'warehouse-order.released.v1': '3pl',
  'warehouse-order.shipped.v1': '3pl',
  'warehouse-order.cancelled.v1': '3pl',
  'shipment.announced.v1': '3pl',
  'receipt.expected.v1': '3pl',
  'receipt.confirmed.v1': '3pl',
  'return.received.v1': '3pl',
  'inventory.adjusted.v1': '3pl',
  'inventory.snapshot.v1': '3pl',
  'purchase-order.placed.v1': '3pl',
  'purchase-order.answered.v1': '3pl',
  'invoice.issued.v1': '3pl',
};

/** Whether a document is one for a partner of this role; acknowledgements, and what nothing is known of, are for everybody. */
export function isForRole({ compiled }: Pick<ConfiguredDocument, 'compiled'>, role: PartnerKind): boolean {
  const types = eventsOf(compiled);
  const suits = (type: EventType) => role === 'carrier-3pl' || (roles[type] ?? role) === role;
  return types.length === 0 || types.some((type) => suits(type as EventType));
}
