import type { Knex } from 'knex';
import type { CanonicalEvent, EventType } from '../domain/events.ts';
import { envelope } from './deliveries.ts';
import type { Environment } from './documents.ts';

/**
 * A place in the order in which events became visible. Their numbers alone are taken before the commit, so that a reader who goes by them would pass over the
 * events of a transaction that took its time; by transaction, and no further than those that are all at their end, nothing is passed over.
 */
export interface FeedPosition {
  readonly xact: number;
  readonly seq: number;
}

export interface FeedFilter {
  readonly orgId?: string | undefined;
  readonly environment?: Environment | undefined;
  readonly types?: readonly EventType[] | undefined;
  /** Only what was received since then. */
  readonly since?: Date | undefined;
}

export interface FeedEvent {
  readonly position: FeedPosition;
  readonly orgId: string;
  readonly environment: Environment;
  readonly event: CanonicalEvent;
}

export interface FeedPage {
  readonly events: readonly FeedEvent[];
  /** From where to go on, whether there was anything or not. */
  readonly next: FeedPosition;
  readonly more: boolean;
  /** The position lies where nothing can have been read yet: it is of another hub. */
  readonly isAhead: boolean;
}

interface PlaceRow {
  id: string | null;
  xact: number;
  seq: number;
  size: number;
  settled: number;
}

interface EventRow {
  id: string;
  orgId: string;
  environment: Environment;
  type: EventType;
  subject: string;
  occurredAt: Date;
  data: Record<string, unknown>;
}

export const feedStart: FeedPosition = { xact: -1, seq: 0 };

/** A position as readers outside keep it. */
export const feedCursor = ({ xact, seq }: FeedPosition): string => Buffer.from(`${xact} ${seq}`).toString('base64url');

/** The position of a cursor; undefined for what `feedCursor` did not write. */
export function readFeedCursor(cursor: string): FeedPosition | undefined {
  const [, xact, seq] = /^(-1|\d{1,15}) (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  return xact === undefined ? undefined : { xact: Number(xact), seq: Number(seq) };
}

// As stored, which is a third or less of what it is as text; one event is always let through.
const pageBytes = 4 * 1024 * 1024;

/** The next events after a position, as many as fit a page. */
export async function readEventFeed(
  db: Knex,
  { orgId, environment, types, since }: FeedFilter,
  after: FeedPosition,
  limit: number,
): Promise<FeedPage> {
  const { rows } = await db.raw<{ rows: PlaceRow[] }>(
    `select f.*, s.settled from (select app_xact_settled() as settled) s left join lateral (
       select e.id, e.xact, e.seq, pg_column_size(e.data) as size from event e
       where e.xact < s.settled and (e.xact, e.seq) > (:xact::bigint, :seq::bigint)
         and (:orgId::uuid is null or e.org_id = :orgId) and (:environment::text is null or e.environment = :environment)
         and (:types::text[] is null or e.type = any(:types)) and (:since::timestamptz is null or e.received_at >= :since)
       order by e.xact, e.seq limit :most
     ) f on true order by f.xact, f.seq`,
    {
      ...after,
      orgId: orgId ?? null,
      environment: environment ?? null,
      types: types ? [...types] : null,
      since: since ?? null,
      most: limit + 1,
    },
  );
  const places = rows.flatMap((row) => (row.id === null ? [] : [{ ...row, id: row.id }]));
  const shown = fitting(places.slice(0, limit));
  const more = shown.length < places.length;
  const last = shown.at(-1);
  // Everything before the end is seen: what comes next is of a later transaction.
  const { settled } = rows[0]!;
  const end = after.xact < settled ? { xact: settled, seq: 0 } : after;
  const next = more && last ? { xact: last.xact, seq: last.seq } : end;
  return { events: await eventsAt(db, shown), next, more, isAhead: after.xact > settled };
}

function fitting<T extends { readonly size: number }>(places: readonly T[]): readonly T[] {
  let bytes = 0;
  return places.filter(({ size }, nth) => {
    bytes += size;
    return nth === 0 || bytes <= pageBytes;
  });
}

async function eventsAt(
  db: Knex,
  places: readonly { readonly id: string; readonly xact: number; readonly seq: number }[],
): Promise<readonly FeedEvent[]> {
  if (places.length === 0) return [];
  const rows = await db('event')
    .whereIn(
      'id',
      places.map(({ id }) => id),
    )
    .select<EventRow[]>('id', 'environment', 'type', 'subject', 'data', { orgId: 'org_id', occurredAt: 'occurred_at' });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return places.flatMap(({ id, xact, seq }) => {
    const row = byId.get(id);
    if (!row) return [];
    const { orgId, environment } = row;
    return [{ position: { xact, seq }, orgId, environment, event: envelope(row) }];
  });
}
