import { createHash } from 'node:crypto';
import type { EventData, EventType } from '../domain/events.ts';
import type { Capabilities } from './capabilities.ts';
import type { Json, OdooClient } from './client.ts';
import { type FeedWords, type Made, type MissingEntry, receiptOf, releaseOf, tenderOf } from './feed-events.ts';
import { pickingSpecification, type ReleasedPicking } from './feed-picking.ts';
import type { PartnerUnits } from './units.ts';

/** What the feed knows from its last look; the caller keeps it. Start with `emptyFeed`, or with `since` for an Odoo whose older transfers are nobody's business. */
export interface FeedState {
  /** Newest change seen, as Odoo shows it; null before the first look. */
  readonly since: string | null;
  /**
   * What was emitted within the overlap, by content: Odoo shows whole seconds, so a change in the second of the last look has the same `write_date`.
   */
  readonly seen: readonly string[];
  /** Transfers that are ready only in part or lack something: looked at again each time, since nothing tells when the rest comes. */
  readonly waiting: readonly number[];
}

export const emptyFeed: FeedState = { since: null, seen: [], waiting: [] };

/** Events that a transfer of Odoo's becomes. */
export type FeedType = Extract<
  EventType,
  'warehouse-order.released.v1' | 'shipment.tendered.v1' | 'receipt.expected.v1'
>;

export interface FeedOptions extends FeedState {
  readonly capabilities: Capabilities;
  /** What has not changed since then, as Odoo writes times, is nobody's business, but for a cancel of what somebody was told. */
  readonly begin?: string | undefined;
  /** Operation types whose transfers go to partners: deliveries become orders and loads, receipts become notices. */
  readonly pickingTypeIds: readonly number[];
  /** The code that the trade knows a carrier of Odoo's by. */
  readonly carrierCodes: ReadonlyMap<number, string>;
  /** Unit codes of the partner that gets events of a type; undefined where nobody gets them. */
  readonly unitsFor: (type: FeedType) => PartnerUnits | undefined;
  /** How far before `since` to look again: Odoo stamps a change with the start of its transaction, which may take two minutes. */
  readonly overlapSeconds?: number;
  readonly pageSize?: number;
}

interface FeedRecord {
  readonly type: FeedType;
  readonly subject: string;
  /** Id of the transfer. */
  readonly recordId: number;
  /** When Odoo changed the record, ISO 8601 UTC. */
  readonly changedAt: string;
}

/** A transfer that is ready to be told. */
export interface FeedItem extends FeedRecord {
  readonly data: Record<string, unknown>;
  /** SHA-256 of the data: what was emitted once within the overlap is not emitted again. */
  readonly contentHash: string;
  /** The planned date as it stands in Odoo, in Odoo's writing. */
  readonly scheduledDate: string | false;
  /** The line numbers of the event, and their moves. */
  readonly lines: Readonly<Record<string, number>>;
}

/** A transfer that is ready, and cannot be told for want of an entry that a person has to make. */
export interface FeedObstacle extends FeedRecord, MissingEntry {}

/** A transfer that Odoo has cancelled; whoever was told of it wants to know. */
export interface FeedCancel {
  readonly recordId: number;
  readonly subject: string;
  readonly changedAt: string;
}

export interface Feed extends FeedState {
  readonly items: readonly FeedItem[];
  readonly cancels: readonly FeedCancel[];
  readonly obstacles: readonly FeedObstacle[];
}

const defaultOverlapSeconds = 300;
const defaultPageSize = 80;

