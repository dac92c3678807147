import type { Knex } from 'knex';
import type { components } from '../../specs/generated/openapi.ts';
import type { EventType } from '../domain/events.ts';
import type { Tx } from './database.ts';
import { type Mailbox, pausedAtSql } from './outbox.ts';
import type { Cursor } from './read/messages.ts';

export type WorkItem = components['schemas']['WorkItem'];

interface WorkRow {
  readonly id: string;
  readonly state: string;
  readonly created_at: Date;
  readonly at_exact: string;
  readonly delivered_at: Date | null;
  readonly content: Buffer;
  readonly held: string | null;
}

export interface WorkFilter {
  readonly type?: EventType | undefined;
  readonly state: 'waiting' | 'collected' | 'all';
}

/** What one page holds at most. */
const pageBytes = 16 * 1024 * 1024;

/** What is made to be fetched as canonical JSON: documents of ours that are one event each. */
function workOf(tx: Tx, { orgId, environment, channels }: Mailbox): Knex.QueryBuilder {
  return tx('document as d')
    .join('document_raw as r', 'r.document_id', 'd.id')
    .where({ 'd.org_id': orgId, 'd.environment': environment, 'd.direction': 'out', 'd.form': 'events' })
    .whereIn('d.channel', [...channels])
    .select(
      ...['d.id', 'd.state', 'd.created_at', 'd.delivered_at', 'r.content'],
      tx.raw(`${pausedAtSql} as held`),
      tx.raw(`to_char(d.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at_exact`),
    );
}

/**
 * A page of work, oldest first. What is written anew beside the lane of its partner may be committed behind the end of a page: a reader finds it in its next round,
 * which begins with all that waits.
 */
export async function listWork(
  tx: Tx,
  mailbox: Mailbox,
  { type, state }: WorkFilter,
  { after, limit }: { readonly after?: Cursor | undefined; readonly limit: number },
): Promise<{ readonly work: WorkItem[]; readonly next?: Cursor }> {
  const query = workOf(tx, mailbox).orderBy([{ column: 'd.created_at' }, { column: 'd.id' }]);
  if (state !== 'all') query.where('d.state', state === 'waiting' ? 'ready' : 'delivered');
  query.whereRaw(`${pausedAtSql} is null`);
  if (type)
    query.whereExists(
      tx('delivery as v')
        .join('event as e', 'e.id', 'v.event_id')
        .whereRaw('v.document_id = d.id')
        .where('e.type', type),
    );
  if (after) query.whereRaw('(d.created_at, d.id) > (?::timestamptz, ?::uuid)', [after.at, after.id]);
  const rows = (await query.limit(limit + 1)) as WorkRow[];
  let bytes = 0;
  const shown = rows.slice(0, limit).filter(({ content }, nth) => {
    bytes += content.length;
    return nth === 0 || bytes <= pageBytes;
  });
  const last = shown.at(-1);
  const hasMore = last !== undefined && rows.length > shown.length;
  return { work: shown.map(itemOf), ...(hasMore && { next: { at: last.at_exact, id: last.id } }) };
}

/** One thing to do, collected or not, and the endpoint where it is held back for now; undefined where this mailbox has none with this id. */
export async function readWork(
  tx: Tx,
  mailbox: Mailbox,
  id: string,
): Promise<{ readonly work: WorkItem; readonly pausedAt: string | undefined } | undefined> {
  const row = (await workOf(tx, mailbox).where({ 'd.id': id }).first()) as WorkRow | undefined;
  return row && { work: itemOf(row), pausedAt: row.held ?? undefined };
}

function itemOf({ id, state, created_at, delivered_at, content }: WorkRow): WorkItem {
  const event = JSON.parse(content.toString('utf8')) as WorkItem['event'];
  return {
    ...{ id, type: event.type, subject: event.subject },
    state: state === 'delivered' ? 'collected' : state === 'replaced' ? 'replaced' : 'waiting',
    releasedAt: created_at.toISOString(),
    ...(delivered_at && { collectedAt: delivered_at.toISOString() }),
    event,
  };
}
