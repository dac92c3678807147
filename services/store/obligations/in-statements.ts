import { clockKinds } from '../../domain/obligations/clock-kinds.ts';
import type { Status } from '../../domain/obligations/status.ts';

// What must stay part of a statement of others: that which stores or translates many documents at once, and what moves all deadlines of the hub together.

/** SQL that sets how a document stands from a row of that alias. */
export const statusSql = (row: string): string => `outcome = ${row}.outcome, headline = ${row}.headline`;

/** Columns of a document's row that say how one stands that waits for the partner. */
export const waitingColumns = (headline: string): Status => ({ outcome: 'waiting', headline });

/**
 * SQL that starts the clock over our acknowledgement of documents.
 * @param from rows with `clock_id`, `org_id`, `environment`, `id` of the document, `received_at`, `ack_due_at` and `known_jump`
 */
export const startAcknowledgeClocksSql = (from: string): string =>
  `insert into sla_clock (id, org_id, environment, document_id, name, started_at, due_at, warn_at, known_jump)
  select clock_id, org_id, environment, id, 'acknowledge', received_at, ack_due_at, received_at + ${clockKinds.acknowledge.warnAfter} * (ack_due_at - received_at), known_jump from ${from}`;

/**
 * SQL that moves what the screens show as due, when the database's clock was set; the clock beside it decides.
 * @param by SQL of the interval
 */
export const moveDueRungsSql = (by: string): string =>
  `update ladder_rung set due_at = due_at + ${by} where state = 'pending' and due_at is not null`;