const shiftedBy = (time: string, seconds: number) =>
  new Date(Date.parse(`${time.replace(' ', 'T')}Z`) - seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
const keyOf = (item: FeedItem) => `${item.type}/${item.recordId}/${item.contentHash}`;

/**
 * Reads the transfers that were released, changed or cancelled since the last look, with all that an event needs, in a call for each page. Emits each at least once:
 * one that is written to much later is emitted again, and the caller tells whether that is news: also what the hub itself wrote, such as a carrier's estimate, comes back here. @throws OdooError
 */
export async function readFeed(client: OdooClient, options: FeedOptions): Promise<Feed> {
  const { since, overlapSeconds = defaultOverlapSeconds } = options;
  const { begin = '' } = options;
  const all = await readAll(client, options, since && shiftedBy(since, overlapSeconds));
  const found = all.filter((picking) => picking.state === 'cancel' || changedAt(picking) >= begin);
  const watermark = found.reduce<string | null>((latest, picking) => {
    const at = changedAt(picking);
    return latest === null || at > latest ? at : latest;
  }, since);
  const horizon = watermark === null ? '' : shiftedBy(watermark, overlapSeconds);
  const known = new Set(options.seen);
  const live = found.filter(({ state }) => state !== 'cancel');
  const ready = live.filter(isReady).map((picking) => ({ picking, told: recordsOf(picking, options) }));
  const items = ready.flatMap(({ told }) => told.filter((one) => 'data' in one));
  const obstacles = ready.flatMap(({ told }) => told.filter((one) => 'kind' in one));
  const hindered = new Set(obstacles.map(({ recordId }) => recordId));
  return {
    items: items.filter((item) => !known.has(keyOf(item))),
    cancels: found
      .filter(({ state }) => state === 'cancel')
      .map((picking) => ({ recordId: picking.id, subject: picking.name, changedAt: iso(changedAt(picking)) })),
    obstacles,
    since: watermark,
    seen: ready
      .filter(({ picking }) => changedAt(picking) >= horizon)
      .flatMap(({ told }) => told.flatMap((one) => ('data' in one ? [keyOf(one)] : []))),
    waiting: live.filter((picking) => !isReady(picking) || hindered.has(picking.id)).map(({ id }) => id),
  };
}

const iso = (time: string) => `${time.replace(' ', 'T')}Z`;

/** The newest change to anything that the event shows: a line added to the order does not touch the transfer's own `write_date`, nor does a new address. */
function changedAt(picking: ReleasedPicking): string {
  const stamps = [picking.write_date, ...picking.move_ids.map((move) => move.write_date)];
  if (picking.partner_id) stamps.push(picking.partner_id.write_date);
  if (picking.sale_id) stamps.push(picking.sale_id.write_date);
  return stamps.sort().at(-1) ?? picking.write_date;
}

/** What of a transfer may have changed. `|` stands before each two conditions. */
function changedSince(from: string, { sales }: Capabilities, waiting: readonly number[]): Json[] {
  const fields = [
    'write_date',
    'move_ids.write_date',
    'partner_id.write_date',
    ...(sales ? ['sale_id.write_date'] : []),
  ];
  const conditions: Json[] = [
    ...(waiting.length > 0 ? [['id', 'in', waiting]] : []),
    ...fields.map((field) => [field, '>=', from]),
  ];
  return [...conditions.slice(1).map(() => '|'), ...conditions];
}

async function readAll(client: OdooClient, options: FeedOptions, from: string | null): Promise<ReleasedPicking[]> {
  const { pickingTypeIds, waiting, capabilities, pageSize = defaultPageSize } = options;
  const domain: Json[] = [
    ['picking_type_id', 'in', pickingTypeIds],
    // At the first look there is nobody who could have been told of a cancelled one.
    ['state', 'in', from === null ? ['assigned'] : ['assigned', 'cancel']],
    ...(from === null ? [] : changedSince(from, capabilities, waiting)),
  ];
  const found = new Map<number, ReleasedPicking>();
  for (let offset = 0; ; offset += pageSize) {
    const slice = { order: 'write_date, id', limit: pageSize, offset };
    const page = (await client.webSearchRead(
      'stock.picking',
      domain,
      pickingSpecification(capabilities),
      slice,
    )) as unknown as readonly ReleasedPicking[];
    // What changes while the pages are read moves to the end: an id may come twice, and the later one counts.
    for (const picking of page) found.set(picking.id, picking);
    if (page.length < pageSize) return [...found.values()];
  }
}

const isReceipt = (picking: ReleasedPicking) => picking.picking_type_code === 'incoming';

/** `assigned` also means: some of it is there. An order goes out when all of it is; what is expected needs no stock. */
function isReady(picking: ReleasedPicking): boolean {
  const open = picking.move_ids.filter(({ state }) => state !== 'cancel' && state !== 'done');
  return open.length > 0 && (isReceipt(picking) || open.every((move) => move.quantity >= move.product_uom_qty));
}

function recordsOf(picking: ReleasedPicking, options: FeedOptions): (FeedItem | FeedObstacle)[] {
  const types: readonly FeedType[] = isReceipt(picking)
    ? ['receipt.expected.v1']
    : ['warehouse-order.released.v1', 'shipment.tendered.v1'];
  return types.flatMap((type) => {
    const units = options.unitsFor(type);
    return units ? recordOf(picking, type, { ...options, units }) : [];
  });
}

const makers = {
  'warehouse-order.released.v1': releaseOf,
  'shipment.tendered.v1': tenderOf,
  'receipt.expected.v1': receiptOf,
} as const satisfies {
  readonly [T in FeedType]: (picking: ReleasedPicking, words: FeedWords) => Made<EventData[T]> | undefined;
};

function recordOf(
  picking: ReleasedPicking,
  type: FeedType,
  options: FeedOptions & { units: PartnerUnits },
): (FeedItem | FeedObstacle)[] {
  const record = { type, subject: picking.name, recordId: picking.id, changedAt: iso(changedAt(picking)) };
  const words: FeedWords = {
    units: options.units,
    table: options.capabilities.units,
    carrierCodes: options.carrierCodes,
  };
  const made = makers[type](picking, words);
  if (!made) return [];
  if ('kind' in made) return [{ ...record, ...made }];
  return [
    {
      ...record,
      data: made.data,
      lines: made.lines,
      scheduledDate: picking.scheduled_date,
      contentHash: createHash('sha256').update(JSON.stringify(made.data)).digest('hex'),
    },
  ];
}
