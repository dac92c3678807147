import { hash } from 'node:crypto';
import { odooTime } from '../odoo/actions/pickings.ts';
import { OdooError } from '../odoo/error.ts';
import { answerTo, differsFrom, unordered } from '../odoo/order-answer.ts';
import { readSales, type WatchedSale } from '../odoo/sale-feed.ts';
import type { UnitTable } from '../odoo/units.ts';
import { crossReferenceTable } from '../store/cross-references.ts';
import type { Tx } from '../store/database.ts';
import { lockFeed, saveFeed } from '../store/odoo-connections.ts';
import { unitLookup } from '../store/odoo-partners.ts';
import { saveAnswer, type TakenOrder, watchedOrders } from '../store/taken-orders.ts';
import type { Context } from './context.ts';
import { insertReleased } from './insert-released.ts';
import { keepCases, type NewCase } from './obligations.ts';
import type { OdooConnection } from './odoo-connection.ts';

/** How far back to look again: Odoo stamps a change with the start of its transaction. */
const overlapMs = 300_000;
/** How long an order is watched once its buyer has an answer. */
const watchedMs = 60 * 24 * 3_600_000;
const wholeEveryMs = 3_600_000;

interface Memory {
  /** What the feed of orders keeps of its last look. */
  readonly orders?: { readonly since: string | null; readonly wholeAt: string };
}

/**
 * Looks what people made of the orders of buyers that were taken into this Odoo: one that is confirmed or cancelled is answered, once. What is changed after that is a case,
 * since no document of ours says it.
 * @returns how many were answered
 */
export async function answerOrders(context: Context, connection: OdooConnection): Promise<number> {
  const capabilities = await connection.capabilities();
  if (!capabilities.sales) return 0;
  const now = context.now();
  return context.db.system.transaction(async (tx) => {
    const memory = await lockFeed<Memory>(tx, connection.id);
    if (!memory) return 0;
    const orders = await watchedOrders(tx, connection.id, new Date(now.getTime() - watchedMs));
    if (orders.length === 0) return 0;
    const from = lookFrom(memory, now);
    const byId = new Map(orders.map((order) => [order.recordId, order]));
    const changed = await readSales(connection.client, [...byId.keys()], from);
    let told = 0;
    for (const sale of changed)
      told += await answer(tx, context, connection, { order: byId.get(sale.id)!, sale, table: capabilities.units });
    const there = new Set(changed.map(({ id }) => id));
    // What was deleted shows in no change; it is missed where all are looked at.
    for (const order of from === null ? orders.filter(({ recordId }) => !there.has(recordId)) : [])
      await keepCase(tx, context, connection, order, 'The order was deleted in Odoo, and its buyer was not told.');
    const wholeAt = from === null ? now.toISOString() : memory.orders!.wholeAt;
    await saveFeed(tx, connection.id, { ...memory, orders: { since: latest(changed, memory), wholeAt } });
    return told;
  });
}

/** Once an hour, and at the first look, all of them are looked at, whatever their time. */
function lookFrom({ orders }: Memory, now: Date): string | null {
  const isStale = !(Math.abs(now.getTime() - Date.parse(orders?.wholeAt ?? '')) < wholeEveryMs);
  if (isStale || !orders?.since) return null;
  const since = Math.min(Date.parse(`${orders.since.replace(' ', 'T')}Z`), now.getTime());
  return odooTime(new Date(since - overlapMs).toISOString());
}

const latest = (changed: readonly WatchedSale[], { orders }: Memory): string | null =>
  changed.reduce<string | null>(
    (newest, { write_date: at }) => (newest === null || at > newest ? at : newest),
    orders?.since ?? null,
  );

interface Looked {
  readonly order: TakenOrder;
  readonly sale: WatchedSale;
  readonly table: UnitTable;
}

async function answer(tx: Tx, context: Context, connection: OdooConnection, looked: Looked): Promise<0 | 1> {
  const { order, sale, table } = looked;
  const { orgId, placed, lines, answer: told } = order;
  const units = await crossReferenceTable(tx, orgId, unitLookup);
  const data = answerTo(placed, sale, { units, table, lines });
  const now = [...(told && data ? differsFrom(told, data) : []), ...(told && !data ? ['it is a quotation again'] : [])];
  const more = data && data.answer !== 'rejected' ? unordered(sale, { lines }) : [];
  const sentences = [
    now.length > 0 && `In Odoo ${sale.name} is not what our 855 said: ${now.join('; ')}.`,
    more.length > 0 && `${sale.name} has what the buyer did not order, and no answer names it: ${more.join(', ')}.`,
  ].filter((sentence) => sentence !== false);
  if (data && !told) {
    const id = hash('sha256', `${connection.id}/purchase-order.answered.v1/sale.order/${sale.id}/0`, 'hex').slice(
      0,
      32,
    );
    const { orderNumber: subject } = placed;
    const at = data.answeredAt.utc;
    const type = 'purchase-order.answered.v1';
    await insertReleased(tx, context, connection, { id, type, subject, orgId, data: { ...data }, at });
    await saveAnswer(tx, { connectionId: connection.id, recordId: sale.id }, data, context.now());
  }
  await keepCase(tx, context, connection, order, sentences.join(' '));
  return data && !told ? 1 : 0;
}

/** What the buyer was not told is a case of its order; it closes when Odoo has again what was told. */
async function keepCase(
  tx: Tx,
  context: Context,
  { id: connectionId, environment }: OdooConnection,
  { recordId, orgId, placed: { orderNumber: number } }: TakenOrder,
  detail: string,
): Promise<void> {
  const at = context.now();
  const facts = { connectionId, recordId, number, detail };
  const about = { type: 'order', id: number } as const;
  const wanted: NewCase[] =
    detail === '' ? [] : [{ orgId, environment, at, about, kind: 'order.answer-outdated', facts }];
  await keepCases(context, tx, `order.answer-outdated/${connectionId}/${recordId}/`, wanted, at);
}

/** The same, where an Odoo that refuses orders keeps no transfer from being sent. */
export async function answerOrdersApart(context: Context, connection: OdooConnection): Promise<number> {
  try {
    return await answerOrders(context, connection);
  } catch (error) {
    if (!(error instanceof OdooError) || error.kind !== 'refused') throw error;
    context.log.warn({ connection: connection.id }, `Odoo does not show the orders that were taken: ${error.message}`);
    return 0;
  }
}
