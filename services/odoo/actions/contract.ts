import type { AwaitedKey } from '../../domain/cross-references.ts';
import type { CanonicalEvent, EventData, EventType } from '../../domain/events.ts';
import type { Capabilities } from '../capabilities.ts';
import type { OdooClient } from '../client.ts';
import type { OdooError } from '../error.ts';
import type { TakenLines } from '../order-answer.ts';
import type { PartnerUnits } from '../units.ts';
import type { MajorVersion } from '../version.ts';
import type { Meanings, Wanted } from './in-our-words.ts';

/** Why an action did not do what its event says; each stands in `specs/errors.md`. */
export const actionCodes = [
  'odoo.order-unknown',
  'odoo.order-ambiguous',
  'odoo.transfer-foreign',
  'odoo.transfer-cancelled',
  'odoo.transfer-differs',
  'odoo.transfer-draft',
  'odoo.transfer-waiting',
  'odoo.person-half-way',
  'odoo.not-reserved',
  'odoo.product-unknown',
  'odoo.unit-unknown',
  'odoo.unit-does-not-divide',
  'odoo.lot-unknown',
  'odoo.lot-not-in-stock',
  'odoo.lot-quantities-differ',
  'odoo.package-in-stock',
  'odoo.nothing-shipped',
  'odoo.nothing-received',
  'odoo.order-cancelled',
  'odoo.substituted',
  'odoo.more-than-ordered',
  'odoo.item-unexpected',
  'odoo.quarantine-unset',
  'odoo.site-unknown',
  'odoo.count-pending',
  'odoo.stock-short',
  'odoo.stock-differs',
  'odoo.return-exceeds',
  'odoo.contact-unset',
  'odoo.freight-not-tendered',
  'odoo.freight-not-shipped',
  'odoo.freight-unpriced',
  'odoo.bill-differs',
  'odoo.bill-exists',
  'odoo.bill-corrected',
  'odoo.address-unknown',
  'odoo.order-differs',
  'odoo.order-changed',
  'odoo.question-asked',
  'odoo.not-verified',
  'odoo.receipt-closed',
  'odoo.receipt-announced-otherwise',
  'odoo.announcement-withdrawn',
  'odoo.refused',
] as const;
export type ActionCode = (typeof actionCodes)[number];

/** One field of one record in Odoo that holds what it holds because of the event. */
export interface OdooWrite {
  readonly model: string;
  readonly recordId: number;
  readonly recordName: string;
  readonly field: string;
  /** Unknown when an earlier try wrote it. */
  readonly before?: unknown;
  readonly after: unknown;
  /** JSON pointer into the event's data; absent for what Odoo or the hub made of it. */
  readonly pointer?: string;
  readonly method: string;
}

/**
 * `applied`: done now. `already-applied`: it held before, or an earlier try had done it; `writes` then say what holds, without `before`.
 * `refused`: Odoo or the data says no. `held`: a person has to decide; nothing was changed unless `writes` say so.
 */
export interface ActionResult {
  readonly outcome: 'applied' | 'already-applied' | 'refused' | 'held';
  readonly reason?: string;
  readonly code?: ActionCode;
  readonly writes: readonly OdooWrite[];
  /** What the event says and Odoo does not hold although the action succeeded; each a sentence for people. */
  readonly remarks?: readonly string[];
  /** The order of a buyer that stands in Odoo now: what a person makes of it is answered. */
  readonly taken?: { readonly recordId: number; readonly lines: TakenLines };
  /** Keys of the partner that Odoo knows nothing by: a cross reference for each lets the event go on. */
  readonly awaits?: readonly AwaitedKey[];
}

/** What to do where the goods of a transfer are not all reserved. Without a reservation Odoo ships into negative stock without a word. */
export type UnreservedPolicy = 'reserve' | 'hold' | 'apply';

/** What to do where more leaves or comes in than was ordered: it is booked as the warehouse says, or a person decides first. */
export type OverPolicy = 'apply' | 'hold';

/** What to do where the warehouse cancels an order: the transfer is cancelled in Odoo, or a person decides first. */
export type CancelPolicy = 'apply' | 'hold';

