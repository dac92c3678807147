import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { laneOf } from '../domain/destinations.ts';
import { append } from '../domain/lists.ts';
import { odooTime } from '../odoo/actions/pickings.ts';
import { OdooError } from '../odoo/error.ts';
import { emptyFeed, type Feed, type FeedItem, type FeedState, type FeedType, readFeed } from '../odoo/feed.ts';
import { datedLike } from '../odoo/feed-events.ts';
import type { PartnerUnits } from '../odoo/units.ts';
import { crossReferenceTable } from '../store/cross-references.ts';
import type { Tx } from '../store/database.ts';
import { isUnderWay, type PriorEvent, priorEvents, supersede } from '../store/deliveries.ts';
import { type ConnectionSettings, carrierCodes, lockFeed, saveFeed } from '../store/odoo-connections.ts';
import { insertNotified, partnersNotifiedOf, readOdooPartner, unitLookup } from '../store/odoo-partners.ts';
import { isOwnWrite } from '../store/odoo-writes.ts';
import { answerOrdersApart } from './answer-orders.ts';
import type { Context } from './context.ts';
import { keepObstacles } from './feed-obstacles.ts';
import { insertReleased, type Released } from './insert-released.ts';
import { resolveOfDeliveries } from './obligations.ts';
import { type OdooConnection, odooById } from './odoo-connection.ts';
import { noteReady, noteTrouble } from './odoo-health.ts';

/**
 * Asks one Odoo what was released, changed and cancelled since the last look, and turns it into events for the partners concerned. The feed's memory moves in the same
 * transaction; it stays where it is while something cannot be told yet, and the next look finds the same.
 */
export async function collect(context: Context, connectionId: string): Promise<void> {
  const connection = await odooById(context, connectionId);
  if (!connection) return;
  try {
    const results = await look(context, connection);
    const answered = await answerOrdersApart(context, connection);
    await noteReady(context, connection);
    if (results.includes('sent') || answered > 0) context.wakeRelay();
  } catch (error) {
    if (!(error instanceof OdooError)) throw error;
    // The next look comes by itself in a few seconds and finds the same.
    await noteTrouble(context, connection, error);
    context.log.warn(
      { connection: connectionId, kind: error.kind },
      `Odoo could not be asked for releases: ${error.message}`,
    );
  }
}

async function look(context: Context, connection: OdooConnection): Promise<readonly Emission[]> {
  const pickingTypeIds = connection.settings.pickingTypeIds ?? [];
  const capabilities = await connection.capabilities();
  if (pickingTypeIds.length === 0) return [];
  const units = await unitsOfReceivers(context, connection.settings);
  const codes = await carrierCodes(context.db.system, connection.id);
  return context.db.system.transaction(async (tx) => {
    const memory = await lockFeed<Memory>(tx, connection.id);
    // Somebody else is looking at this moment.
    if (!memory) return [];
    const last = lastLook(memory, context.now());
    const feed = await readFeed(connection.client, {
      ...last,
      capabilities,
      pickingTypeIds,
      carrierCodes: codes,
      unitsFor: (type) => units.get(type),
    });
    await keepObstacles(context, tx, connection, feed.obstacles);
    const results: Emission[] = [];
    for (const item of feed.items) results.push(await emit(tx, context, connection, item));
    for (const cancel of feed.cancels) append(results, await emitCancel(tx, context, connection, cancel));
    const { since, seen, waiting } = feed;
    const { begin, wholeAt } = last;
    if (!results.includes('later'))
      await saveFeed(tx, connection.id, { ...memory, since, seen, waiting, begin, wholeAt });
    return results;
  });
}

/** The unit codes of whoever gets events of each type. */
async function unitsOfReceivers(
  context: Context,
  { routes: receivers = [] }: ConnectionSettings,
): Promise<ReadonlyMap<FeedType, PartnerUnits>> {
  const found = new Map<FeedType, PartnerUnits>();
  for (const { event, orgId } of receivers) {
    const type = event as FeedType;
    if (!found.has(type)) found.set(type, await crossReferenceTable(context.db.system, orgId, unitLookup));
  }
  return found;
}

interface Memory extends FeedState {
  /** Nothing that has not changed since then is sent, as Odoo writes times; absent where everything is to go out. */
  readonly begin?: string | undefined;
  /** When all ready transfers were looked at last, and not only what changed since the last look. */
  readonly wholeAt?: string;
}

const wholeEveryMs = 3_600_000;

/**
 * What the last look left to the next. Odoo stamps changes by a clock of its own: while that is set back, a change has a time from before the last look. So none of its times
 * is taken from the future, and once an hour everything that is ready is looked at, whatever its time.
 */
function lastLook(memory: Partial<Memory>, now: Date): Memory {
  const { since, wholeAt = '' } = memory;
  if (!(Math.abs(now.getTime() - Date.parse(wholeAt)) < wholeEveryMs))
    return { ...emptyFeed, ...memory, since: memory.begin ?? null, wholeAt: now.toISOString() };
  const latest = odooTime(now.toISOString());
  return { ...emptyFeed, ...memory, since: since && since > latest ? latest : (since ?? null) };
}

