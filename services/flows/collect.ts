import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { laneOf, routes } from '../domain/routes.ts';
import { odooTime } from '../odoo/actions/pickings.ts';
import { OdooError } from '../odoo/error.ts';
import { emptyFeed, type FeedState, type Release, readReleases } from '../odoo/feed.ts';
import { datedLike } from '../odoo/feed-events.ts';
import type { Tx } from '../store/database.ts';
import { envelope, isUnderWay, supersede, type Telling, tellings } from '../store/deliveries.ts';
import { type ConnectionSettings, lockFeed, saveFeed } from '../store/odoo-connections.ts';
import { isOwnWrite } from '../store/odoo-writes.ts';
import { insertEvents } from '../store/translation.ts';
import type { Context } from './context.ts';
import { type OdooConnection, odooById } from './odoo-connection.ts';

/**
 * Asks one Odoo what was released since the last look, and turns it into events for the partners concerned. The feed's memory moves in the same transaction;
 * it stays where it is while something cannot be told yet, and the next look finds the same.
 */
export async function collect(context: Context, connectionId: string): Promise<void> {
  const connection = await odooById(context, connectionId);
  const pickingTypeIds = connection?.settings.pickingTypeIds ?? [];
  if (!connection || pickingTypeIds.length === 0) return;
  const results: Emission[] = [];
  try {
    await context.db.system.transaction(async (tx) => {
      const memory = await lockFeed<Memory>(tx, connectionId);
      // Somebody else is looking at this moment.
      if (!memory) return;
      const last = lastLook(memory, context.now());
      const { releases, since, seen, waiting } = await readReleases(connection.client, { ...last, pickingTypeIds });
      for (const release of releases) results.push(await emit(tx, context, connection, release));
      if (!results.includes('later')) await saveFeed(tx, connectionId, { since, seen, waiting, wholeAt: last.wholeAt });
    });
  } catch (error) {
    if (!(error instanceof OdooError)) throw error;
    // The next look comes by itself in a few seconds and finds the same.
    context.log.warn(
      { connection: connectionId, kind: error.kind },
      `Odoo could not be asked for releases: ${error.message}`,
    );
    return;
  }
  if (results.includes('sent')) context.nudge();
}

interface Memory extends FeedState {
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
    return { ...emptyFeed, ...memory, since: null, wholeAt: now.toISOString() };
  const latest = odooTime(now.toISOString());
  return { ...emptyFeed, ...memory, since: since && since > latest ? latest : (since ?? null) };
}

/** `sent`: somebody gets an event. `known`: it is no news, or nobody's. `later`: whether it is news is not known yet. */
type Emission = 'sent' | 'known' | 'later';

/** Writes the event of a release if that tells the partner something new. */
async function emit(tx: Tx, context: Context, connection: OdooConnection, release: Release): Promise<Emission> {
  const { type, subject } = release;
  const orgId = receiverOf(connection.settings, release);
  if (!orgId) return 'known';
  const { environment } = connection;
  const told = await tellings(tx, { orgId, environment, type, subject });
  const last = told.at(-1);
  // Asked before the writes are looked at: what is no longer under way has its writes on record.
  const underWay = last !== undefined && (await isUnderWay(tx, laneOf('odoo', connection.id, subject)));
  const data = last ? await changeOf(tx, connection, release, told) : release.data;
  if (!data) return 'known';
  if (underWay) return 'later';
  const receivedAt = context.now();
  // The nth telling of a record: what is changed back to what it was is news again.
  const id = hash('sha256', `${connection.id}/${type}/${release.recordKey}/${told.length}`, 'hex').slice(0, 32);
  const event = envelope({ id, orgId, type, subject, occurredAt: new Date(release.releasedAt), data });
  const { subscriber = 'partner', record } = routes[type];
  const lane = laneOf(subscriber, `${environment}/${orgId}`, record(data, subject));
  const stopped = told.filter(({ reached }) => !reached).map(({ deliveryId }) => deliveryId);
  await supersede(tx, stopped, receivedAt);
  await insertEvents(tx, { orgId, environment }, [
    {
      event,
      documentId: null,
      setId: null,
      documentSeq: 0,
      turn: 0,
      receivedAt,
      provenance: {},
      delivery: { id: context.newId(), subscriber, lane },
    },
  ]);
  return 'sent';
}

/**
 * The changed order, or undefined when people changed nothing: a planned date that the hub wrote there from a carrier's estimate is no news to a partner.
 * An order of which the partner never got anything is no change to it.
 */
async function changeOf(
  tx: Tx,
  connection: OdooConnection,
  release: Release,
  told: readonly Telling[],
): Promise<Record<string, unknown> | undefined> {
  const last = told.at(-1)!.data;
  const [model = '', id] = release.recordKey.split('/');
  const field = { connectionId: connection.id, model, recordId: Number(id), field: 'scheduled_date' };
  const own = await isOwnWrite(tx, field, release.scheduledDate);
  const data = own ? datedLike(release.data, last) : release.data;
  const purpose = told.some(({ reached }) => reached) ? 'change' : release.data.purpose;
  return isDeepStrictEqual({ ...data, purpose }, { ...last, purpose }) ? undefined : { ...data, purpose };
}

/** The partner that gets the event: the first route that fits, and for tenders the carrier's. */
function receiverOf(settings: ConnectionSettings, release: Release): string | undefined {
  const { scac } = (release.data.carrier ?? {}) as { scac?: string };
  return settings.routes?.find(
    (route) => route.event === release.type && (route.carrier === undefined || route.carrier === scac),
  )?.orgId;
}
