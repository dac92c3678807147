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

/** What events do in Odoo. Odoo takes the types that stand here; the others come from there or stay in the hub. */
const actions = {
  'warehouse-order.shipped.v1': validateTransfer,
  'shipment.milestone.v1': noteMilestone,
  'shipment.announced.v1': prepareReceipt,
  'tender.answered.v1': recordAnswer,
} as const satisfies { readonly [T in EventType]?: Action<T> };

/** The action of an event's type; undefined where Odoo does not take it. */
export const actionOf = (type: EventType): Action | undefined => byType[type];

// The table above holds each action to its own type; whoever has an event of any type gets the one that fits.
const byType = actions as unknown as { readonly [T in EventType]?: Action };
