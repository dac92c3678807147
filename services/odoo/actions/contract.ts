import type { CanonicalEvent } from '../../domain/events.ts';
import type { OdooClient } from '../client.ts';
import type { MajorVersion } from '../version.ts';

/** Why an action did not do what its event says; each stands in `specs/errors.md`. */
export const actionCodes = [
  'odoo.order-unknown',
  'odoo.order-ambiguous',
  'odoo.transfer-cancelled',
  'odoo.transfer-differs',
  'odoo.product-unknown',
  'odoo.unit-unknown',
  'odoo.lot-unknown',
  'odoo.lot-quantities-differ',
  'odoo.nothing-shipped',
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
}

export interface ActionContext {
  readonly client: OdooClient;
  /** ISO 8601, UTC. */
  now(): string;
  readonly version: MajorVersion;
}

/** Brings an event to Odoo. Reads before it writes, so that it may be repeated after an unknown outcome; throws `OdooError` when it could not finish. */
export type Action = (event: CanonicalEvent, context: ActionContext) => Promise<ActionResult>;

export function stop(
  outcome: 'refused' | 'held',
  code: ActionCode,
  reason: string,
  writes: readonly OdooWrite[] = [],
): ActionResult {
  return { outcome, code, reason, writes };
}
