import type { Knex } from 'knex';
import type { EventData } from '../domain/events.ts';
import type { Tx } from './database.ts';

/** Lines of an order in Odoo by their place in the event: the line there, its product, and how many it had when it was made. */
type TakenLines = Readonly<
  Record<string, { readonly id: number; readonly product: number; readonly quantity: number }>
>;

/** An order of a buyer that stands in Odoo, with what the buyer was answered. */
export interface TakenOrder {
  readonly recordId: number;
  readonly orgId: string;
  readonly placed: EventData['purchase-order.placed.v1'];
  readonly lines: TakenLines;
  readonly answer: EventData['purchase-order.answered.v1'] | null;
}

/** Notes that an order stands in Odoo; what is known of it already stays. */
export async function insertTaken(
  tx: Tx,
  row: {
    readonly connectionId: string;
    readonly recordId: number;
    readonly orgId: string;
    readonly placedId: string;
    readonly lines: TakenLines;
    readonly at: Date;
  },
): Promise<void> {
  await tx('taken_order')
    .insert({
      ...{ connection_id: row.connectionId, record_id: row.recordId, org_id: row.orgId, placed_id: row.placedId },
      ...{ lines: JSON.stringify(row.lines), taken_at: row.at },
    })
    .onConflict(['connection_id', 'record_id'])
    .ignore();
}

/** The orders that are watched: those that were not answered yet, and those that were since then. */
export async function watchedOrders(
  db: Knex,
  connectionId: string,
  answeredSince: Date,
): Promise<readonly TakenOrder[]> {
  return db('taken_order as t')
    .join('event as e', 'e.id', 't.placed_id')
    .where({ 't.connection_id': connectionId })
    .where((of) => of.whereNull('t.answered_at').orWhere('t.answered_at', '>=', answeredSince))
    .orderBy('t.record_id')
    .select<TakenOrder[]>({
      ...{ recordId: 't.record_id', orgId: 't.org_id', placed: 'e.data' },
      ...{ lines: 't.lines', answer: 't.answer' },
    });
}

export async function saveAnswer(
  tx: Tx,
  of: { readonly connectionId: string; readonly recordId: number },
  answer: TakenOrder['answer'],
  at: Date,
): Promise<void> {
  await tx('taken_order')
    .where({ connection_id: of.connectionId, record_id: of.recordId })
    .update({ answer: JSON.stringify(answer), answered_at: at });
}