/** A transfer that a partner was sent an order or a load for. */
export interface NotifiedTransfer {
  readonly recordId: number;
  /** The line numbers that the partner was given, and their moves. */
  readonly lines: Readonly<Record<string, number>>;
}

/** A notice of goods on their way (856), and when it was made. */
export interface Notice {
  readonly time: string;
  readonly data: EventData['shipment.announced.v1'];
}

/** Who a partner is in Odoo's books, and how its orders and invoices are taken. */
export interface TradeRules {
  /** Contact whose bills its invoices become. */
  readonly vendorId?: number | undefined;
  /** Contact whose orders its purchase orders become. */
  readonly customerId?: number | undefined;
  /** Journal of its bills; absent: the one that Odoo takes. */
  readonly journalId?: number | undefined;
  /** Product of the lines of freight; absent: lines have a text only. */
  readonly freightProductId?: number | undefined;
  /** How far an invoice may be from what was agreed, in its currency. */
  readonly tolerance: number;
  /** What becomes of a freight invoice where Odoo knows no price to hold it against: a person decides, or it becomes a bill with a remark. */
  readonly unpricedFreight: 'hold' | 'apply';
}

/** What one partner may do in one Odoo, and how its documents are to be read there. */
export interface PartnerRules {
  /** The transfers that this partner was notified of: those of these names, and those of these ids. */
  notified(of: {
    readonly names?: readonly string[];
    readonly ids?: readonly number[];
  }): Promise<readonly NotifiedTransfer[]>;
  /** The notices of goods on their way that were brought to these moves before, oldest first; absent where nobody keeps them. */
  announced?(moveIds: readonly number[]): Promise<readonly Notice[]>;
  /** Operation types of the sites that the agreement covers: their transfers may be named without having been notified. */
  readonly pickingTypeIds: readonly number[];
  /** `reserve`: have Odoo reserve and go on, hold what it cannot. `hold`: a person decides. `apply`: ship, with a remark. */
  readonly unreserved: UnreservedPolicy;
  /** How far Odoo's rounding may change a quantity, in the product's own unit; 0 holds whatever does not divide. */
  readonly unitTolerance: number;
  readonly overs: OverPolicy;
  readonly warehouseCancels: CancelPolicy;
  /** Location where goods go that came damaged or are on hold; absent: what says so is held. */
  readonly quarantineId?: number | undefined;
  readonly units: PartnerUnits;
  /** What its cross references say of keys. */
  meanings(wanted: Wanted): Promise<Meanings>;
  /** What its orders and invoices become. */
  readonly trade: TradeRules;
  /** User who gets the to-dos where the transfer names nobody. */
  readonly responsibleId?: number | undefined;
}

export interface ActionContext {
  readonly client: OdooClient;
  /** ISO 8601, UTC. */
  now(): string;
  readonly version: MajorVersion;
  readonly capabilities: Capabilities;
  readonly partner: PartnerRules;
  /** Does something in this Odoo while nobody else of the hub does what has the same name. */
  readonly inTurn?: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

/** Brings an event to Odoo. Reads before it writes, so that it may be repeated after an unknown outcome; throws `OdooError` when it could not finish. */
export type Action<T extends EventType = EventType> = (
  event: CanonicalEvent<T>,
  context: ActionContext,
) => Promise<ActionResult>;

/** What came of one event of several: a result, or an error that means it; undefined where it has to go alone, and nothing of it may have been done but what repeats itself. */
export type Outcome = ActionResult | OdooError | undefined;

/**
 * Brings events of one type and one partner to Odoo in few calls. Takes only what it understands fully, in the care of the action for one; the rest goes alone.
 * @returns the outcomes in the order of the events. @throws OdooError that means all of them
 */
export type Together<T extends EventType = EventType> = (
  events: readonly CanonicalEvent<T>[],
  context: ActionContext,
) => Promise<readonly Outcome[]>;

export function stop(
  outcome: 'refused' | 'held',
  code: ActionCode,
  reason: string,
  writes: readonly OdooWrite[] = [],
): ActionResult {
  return { outcome, code, reason, writes };
}

/** A result with more to say; see `remarks`. */
export const withRemarks = (result: ActionResult, more: readonly string[]): ActionResult =>
  more.length === 0 ? result : { ...result, remarks: [...(result.remarks ?? []), ...more] };
