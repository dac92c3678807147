import { createHash } from 'node:crypto';
import type { EventType } from '../domain/events.ts';
import type { OdooClient } from './client.ts';
import { releaseOf, tenderOf } from './feed-events.ts';
import { pickingSpecification, type ReleasedPicking } from './feed-picking.ts';

/** What the feed knows from its last look; the caller keeps it. Start with `emptyFeed`. */
export interface FeedState {
  /** Newest `write_date` seen, as Odoo shows it; null before the first look. */
  readonly since: string | null;
  /**
   * What was emitted within the overlap, by content: Odoo shows whole seconds, so a change in the second of the last look has the same `write_date`.
   */
  readonly seen: readonly string[];
  /** Transfers that are ready only in part: looked at again each time, since Odoo before 19 does not tell when the rest comes. */
  readonly waiting: readonly number[];
}

export const emptyFeed: FeedState = { since: null, seen: [], waiting: [] };

export interface FeedOptions extends FeedState {
  /** Operation types whose transfers go to the warehouse. */
  readonly pickingTypeIds: readonly number[];
  /** How far before `since` to look again: Odoo stamps a change with the start of its transaction, which may take two minutes. */
  readonly overlapSeconds?: number;
  readonly pageSize?: number;
}

export interface Release {
  readonly type: Extract<EventType, 'warehouse-order.released.v1' | 'shipment.tendered.v1'>;
  readonly subject: string;
  readonly data: Record<string, unknown>;
  /** Stable name of the record: `stock.picking/53`. */
  readonly recordKey: string;
  /** SHA-256 of the data: what was emitted once within the overlap is not emitted again. */
  readonly contentHash: string;
  /** When Odoo changed the record, ISO 8601 UTC. */
  readonly releasedAt: string;
  /** The planned date as it stands in Odoo, in Odoo's writing. */
  readonly scheduledDate: string | false;
}

export interface Releases extends FeedState {
  readonly releases: readonly Release[];
  /** The same as `since`. */
  readonly watermark: string | null;
}

const defaultOverlapSeconds = 300;
const defaultPageSize = 80;

const shiftedBy = (time: string, seconds: number) =>
  new Date(Date.parse(`${time.replace(' ', 'T')}Z`) - seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
const keyOf = (release: Release) => `${release.type}/${release.recordKey}/${release.contentHash}`;

/**
 * Reads the transfers that have become ready since the last look, with all that an order needs, in a call for each page. Emits each at least once:
 * one that is written to much later is emitted again, and the caller tells whether that is news: also what the hub itself wrote, such as a carrier's estimate, comes back here. @throws OdooError
 */
export async function readReleases(client: OdooClient, options: FeedOptions): Promise<Releases> {
  const { since, overlapSeconds = defaultOverlapSeconds } = options;
  const found = await readAll(client, options, since && shiftedBy(since, overlapSeconds));
  const watermark = found.reduce<string | null>(
    (latest, { write_date: at }) => (latest === null || at > latest ? at : latest),
    since,
  );
  const horizon = watermark === null ? '' : shiftedBy(watermark, overlapSeconds);
  const known = new Set(options.seen);
  const ready = found.filter(isReserved).map((picking) => ({ picking, releases: releasesOf(picking) }));
  return {
    releases: ready.flatMap(({ releases }) => releases).filter((release) => !known.has(keyOf(release))),
    watermark,
    since: watermark,
    seen: ready.filter(({ picking }) => picking.write_date >= horizon).flatMap(({ releases }) => releases.map(keyOf)),
    waiting: found.filter((picking) => !isReserved(picking)).map(({ id }) => id),
  };
}

async function readAll(client: OdooClient, options: FeedOptions, from: string | null): Promise<ReleasedPicking[]> {
  const { pickingTypeIds, waiting, pageSize = defaultPageSize } = options;
  const changed =
    from === null
      ? []
      : waiting.length > 0
        ? ['|', ['id', 'in', waiting], ['write_date', '>=', from]]
        : [['write_date', '>=', from]];
  const domain = [['picking_type_id', 'in', pickingTypeIds], ['state', '=', 'assigned'], ...changed];
  const found = new Map<number, ReleasedPicking>();
  for (let offset = 0; ; offset += pageSize) {
    const slice = { order: 'write_date, id', limit: pageSize, offset };
    const page = (await client.webSearchRead(
      'stock.picking',
      domain,
      pickingSpecification,
      slice,
    )) as unknown as readonly ReleasedPicking[];
    // What changes while the pages are read moves to the end: an id may come twice, and the later one counts.
    for (const picking of page) found.set(picking.id, picking);
    if (page.length < pageSize) return [...found.values()];
  }
}

/** `assigned` also means: some of it is there. An order goes out when all of it is. */
function isReserved(picking: ReleasedPicking): boolean {
  const open = picking.move_ids.filter(({ state }) => state !== 'cancel' && state !== 'done');
  return open.length > 0 && open.every((move) => move.quantity >= move.product_uom_qty);
}

function releasesOf(picking: ReleasedPicking): Release[] {
  const record = {
    subject: picking.name,
    recordKey: `stock.picking/${picking.id}`,
    releasedAt: `${picking.write_date.replace(' ', 'T')}Z`,
    scheduledDate: picking.scheduled_date,
  };
  const order = { ...record, type: 'warehouse-order.released.v1' as const, data: releaseOf(picking) };
  const tender = tenderOf(picking);
  const all = tender ? [order, { ...record, type: 'shipment.tendered.v1' as const, data: tender }] : [order];
  return all.map((release) => ({
    ...release,
    contentHash: createHash('sha256').update(JSON.stringify(release.data)).digest('hex'),
  }));
}
