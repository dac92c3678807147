import type { EventType } from '../../domain/events.ts';
import type { Action } from './contract.ts';
import { noteMilestone } from './note-milestone.ts';
import { prepareReceipt } from './prepare-receipt.ts';
import { recordAnswer } from './record-answer.ts';
import { validateTransfer } from './validate-transfer.ts';

export type {
  Action,
  ActionCode,
  ActionContext,
  ActionResult,
  NotifiedTransfer,
  OdooWrite,
  PartnerRules,
  UnreservedPolicy,
} from './contract.ts';
export { actionCodes } from './contract.ts';

/** What each event does in Odoo; undefined for those that come from there or stay in the hub. A new event type without a line here does not compile. */
export const actions: { readonly [T in EventType]: Action | undefined } = {
  'warehouse-order.shipped.v1': validateTransfer,
  'shipment.milestone.v1': noteMilestone,
  'shipment.announced.v1': prepareReceipt,
  'tender.answered.v1': recordAnswer,
  'warehouse-order.released.v1': undefined,
  'shipment.tendered.v1': undefined,
  'document.acknowledged.v1': undefined,
  'shipment.exception.v1': undefined,
  'shipment.eta.v1': undefined,
  'shipment.delivered.v1': undefined,
  'dock-appointment.scheduled.v1': undefined,
  'warehouse-order.cancelled.v1': undefined,
  'receipt.expected.v1': undefined,
  'receipt.confirmed.v1': undefined,
  'return.received.v1': undefined,
  'inventory.adjusted.v1': undefined,
  'inventory.snapshot.v1': undefined,
  'freight.invoiced.v1': undefined,
  'purchase-order.placed.v1': undefined,
  'purchase-order.answered.v1': undefined,
  'invoice.issued.v1': undefined,
  'bill-of-lading.issued.v1': undefined,
  'document.advised.v1': undefined,
};