/** `sent`: somebody gets an event. `known`: it is no news, or nobody's. `later`: whether it is news is not known yet. */
type Emission = 'sent' | 'known' | 'later';

/** Writes the event of a transfer if that tells the partner something new. */
async function emit(tx: Tx, context: Context, connection: OdooConnection, item: FeedItem): Promise<Emission> {
  const { type, subject, recordId } = item;
  const orgId = receiverOf(connection.settings, item);
  if (!orgId) return 'known';
  const prior = await priorEvents(tx, { connectionId: connection.id, orgId, type, recordId });
  const last = prior.at(-1);
  // Asked before the writes are looked at: what is no longer under way has its writes on record.
  const underWay = last !== undefined && (await isUnderWay(tx, laneOf.odoo(connection.id, subject)));
  const data = last ? await changeOf(tx, connection, item, prior) : item.data;
  if (!data) return 'known';
  if (underWay) return 'later';
  await tell(
    tx,
    context,
    connection,
    { type, subject, recordId, orgId, data, lines: item.lines, at: item.changedAt },
    prior,
  );
  return 'sent';
}

/** Tells everybody who was told of a transfer that it was cancelled, where that is agreed. */
async function emitCancel(
  tx: Tx,
  context: Context,
  connection: OdooConnection,
  cancel: Feed['cancels'][number],
): Promise<readonly Emission[]> {
  const results: Emission[] = [];
  for (const { orgId, type } of await partnersNotifiedOf(tx, connection.id, cancel.recordId)) {
    const prior = await priorEvents(tx, { connectionId: connection.id, orgId, type, recordId: cancel.recordId });
    const last = prior.at(-1);
    const reached = prior.some((event) => event.reached);
    if (!last || last.data.purpose === 'cancel') continue;
    const { sendCancels } = await readOdooPartner(tx, connection.id, orgId);
    if (!sendCancels) continue;
    if (!reached) {
      // The partner never got anything: what was stopped on the way stays stopped.
      await stopFor(
        tx,
        prior.flatMap(({ stopped }) => stopped),
        context.now(),
      );
      continue;
    }
    const data = { ...last.data, purpose: 'cancel' };
    const { recordId, subject, changedAt: at } = cancel;
    await tell(tx, context, connection, { type, subject, recordId, orgId, data, lines: {}, at }, prior);
    results.push('sent');
  }
  return results;
}

/** Puts deliveries aside that a newer event takes the place of; their cases are over. */
async function stopFor(tx: Tx, deliveryIds: readonly string[], at: Date): Promise<void> {
  await supersede(tx, deliveryIds, at);
  await resolveOfDeliveries(tx, deliveryIds, at);
}

interface News extends Omit<Released, 'id'> {
  readonly recordId: number;
  readonly lines: Readonly<Record<string, number>>;
}

async function tell(
  tx: Tx,
  context: Context,
  connection: OdooConnection,
  { recordId, lines, ...news }: News,
  prior: readonly PriorEvent[],
): Promise<void> {
  const { type, subject, orgId } = news;
  // The nth event of a record: what is changed back to what it was is news again.
  const key = `${connection.id}/${type}/stock.picking/${recordId}/${prior.length}`;
  const id = hash('sha256', key, 'hex').slice(0, 32);
  await stopFor(
    tx,
    prior.flatMap(({ stopped }) => stopped),
    context.now(),
  );
  await insertReleased(tx, context, connection, { ...news, id });
  await insertNotified(tx, {
    eventId: id,
    connectionId: connection.id,
    orgId,
    eventType: type,
    recordId,
    name: subject,
    lines,
  });
}

/**
 * The changed order, or undefined when people changed nothing: a planned date that the hub wrote there from a carrier's estimate is no news to a partner.
 * An order of which the partner never got anything is no change to it, nor is one that is released again after a cancel.
 */
async function changeOf(
  tx: Tx,
  connection: OdooConnection,
  item: FeedItem,
  prior: readonly PriorEvent[],
): Promise<Record<string, unknown> | undefined> {
  const last = prior.at(-1)!.data;
  const field = {
    connectionId: connection.id,
    model: 'stock.picking',
    recordId: item.recordId,
    field: 'scheduled_date',
  };
  const own = await isOwnWrite(tx, field, item.scheduledDate);
  const data = own ? datedLike(item.data, last) : item.data;
  const anew = last.purpose === 'cancel' || prior.every(({ reached }) => !reached);
  const purpose = anew ? item.data.purpose : 'change';
  const unchanged = last.purpose !== 'cancel' && isDeepStrictEqual({ ...data, purpose }, { ...last, purpose });
  return unchanged ? undefined : { ...data, purpose };
}

/** The partner that gets the event: the first route that fits, and for tenders the carrier's. */
function receiverOf(settings: ConnectionSettings, item: FeedItem): string | undefined {
  const { scac } = (item.data.carrier ?? {}) as { scac?: string };
  return settings.routes?.find(
    (route) => route.event === item.type && (route.carrier === undefined || route.carrier === scac),
  )?.orgId;
}
