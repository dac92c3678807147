import type { Handover } from '../channels/channel.ts';
import { HandoverError } from '../channels/handover-error.ts';
import { afterFailure, type Breaker, failuresToOpen } from '../domain/breaker.ts';
import type { ErrorCode } from '../domain/error-catalogue.ts';
import { CodedError } from '../domain/errors.ts';
import { forPartner } from '../domain/events.ts';
import type { NewExchange } from '../domain/exchange.ts';
import { endpointCases } from '../domain/obligations/endpoint-cases.ts';
import { afterRejection, isHopeless, nextTry } from '../domain/webhook-pace.ts';
import type { Tx } from '../store/database.ts';
import type { WebhookHead } from '../store/deliveries.ts';
import {
  claimProbe,
  closeBreaker,
  findEndpoint,
  noteSuccess,
  type SealedEndpoint,
  saveBreaker,
} from '../store/endpoints.ts';
import { insertExchange } from '../store/exchanges.ts';
import { organizationName } from '../store/partners.ts';
import { hurryUnreached, putBackUntried, waitsForEndpoint } from '../store/webhook-deliveries.ts';
import type { Context } from './context.ts';
import { channelCalled, settingsOf } from './endpoint-in-use.ts';
import { ruleFor } from './go-live/production-rule.ts';
import { recordHeld } from './go-live/record-held.ts';
import type { LaneLock } from './lane-lock.ts';
import { type NewCase, raise, resolveByFingerprint } from './obligations.ts';
import { LaneLost, recordNewest } from './record-outcome.ts';
import { redactorOf } from './redact.ts';
import { stopEndpoint } from './stop-endpoint.ts';
import { takeSlot } from './webhook-slots.ts';

// How long one try may be under way before another one may find out.
const probeMs = 30_000;
const busyMs = 1_000;
const successEveryMs = 60_000;

/**
 * Posts one event to an endpoint of its partner and records it. Whoever dies in between leaves it to the next one to post it again, under the same id. While nothing
 * answers there, its events wait; one that is refused by itself waits for itself, and is a dead letter after a day.
 */
export async function postEvent(context: Context, head: WebhookHead, lock: LaneLock): Promise<void> {
  const { system } = context.db;
  const rule = await ruleFor(context, head);
  if (rule.kind === 'held') return recordHeld(context, head, rule.reason);
  const endpoint = await findEndpoint(system, head.endpointId);
  const channel = endpoint && channelCalled(context, endpoint.channel);
  if (!endpoint || !channel) throw new Error(`Delivery ${head.id} leads nowhere: no endpoint or no channel.`);
  const leave = await takeSlot(context, endpoint.id);
  if (!leave) return putBackUntried(system, head, new Date(context.now().getTime() + busyMs));
  try {
    const at = context.now();
    const mayTry =
      endpoint.breaker === 'closed' || (await claimProbe(system, endpoint.id, at, new Date(at.getTime() + probeMs)));
    if (!mayTry) return await putBackUntried(system, head, null);
    if (lock.lost) throw new LaneLost(`delivery ${head.id}: the connection that held the lane is gone`);
    const { event } = head;
    const bytes = Buffer.from(JSON.stringify(forPartner(event)));
    const outgoing = { id: event.id, fileName: event.type, bytes };
    const handover = await channel.deliver(outgoing, settingsOf(context, endpoint), endpoint);
    await system.transaction((tx) => recordPosted(context, tx, head, endpoint, handover));
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    await recordFailure(context, head, error);
  } finally {
    leave();
  }
}

function noteExchange(context: Context, tx: Tx, head: WebhookHead, endpoint: SealedEndpoint, given: NewExchange) {
  const exchange = redactorOf(context, endpoint)(given);
  return insertExchange(tx, endpoint, {
    ...exchange,
    ...{ id: context.newId(), at: context.now(), eventId: head.event.id },
    detail: { ...exchange.detail, attempt: head.attempts + 1, subject: head.event.subject },
  });
}

