import { hash } from 'node:crypto';
import { laneOf, routes } from '../domain/routes.ts';
import { OdooError } from '../odoo/error.ts';
import { emptyFeed, type FeedState, type Release, readReleases } from '../odoo/feed.ts';
import type { Tx } from '../store/database.ts';
import { envelope } from '../store/deliveries.ts';
import { type ConnectionSettings, lockFeed, saveFeed } from '../store/odoo-connections.ts';
import { insertEvents } from '../store/translation.ts';
import type { Context } from './context.ts';
import { type OdooConnection, odooById } from './odoo-connection.ts';

/** Asks one Odoo what was released since the last look, and turns it into events for the partners concerned. The feed's memory moves in the same transaction. */
export async function collect(context: Context, connectionId: string): Promise<void> {
  const connection = await odooById(context, connectionId);
  const pickingTypeIds = connection?.settings.pickingTypeIds ?? [];
  if (!connection || pickingTypeIds.length === 0) return;
  let woken = false;
  try {
    await context.db.system.transaction(async (tx) => {
      const memory = await lockFeed<FeedState>(tx, connectionId);
      // Somebody else is looking at this moment.
      if (!memory) return;
      const { releases, since, seen, waiting } = await readReleases(connection.client, {
        ...emptyFeed,
        ...memory,
        pickingTypeIds,
      });
      for (const release of releases) woken = (await emit(tx, context, connection, release)) || woken;
      await saveFeed(tx, connectionId, { since, seen, waiting });
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
  if (woken) context.nudge();
}

/** Writes the event of a release unless it is known already. @returns whether somebody gets it. */
async function emit(tx: Tx, context: Context, connection: OdooConnection, release: Release): Promise<boolean> {
  const orgId = receiverOf(connection.settings, release);
  if (!orgId) return false;
  const { environment } = connection;
  const of = { org_id: orgId, environment, type: release.type, subject: release.subject };
  const known = await tx('event').where(of).select<{ id: string }[]>('id');
  const id = hash(
    'sha256',
    `${connection.id}/${release.type}/${release.recordKey}/${release.contentHash}`,
    'hex',
  ).slice(0, 32);
  if (known.some((event) => event.id === id)) return false;
  // The partner has the order already: what comes now changes it.
  const data = known.length > 0 ? { ...release.data, purpose: 'change' } : release.data;
  const receivedAt = context.now();
  const event = envelope({
    id,
    orgId,
    type: release.type,
    subject: release.subject,
    occurredAt: new Date(release.releasedAt),
    data,
  });
  const { subscriber = 'partner', record } = routes[release.type];
  const lane = laneOf(subscriber, `${environment}/${orgId}`, record(data, release.subject));
  await insertEvents(tx, { orgId, environment }, [
    {
      event,
      documentId: null,
      setId: null,
      receivedAt,
      provenance: {},
      delivery: { id: context.newId(), subscriber, lane },
    },
  ]);
  return true;
}

/** The partner that gets the event: the first route that fits, and for tenders the carrier's. */
function receiverOf(settings: ConnectionSettings, release: Release): string | undefined {
  const { scac } = (release.data['carrier'] ?? {}) as { scac?: string };
  return settings.routes?.find(
    (route) => route.event === release.type && (route.carrier === undefined || route.carrier === scac),
  )?.orgId;
}
