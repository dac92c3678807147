import { laneOf } from '../domain/destinations.ts';
import { CodedError } from '../domain/errors.ts';
import { endpointCases } from '../domain/obligations/endpoint-cases.ts';
import { audit } from '../store/audit.ts';
import { type BulkRetryRow, findBulkRetry, insertReplay, type ReplayOf } from '../store/bulk-retries.ts';
import type { Tx } from '../store/database.ts';
import { askNow } from '../store/endpoints.ts';
import { insertMissed, missedEvents, webhookDeliveryState } from '../store/webhook-deliveries.ts';
import type { Context } from './context.ts';
import type { EndpointBy, EndpointKey } from './endpoints.ts';
import { eventEndpoint } from './event-endpoint.ts';
import { resolveByFingerprint } from './obligations.ts';
import { continueRetries } from './retry-many.ts';

/** What is to be posted once more: one delivery, all dead letters, or all that was received in a time, also what the endpoint never was to get, and what waits. */
export type WantedReplay =
  | { readonly deliveryId: string }
  | { readonly dead: true }
  | { readonly from: Date; readonly to?: Date | undefined };

/** So many events at most go into one replay; what is left is for the next one. */
export const mostReplayed = 10_000;

/**
 * Posts events to an endpoint once more, under the ids that they had: now, whatever pause they or the endpoint would still wait for. Done by the hundred like a
 * retry of many; while one runs for an endpoint, there is no other for it.
 * @throws CodedError `http.conflict` while one runs, while the endpoint is paused, or while the one delivery is being posted; `http.not-found` where there is no
 * such delivery; `http.request-invalid` where the time ends before it begins
 */
export async function replay(
  context: Context,
  key: EndpointKey,
  wanted: WantedReplay,
  by: EndpointBy,
): Promise<BulkRetryRow> {
  const at = context.now();
  const id = context.newId();
  await context.db.scoped('*', async (tx) => {
    const { endpoint, channel } = await eventEndpoint(context, tx, key, { lock: true });
    if (endpoint.pausedAt !== null) {
      const how = endpoint.stopped === null ? 'paused' : 'stopped';
      throw new CodedError('http.conflict', { detail: `${endpoint.name} is ${how}. Resume it, then replay.` });
    }
    const { types, ordered } = channel.subscribes!(endpoint.settings);
    const { id: endpointId, orgId, environment } = endpoint;
    const of: ReplayOf = 'from' in wanted ? { from: wanted.from, to: wanted.to ?? at } : wanted;
    if ('deliveryId' in of) await holdToOne(tx, endpointId, of.deliveryId);
    if ('from' in of) {
      checkTime(of);
      const range = { ...of, endpointId, orgId, environment, types, limit: mostReplayed };
      const missed = await missedEvents(tx, range);
      const rows = missed.map(({ id: eventId, subject }) => ({
        ...{ id: context.newId(), eventId, lane: laneOf.webhook(endpointId, ordered ? subject : eventId) },
      }));
      await insertMissed(tx, { endpointId, orgId, environment }, rows);
    }
    const made = await insertReplay(tx, { id, endpointId, environment, actor: by.actor, at, of, most: mostReplayed });
    if (!made)
      throw new CodedError('http.conflict', {
        detail: `A replay runs for ${endpoint.name}. Wait until it is at its end.`,
      });
    await askNow(tx, endpointId);
    if ('dead' in wanted) await resolveByFingerprint(tx, [endpointCases.deadLetters(endpointId)], at);
    await note(tx, {
      orgId,
      endpointId,
      at,
      by,
      detail: { id, name: endpoint.name, ...said(wanted), events: made.total },
    });
  });
  await continueRetries(context);
  return (await findBulkRetry(context.db.system, { id }))!;
}

/** There is such a delivery of the endpoint, and nobody is posting it. */
async function holdToOne(tx: Tx, endpointId: string, deliveryId: string): Promise<void> {
  const state = await webhookDeliveryState(tx, { endpointId, id: deliveryId });
  if (state === undefined)
    throw new CodedError('http.not-found', {
      detail: `The endpoint has no delivery ${deliveryId}. Its deliveries are listed at \`…/deliveries\`.`,
    });
  if (state === 'in-flight')
    throw new CodedError('http.conflict', {
      detail: 'The delivery is being posted at this moment. Look what comes of it, then ask again.',
    });
}

function checkTime({ from, to }: { readonly from: Date; readonly to: Date }): void {
  if (from <= to) return;
  const message = `must not be after \`to\`, which is now (${to.toISOString()}) unless given`;
  throw new CodedError('http.request-invalid', {
    detail: `body/from ${message}.`,
    errors: [{ place: 'body/from', pointer: '/from', message }],
  });
}

const said = (wanted: WantedReplay) =>
  'from' in wanted
    ? { from: wanted.from.toISOString(), ...(wanted.to && { to: wanted.to.toISOString() }) }
    : { ...wanted };

function note(
  tx: Tx,
  of: EndpointKey & { readonly at: Date; readonly by: EndpointBy; readonly detail: Record<string, unknown> },
): Promise<void> {
  const { orgId, endpointId, at, by, detail } = of;
  const subject = { type: 'endpoint', id: endpointId } as const;
  return audit(tx, [{ orgId, at, actor: by.actor, by: by.by, action: 'endpoint.replayed', subject, detail }]);
}
