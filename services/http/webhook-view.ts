import type { components } from '../../specs/generated/openapi.ts';
import type { Context } from '../flows/context.ts';
import { type BulkRetryRow, outcomeOfBulkRetry } from '../store/bulk-retries.ts';
import type { DeliveryState } from '../store/deliveries.ts';
import { type WebhookDelivery, type WebhookState, webhookStates } from '../store/webhook-deliveries.ts';

const stateOf = (state: DeliveryState): WebhookState =>
  (Object.keys(webhookStates) as WebhookState[]).find((name) => webhookStates[name].some((one) => one === state))!;

/** A delivery as its partner and the team see it. */
export function deliveryView(row: WebhookDelivery): components['schemas']['WebhookDelivery'] {
  const { id, eventId, type, subject, state, attempts, failingSince, dueAt, finishedAt, reason, reasonCode } = row;
  const shown = stateOf(state);
  return {
    ...{ id, eventId, type, subject, state: shown, attempts },
    ...(failingSince && { failingSince: failingSince.toISOString() }),
    ...(dueAt && shown === 'waiting' && { dueAt: dueAt.toISOString() }),
    ...(finishedAt && { finishedAt: finishedAt.toISOString() }),
    ...(reason !== null && { reason }),
    ...(reasonCode !== null && { reasonCode }),
  };
}

/** A replay with what came of it so far. */
export async function replayView({ db }: Context, row: BulkRetryRow): Promise<components['schemas']['Replay']> {
  const { id, total, done, createdAt, finishedAt } = row;
  return {
    ...{ id, total, done, createdAt: createdAt.toISOString() },
    ...(await outcomeOfBulkRetry(db.system, id)),
    ...(finishedAt && { finishedAt: finishedAt.toISOString() }),
  };
}
