import type { EventType } from '../../domain/events.ts';
import { adjustStock } from './adjust-stock.ts';
import { adjustTogether } from './adjust-together.ts';
import { billFreight } from './bill-freight.ts';
import { billOrder } from './bill-order.ts';
import { byCrossReferences, togetherByCrossReferences } from './by-cross-references.ts';
import { cancelTransfer } from './cancel-transfer.ts';
import { compareStock } from './compare-stock.ts';
import { confirmReceipt } from './confirm-receipt.ts';
import type { Action, Together } from './contract.ts';
import { noteAdvice, noteAppointment } from './note-fact.ts';
import { noteLike, noteMilestone } from './note-milestone.ts';
import { noteLikeTogether, noteTogether } from './note-together.ts';
import { prepareReceipt } from './prepare-receipt.ts';
import { receiveReturn } from './receive-return.ts';
import { receiveTogether } from './receive-together.ts';
import { recordAnswer } from './record-answer.ts';
import { shipTogether } from './ship-together.ts';
import { takeOrder } from './take-order.ts';
import { validateTransfer } from './validate-transfer.ts';

export { translated } from './by-cross-references.ts';
export { holdAgainstStock } from './compare-stock.ts';
export type {
  Action,
  ActionCode,
  ActionContext,
  ActionResult,
  CancelPolicy,
  NotifiedTransfer,
  OdooWrite,
  Outcome,
  OverPolicy,
  PartnerRules,
  Together,
  TradeRules,
  UnreservedPolicy,
} from './contract.ts';
export { actionCodes } from './contract.ts';

/** What events do in Odoo. Odoo takes the types that stand here; the others come from there or stay in the hub. */
const actions = {
  'warehouse-order.shipped.v1': validateTransfer,
  'shipment.milestone.v1': noteMilestone,
  'shipment.delivered.v1': noteLike('shipment.delivered.v1'),
  'shipment.eta.v1': noteLike('shipment.eta.v1'),
  'shipment.exception.v1': noteLike('shipment.exception.v1'),
  'shipment.announced.v1': prepareReceipt,
  'tender.answered.v1': recordAnswer,
  'receipt.confirmed.v1': confirmReceipt,
  'return.received.v1': receiveReturn,
  'warehouse-order.cancelled.v1': cancelTransfer,
  'inventory.adjusted.v1': adjustStock,
  'inventory.snapshot.v1': compareStock,
  'freight.invoiced.v1': billFreight,
  'invoice.issued.v1': billOrder,
  'purchase-order.placed.v1': takeOrder,
  'dock-appointment.scheduled.v1': noteAppointment,
  'document.advised.v1': noteAdvice,
} as const satisfies { readonly [T in EventType]?: Action<T> };

/** What is brought to Odoo in batches, where more than one waits. */
const together = {
  'warehouse-order.shipped.v1': shipTogether,
  'receipt.confirmed.v1': receiveTogether,
  'inventory.adjusted.v1': adjustTogether,
  'shipment.milestone.v1': noteTogether,
  'shipment.delivered.v1': noteLikeTogether('shipment.delivered.v1'),
  'shipment.eta.v1': noteLikeTogether('shipment.eta.v1'),
  'shipment.exception.v1': noteLikeTogether('shipment.exception.v1'),
} as const satisfies { readonly [T in keyof typeof actions]?: Together<T> };

/** Events that move goods in Odoo: more than one worker at a time would only collide there. */
const stockMoves: ReadonlySet<EventType> = new Set([
  'warehouse-order.shipped.v1',
  'receipt.confirmed.v1',
  'return.received.v1',
  'inventory.adjusted.v1',
]);
export const movesStock = (type: EventType): boolean => stockMoves.has(type);

/** The action of an event's type; undefined where Odoo does not take it. */
export const actionOf = (type: EventType): Action | undefined => byType.get(type);

// The table above holds each action to its own type; whoever has an event of any type gets the one that fits.
const byType: ReadonlyMap<string, Action> = new Map(
  Object.entries(actions as unknown as Readonly<Record<string, Action>>).map(([type, action]) => [
    type,
    byCrossReferences(action),
  ]),
);

/** How several events of a type go to Odoo at once; undefined where each goes alone. */
export const togetherOf = (type: EventType): Together | undefined => allTogether.get(type);
const allTogether: ReadonlyMap<string, Together> = new Map(
  Object.entries(together as unknown as Readonly<Record<string, Together>>).map(([type, one]) => [
    type,
    togetherByCrossReferences(one),
  ]),
);
