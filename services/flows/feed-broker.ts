import { type Broker, BrokerError, type BrokerMessage, subjectPart } from '../channels/broker/broker.ts';
import { type FeedEvent, type FeedPage, type FeedPosition, feedCursor, readEventFeed } from '../store/event-feed.ts';
import { moveReader, noteReaderTrouble, readerOf, readingAlone } from '../store/event-reader.ts';
import { ownOrganisation } from '../store/partners.ts';
import { openFingerprints } from '../store/read/open-cases.ts';
import type { Context } from './context.ts';
import { keepCases } from './obligations.ts';

const reader = 'broker';
const pageEvents = 200;
const firstPauseMs = 1_000;
const longestPauseMs = 30_000;
// One failure may be a server that starts anew.
const failuresForCase = 3;
const kind = 'broker.failing';

/**
 * Hands every canonical event to the broker, in the order in which they came to be. It reads the same list as everybody who has no broker, and keeps where it is: what
 * is published and not noted before a crash is published again, with the same id. A broker that is away holds up nothing but this.
 */
export async function feedBroker(context: Context, broker: Broker): Promise<void> {
  await readingAlone(context.db.lanes, async () => {
    while (!context.closing?.aborted && (await publishPage(context, broker)));
  });
}

/** @returns whether there may be more. */
async function publishPage(context: Context, broker: Broker): Promise<boolean> {
  const { system } = context.db;
  const at = context.now();
  const { position, failures, failingSince, retryAt } = await readerOf(system, reader, at);
  if (retryAt && retryAt > at && retryAt.getTime() - at.getTime() <= longestPauseMs) return false;
  const page = await readEventFeed(system, {}, position, pageEvents);
  if (page.events.length === 0) return false;
  try {
    await publish(broker, page, position);
  } catch (error) {
    if (!(error instanceof BrokerError)) throw error;
    await noteTrouble(context, { failures: failures + 1, failingSince: failingSince ?? at, reason: error.message });
    return false;
  }
  await system.transaction(async (tx) => {
    await moveReader(tx, reader, page.next, context.now());
    if (failures > 0) await keepCases(context, tx, kind, [], context.now());
  });
  return page.more;
}

async function publish(broker: Broker, { events }: FeedPage, before: FeedPosition): Promise<void> {
  const largest = await broker.largest();
  await broker.publish(events.map((one, nth) => messageOf(one, largest, events[nth - 1]?.position ?? before)));
}

/** @param before where the event before it stands: from there it can be fetched when it is too large for the broker */
function messageOf({ orgId, environment, event }: FeedEvent, largest: number, before: FeedPosition): BrokerMessage {
  const whole = Buffer.from(JSON.stringify(event));
  return {
    subject: `crossdock.${environment}.${orgId}.${event.type}.${subjectPart(event.subject)}`,
    id: event.id,
    record: `${environment}/${orgId}/${event.subject}`,
    schema: event.dataschema,
    body: whole.length <= largest - headersRoom ? whole : byReference(event, environment, before),
  };
}

const headersRoom = 4096;

/** As the extension `dataref` of CloudEvents has it: who wants the data asks the hub for it. */
function byReference({ data: _, ...event }: FeedEvent['event'], environment: string, before: FeedPosition): Uint8Array {
  const dataref = `/v1/events?environment=${environment}&limit=1&cursor=${feedCursor(before)}`;
  return Buffer.from(JSON.stringify({ ...event, dataref }));
}

async function noteTrouble(
  context: Context,
  {
    failures,
    failingSince,
    reason,
  }: { readonly failures: number; readonly failingSince: Date; readonly reason: string },
): Promise<void> {
  const at = context.now();
  const pause = Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs);
  const retryAt = new Date(at.getTime() + pause);
  const { system } = context.db;
  await noteReaderTrouble(system, reader, { failures, failingSince, retryAt, reason });
  if (failures < failuresForCase || (await openFingerprints(system, kind)).length > 0) return;
  context.log.warn({ failures }, `the broker takes no events: ${reason}`);
  await system.transaction(async (tx) => {
    const orgId = await ownOrganisation(tx);
    const about = { type: 'organization', id: orgId } as const;
    const facts = { reason, since: failingSince };
    await keepCases(context, tx, kind, [{ orgId, environment: 'production', at, about, kind, facts }], at);
  });
}
