import type { Knex } from 'knex';
import type { EventType } from '../domain/events.ts';
import type { Tx } from './database.ts';
import type { DeliveryState, WebhookHead } from './deliveries.ts';
import type { Environment } from './documents.ts';

/** Gives a delivery back that was taken and not tried: the attempt does not count. */
export async function putBackUntried(db: Knex, head: Pick<WebhookHead, 'id' | 'attempts'>, dueAt: Date | null) {
  await db('delivery')
    .where({ id: head.id, attempts: head.attempts + 1 })
    .whereIn('state', ['pending', 'in-flight'])
    .update({ state: 'pending', attempts: head.attempts, due_at: dueAt });
}

/** With an open breaker it is the endpoint that is due again, and not its delivery. */
export async function waitsForEndpoint(tx: Tx, id: string): Promise<void> {
  await tx('delivery').where({ id }).update({ due_at: null });
}

/** The endpoint answers again: what could not reach it is due at once. What it refused itself keeps its pause. */
export async function hurryUnreached(tx: Tx, endpointId: string): Promise<void> {
  await tx('delivery')
    .where({ endpoint_id: endpointId, state: 'pending' })
    .whereNotNull('due_at')
    .whereNot({ reason_code: 'webhook.rejected' })
    .update({ due_at: null });
}

/** What waits for an endpoint that is to get nothing more becomes a dead letter. @returns how many */
export async function endWaiting(
  tx: Tx,
  endpointId: string,
  of: { readonly at: Date; readonly reason: string; readonly reasonCode: string },
): Promise<number> {
  return tx('delivery')
    .where({ endpoint_id: endpointId })
    .whereIn('state', ['pending', 'in-flight'])
    .update({ state: 'failed', finished_at: of.at, reason: of.reason, reason_code: of.reasonCode });
}

/** What became of an event at one endpoint. */
export interface WebhookDelivery {
  readonly id: string;
  readonly eventId: string;
  readonly type: EventType;
  readonly subject: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly failingSince: Date | null;
  readonly dueAt: Date | null;
  readonly finishedAt: Date | null;
  readonly reason: string | null;
  readonly reasonCode: string | null;
  /** Place in the list. */
  readonly seq: number;
}

export const webhookStates = {
  waiting: ['pending', 'in-flight'],
  delivered: ['applied', 'already-applied', 'superseded'],
  dead: ['failed', 'refused', 'held'],
} as const satisfies Record<string, readonly DeliveryState[]>;
export type WebhookState = keyof typeof webhookStates;

/** A page of what was and is to be posted to an endpoint, newest first. */
export function listWebhookDeliveries(
  db: Knex,
  of: {
    readonly endpointId: string;
    readonly state?: WebhookState | undefined;
    readonly before?: number | undefined;
    readonly limit: number;
  },
): Promise<readonly WebhookDelivery[]> {
  const query = db('delivery as d')
    .join('event as e', 'e.id', 'd.event_id')
    .where({ 'd.endpoint_id': of.endpointId, 'd.destination': 'webhook' })
    .orderBy('d.seq', 'desc')
    .limit(of.limit);
  if (of.state) query.whereIn('d.state', webhookStates[of.state]);
  if (of.before !== undefined) query.where('d.seq', '<', of.before);
  return query.select<WebhookDelivery[]>({
    ...{ id: 'd.id', eventId: 'e.id', type: 'e.type', subject: 'e.subject', state: 'd.state', attempts: 'd.attempts' },
    ...{ failingSince: 'd.failing_since', dueAt: 'd.due_at', finishedAt: 'd.finished_at', seq: 'd.seq' },
    ...{ reason: 'd.reason', reasonCode: 'd.reason_code' },
  });
}

/** How one delivery of an endpoint stands; undefined where it has none with this id. */
export async function webhookDeliveryState(
  tx: Tx,
  { endpointId, id }: { readonly endpointId: string; readonly id: string },
): Promise<DeliveryState | undefined> {
  const row = await tx('delivery')
    .where({ id, endpoint_id: endpointId, destination: 'webhook' })
    .first<{ state: DeliveryState } | undefined>('state');
  return row?.state;
}

/** Events that were received in a time and that an endpoint never was to get, oldest first. */
export async function missedEvents(
  tx: Tx,
  of: {
    readonly endpointId: string;
    readonly orgId: string;
    readonly environment: Environment;
    readonly types: readonly string[] | undefined;
    readonly from: Date;
    readonly to: Date;
    readonly limit: number;
  },
) {
  const query = tx('event as e')
    .where({ 'e.org_id': of.orgId, 'e.environment': of.environment })
    .whereBetween('e.received_at', [of.from, of.to])
    .whereNotExists(
      tx('delivery as d')
        .whereRaw('d.event_id = e.id')
        .where({ 'd.destination': 'webhook', 'd.endpoint_id': of.endpointId }),
    )
    .orderBy(['e.received_at', 'e.seq'])
    .limit(of.limit);
  if (of.types) query.whereIn('e.type', [...of.types]);
  return query.select<{ id: string; subject: string }[]>('e.id', 'e.subject');
}

export interface MissedDelivery {
  readonly id: string;
  readonly eventId: string;
  readonly lane: string;
}

/** Deliveries of missed events. They are begun by the replay that wants them. */
export async function insertMissed(
  tx: Tx,
  of: { readonly endpointId: string; readonly orgId: string; readonly environment: Environment },
  rows: readonly MissedDelivery[],
): Promise<void> {
  await tx.batchInsert(
    'delivery',
    rows.map(({ id, eventId, lane }) => ({
      ...{ id, org_id: of.orgId, environment: of.environment, event_id: eventId, destination: 'webhook', lane },
      ...{ place: of.endpointId, endpoint_id: of.endpointId, state: 'held', reason: 'Waits for its replay.' },
    })),
    500,
  );
}

/** Deliveries to an endpoint are due at once: what came to an end from the first try on, what waits, and what it waits behind, with the tries that it had. */
export async function postAgain(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx('delivery')
    .whereIn('id', ids)
    .where({ destination: 'webhook' })
    .whereNotIn('state', ['pending', 'in-flight'])
    .update({
      ...{ state: 'pending', due_at: null, finished_at: null, attempts: 0 },
      ...{ reason: null, reason_code: null, failing_since: null },
    });
  const waiting = { destination: 'webhook', state: 'pending' };
  const rows = await tx('delivery')
    .whereIn('id', ids)
    .where(waiting)
    .distinct<{ lane: string; orgId: string }[]>('lane', { orgId: 'org_id' });
  if (rows.length === 0) return;
  const lanes = rows.map(({ lane }) => lane);
  await tx('delivery').whereIn('lane', lanes).where(waiting).whereNotNull('due_at').update({ due_at: null });
  await tx('wake_up').insert(rows.map(({ lane, orgId }) => ({ topic: 'lane', key: lane, owner_id: orgId })));
}
