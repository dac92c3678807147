// Made by `npm run generate` from specs/events. Do not edit.
import vocabulary from '../events/common.schema.json' with { type: 'json' };
import event0 from '../events/bill-of-lading.issued.v1.schema.json' with { type: 'json' };
import event1 from '../events/dock-appointment.scheduled.v1.schema.json' with { type: 'json' };
import event2 from '../events/document.acknowledged.v1.schema.json' with { type: 'json' };
import event3 from '../events/document.advised.v1.schema.json' with { type: 'json' };
import event4 from '../events/freight.invoiced.v1.schema.json' with { type: 'json' };
import event5 from '../events/inventory.adjusted.v1.schema.json' with { type: 'json' };
import event6 from '../events/inventory.snapshot.v1.schema.json' with { type: 'json' };
import event7 from '../events/invoice.issued.v1.schema.json' with { type: 'json' };
import event8 from '../events/purchase-order.answered.v1.schema.json' with { type: 'json' };
import event9 from '../events/purchase-order.placed.v1.schema.json' with { type: 'json' };
import event10 from '../events/receipt.confirmed.v1.schema.json' with { type: 'json' };
import event11 from '../events/receipt.expected.v1.schema.json' with { type: 'json' };
import event12 from '../events/return.received.v1.schema.json' with { type: 'json' };
import event13 from '../events/shipment.announced.v1.schema.json' with { type: 'json' };
import event14 from '../events/shipment.delivered.v1.schema.json' with { type: 'json' };
import event15 from '../events/shipment.eta.v1.schema.json' with { type: 'json' };
import event16 from '../events/shipment.exception.v1.schema.json' with { type: 'json' };
import event17 from '../events/shipment.milestone.v1.schema.json' with { type: 'json' };
import event18 from '../events/shipment.tendered.v1.schema.json' with { type: 'json' };
import event19 from '../events/tender.answered.v1.schema.json' with { type: 'json' };
import event20 from '../events/warehouse-order.cancelled.v1.schema.json' with { type: 'json' };
import event21 from '../events/warehouse-order.released.v1.schema.json' with { type: 'json' };
import event22 from '../events/warehouse-order.shipped.v1.schema.json' with { type: 'json' };

export { vocabulary };

/** The JSON Schema of each event's data by its type. */
export const eventSchemas = {
  'bill-of-lading.issued.v1': event0,
  'dock-appointment.scheduled.v1': event1,
  'document.acknowledged.v1': event2,
  'document.advised.v1': event3,
  'freight.invoiced.v1': event4,
  'inventory.adjusted.v1': event5,
  'inventory.snapshot.v1': event6,
  'invoice.issued.v1': event7,
  'purchase-order.answered.v1': event8,
  'purchase-order.placed.v1': event9,
  'receipt.confirmed.v1': event10,
  'receipt.expected.v1': event11,
  'return.received.v1': event12,
  'shipment.announced.v1': event13,
  'shipment.delivered.v1': event14,
  'shipment.eta.v1': event15,
  'shipment.exception.v1': event16,
  'shipment.milestone.v1': event17,
  'shipment.tendered.v1': event18,
  'tender.answered.v1': event19,
  'warehouse-order.cancelled.v1': event20,
  'warehouse-order.released.v1': event21,
  'warehouse-order.shipped.v1': event22,
};