async function recordPosted(
  context: Context,
  tx: Tx,
  head: WebhookHead,
  endpoint: SealedEndpoint,
  { detail: summary, exchange }: Handover,
): Promise<void> {
  const at = context.now();
  const { id, breaker, failures, lastSuccessAt } = endpoint;
  await recordNewest(tx, head, { state: 'applied', finishedAt: at });
  const made = { kind: 'event', direction: 'out', state: 'done', summary } as const;
  await noteExchange(context, tx, head, endpoint, exchange ?? made);
  if (breaker !== 'closed' || failures > 0) {
    await closeBreaker(tx, id, at);
    await hurryUnreached(tx, id);
    await resolveByFingerprint(tx, [endpointCases.failing(id)], at);
  } else if (!lastSuccessAt || at.getTime() - lastSuccessAt.getTime() > successEveryMs) await noteSuccess(tx, id, at);
}

async function recordFailure(context: Context, head: WebhookHead, error: CodedError): Promise<void> {
  const { code } = error;
  const reason = error.more.detail ?? error.message;
  const why = { reason, reasonCode: code };
  const at = context.now();
  await context.db.system.transaction(async (tx) => {
    const endpoint = await findEndpoint(tx, head.endpointId, { lock: true });
    if (!endpoint) throw new LaneLost(`delivery ${head.id}: its endpoint is gone`);
    const made = { kind: 'event', direction: 'out', state: 'failed', summary: reason } as const;
    await noteExchange(context, tx, head, endpoint, error instanceof HandoverError ? error.exchange : made);
    const breaker = breakerAfter(code, endpoint, at);
    const failingSince = head.failingSince ?? at;
    await saveBreaker(tx, endpoint.id, breaker, reason);
    if (code === 'webhook.gone' || isHopeless(breaker.failingSince, breaker.failures, at)) {
      await recordNewest(tx, head, { ...why, state: 'failed', finishedAt: at, failingSince });
      await stopEndpoint(context, tx, endpoint, { at, why, isGone: code === 'webhook.gone' });
    } else if (isHopeless(failingSince, head.attempts + 1, at)) {
      await recordNewest(tx, head, { ...why, state: 'failed', finishedAt: at, failingSince });
      await raise(context, tx, [await deadLetter(tx, endpoint, { at, reason })]);
    } else {
      const dueAt = nextTry({ attempts: head.attempts + 1, failingSince, at }, Math.random());
      await recordNewest(tx, head, { ...why, state: 'pending', dueAt, failingSince });
      if (breaker.state === 'open') {
        await waitsForEndpoint(tx, head.id);
        await raise(context, tx, [await failing(tx, endpoint, { at, reason, since: breaker.failingSince ?? at })]);
      }
    }
  });
  context.log.warn({ endpoint: head.endpointId, code }, 'an event could not be posted; it waits');
}

/** One that hangs costs a worker each time: it is not tried twice more to be sure. */
function breakerAfter(code: ErrorCode, endpoint: SealedEndpoint, at: Date): Breaker {
  if (code === 'webhook.rejected' || code === 'webhook.gone') return afterRejection(endpoint, at);
  const failures = code === 'webhook.timeout' ? Math.max(endpoint.failures, failuresToOpen - 1) : endpoint.failures;
  return afterFailure({ ...endpoint, failures }, at);
}

interface About {
  readonly at: Date;
  readonly reason: string;
}

async function failing(tx: Tx, endpoint: SealedEndpoint, of: About & { readonly since: Date }): Promise<NewCase> {
  const { id, orgId, environment, name, channel } = endpoint;
  const { at, since, reason: message } = of;
  const partner = await organizationName(tx, orgId);
  const facts = { endpointId: id, name, channel, partner, since, message };
  return { orgId, environment, at, about: { type: 'endpoint', id }, kind: 'endpoint.failing', facts };
}

async function deadLetter(tx: Tx, endpoint: SealedEndpoint, { at, reason: message }: About): Promise<NewCase> {
  const { id, orgId, environment, name } = endpoint;
  const facts = { endpointId: id, name, partner: await organizationName(tx, orgId), message };
  return { orgId, environment, at, about: { type: 'endpoint', id }, kind: 'endpoint.dead-letters', facts };
}
