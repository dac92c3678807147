import type { Handover, Journal } from '../channels/channel.ts';
import { HandoverError } from '../channels/handover-error.ts';
import { afterFailure } from '../domain/breaker.ts';
import type { Sla } from '../domain/configuration/configuration.ts';
import { handoverId } from '../domain/destinations.ts';
import { CodedError, classifyError } from '../domain/errors.ts';
import type { NewExchange } from '../domain/exchange.ts';
import { receiptDue } from '../domain/obligations/due.ts';
import { endpointCases } from '../domain/obligations/endpoint-cases.ts';
import { audit } from '../store/audit.ts';
import type { Tx } from '../store/database.ts';
import { type ChannelHead, type DeliveryOutcome, readJournal, writeJournal } from '../store/deliveries.ts';
import { lockDocuments } from '../store/documents.ts';
import {
  closeBreaker,
  findEndpoint,
  halfOpen,
  noteSuccess,
  type SealedEndpoint,
  saveBreaker,
} from '../store/endpoints.ts';
import { insertExchange } from '../store/exchanges.ts';
import { markHandedOver, type OutgoingDocument, readOutgoing } from '../store/outbox.ts';
import { organizationName } from '../store/partners.ts';
import { cutOff, hasTrouble } from './certification/trouble.ts';
import { termsOf } from './configuration.ts';
import type { Context } from './context.ts';
import { channelCalled, settingsOf } from './endpoint-in-use.ts';
import type { LaneLock } from './lane-lock.ts';
import {
  advance,
  expect,
  met,
  raise,
  resolveByFingerprint,
  resolveOfDeliveries,
  setOutcome,
  startAnswerClocks,
} from './obligations.ts';
import { applyReceipt, settleEarlyReceipt } from './receipts.ts';
import { LaneLost, recordNewest, retryLater } from './record-outcome.ts';
import { redactorOf } from './redact.ts';

/**
 * Hands one document over at its endpoint and records it. Whoever dies in between leaves it to the next one to hand the same id over again, which channels make
 * reach the partner once. While an endpoint does not answer nothing fails: its documents wait in their order.
 */
export async function transmit(context: Context, head: ChannelHead, lock: LaneLock): Promise<void> {
  const { system } = context.db;
  const endpoint = await findEndpoint(system, head.endpointId);
  const outgoing = await readOutgoing(system, head.documentId);
  const channel = endpoint && channelCalled(context, endpoint.channel);
  if (!endpoint || !outgoing || !channel)
    throw new Error(`Delivery ${head.id} leads nowhere: no channel or no document.`);
  if (endpoint.removedAt) {
    const reason = `The endpoint ${endpoint.name} was removed. Resend the document at another one.`;
    const gone = { state: 'failed', reason, reasonCode: 'channel.refused' } as const;
    return inTransaction(context, head, (tx) => recordHandover(context, tx, head, gone));
  }
  if (endpoint.breaker === 'open') await halfOpen(system, endpoint.id);
  if (lock.lost) throw new LaneLost(`delivery ${head.id}: the connection that held the lane is gone`);
  let handover: Handover;
  try {
    const isCut = head.sending === 1 && (await hasTrouble(context, head, 'truncated-file'));
    const bytes = isCut ? cutOff(outgoing.bytes) : outgoing.bytes;
    const sent = { ...outgoing, bytes, id: handoverId(head) };
    handover = await channel.deliver(sent, settingsOf(context, endpoint), endpoint, journalOf(context, head));
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    const redact = redactorOf(context, endpoint);
    const reason = redact(error.more.detail ?? error.message);
    const why = { reason, reasonCode: error.code };
    const exchange = redact(error instanceof HandoverError ? error.exchange : failed(outgoing.fileName, reason));
    if (error instanceof HandoverError && error.isReceipt)
      return inTransaction(context, head, (tx) => recordRefusal(context, tx, head, { endpoint, exchange, reason }));
    const noted = (tx: Tx) => noteExchange(context, tx, { endpoint, documentId: head.documentId, exchange });
    if (classifyError(error).retry === 'later') await waitForEndpoint(context, head, why, noted);
    else
      await inTransaction(context, head, async (tx) => {
        await noted(tx);
        return recordHandover(context, tx, head, { state: 'failed', ...why });
      });
    return;
  }
  const sla = await slaOf(context, head, outgoing);
  await inTransaction(context, head, (tx) => recordArrival(context, tx, head, { endpoint, outgoing, handover, sla }));
}

/** Kept with the delivery, and committed at once: it is there for whoever comes after a crash. */
const journalOf = ({ db }: Context, { id }: ChannelHead): Journal => ({
  read: () => readJournal(db.system, id),
  write: (text) => writeJournal(db.system, id, text),
});

const failed = (fileName: string, reason: string): NewExchange => ({
  ...{ kind: 'message', direction: 'out', state: 'failed', summary: reason, detail: { fileName } },
});

const handedOver = (fileName: string, { state, detail: summary }: Handover): NewExchange => ({
  ...{
    kind: 'message',
    direction: 'out',
    state: state === 'delivered' ? 'done' : 'waits',
    summary,
    detail: { fileName },
  },
});

const noteExchange = (
  context: Context,
  tx: Tx,
  {
    endpoint,
    documentId,
    exchange,
  }: { readonly endpoint: SealedEndpoint; readonly documentId: string; readonly exchange: NewExchange },
) => insertExchange(tx, endpoint, { ...exchange, id: context.newId(), at: context.now(), documentIds: [documentId] });

/** How long the partner has, as it was agreed when the document was written. */
async function slaOf(
  context: Context,
  { orgId, environment }: ChannelHead,
  { set, hash, releaseId }: OutgoingDocument,
): Promise<Sla | undefined> {
  const terms = await termsOf(context, orgId, environment, { hash, releaseId });
  return terms?.configuration.documents.find((one) => one.direction === 'outbound' && one.set === set)?.sla;
}

interface HandedOver {
  readonly endpoint: SealedEndpoint;
  readonly outgoing: OutgoingDocument;
  readonly handover: Handover;
  readonly sla: Sla | undefined;
}

async function inTransaction(
  context: Context,
  head: ChannelHead,
  work: (tx: Tx) => Promise<readonly string[]>,
): Promise<void> {
  const touched = await context.db.system.transaction(work);
  for (const documentId of touched) context.changes.moved(head.orgId, documentId);
}

/** The bytes are where the channel brings them. */
async function recordArrival(
  context: Context,
  tx: Tx,
  head: ChannelHead,
  { endpoint, outgoing, handover, sla }: HandedOver,
): Promise<readonly string[]> {
  const at = context.now();
  const { id: endpointId, name, channel } = endpoint;
  const { orgId, environment, documentId } = head;
  await lockDocuments(tx, [documentId]);
  await recordNewest(tx, head, { state: 'applied', finishedAt: at });
  const isDelivered = handover.state === 'delivered';
  const before = await markHandedOver(tx, documentId, { state: isDelivered ? 'delivered' : 'sent', at });
  const exchange = redactorOf(context, endpoint)(handover.exchange ?? handedOver(outgoing.fileName, handover));
  await noteExchange(context, tx, { endpoint, documentId, exchange });
  const arrived = { documentId, orgId, at, detail: handover.detail };
  if (handover.state === 'delivered') {
    const given = handover.receipt ? [{ ...arrived, rung: 'mdn', detail: handover.receipt.detail } as const] : [];
    await met(tx, [{ ...arrived, rung: 'transport' }, ...given]);
    if (before.isOpen) await setOutcome(tx, documentId, before.awaitsAnswer ? 'waiting' : 'done');
  } else if (handover.receipt) {
    const clock = { kind: 'mdn', startedAt: at, dueAt: receiptDue(at, sla, handover.receipt.dueAt) } as const;
    await met(tx, [{ ...arrived, rung: 'transport' }]);
    await expect(context, tx, [{ documentId, orgId, environment, rung: 'mdn', clock }]);
    await settleEarlyReceipt(context, tx, endpoint, handover.receipt.transportId);
  } else await advance(tx, { expected: [{ documentId, orgId, rung: 'transport', detail: handover.detail }] });
  await startAnswerClocks(context, tx, [documentId], at);
  const action = isDelivered ? 'document.delivered' : 'document.handed-over';
  await audit(tx, [{ orgId, at, actor: 'hub', action, documentId, detail: { channel, endpoint: name } }]);
  if (head.attempts > 0) await resolveOfDeliveries(tx, [head.id], at);
  if (await closeBreaker(tx, endpointId, at)) await resolveByFingerprint(tx, [endpointCases.failing(endpointId)], at);
  else await noteSuccess(tx, endpointId, at);
  return [documentId];
}

/** The partner has the bytes and refuses them in its receipt: handed over they were. */
async function recordRefusal(
  context: Context,
  tx: Tx,
  head: ChannelHead,
  of: { readonly endpoint: SealedEndpoint; readonly exchange: NewExchange; readonly reason: string },
): Promise<readonly string[]> {
  const { endpoint, exchange, reason } = of;
  const { orgId, documentId } = head;
  const at = context.now();
  await lockDocuments(tx, [documentId]);
  await recordNewest(tx, head, { state: 'applied', finishedAt: at });
  await markHandedOver(tx, documentId, { state: 'sent', at });
  await noteExchange(context, tx, { endpoint, documentId, exchange });
  await met(tx, [{ documentId, orgId, rung: 'transport', at, detail: `Handed over at ${endpoint.name}` }]);
  await applyReceipt(context, tx, { endpoint, documentId, state: 'failed', detail: reason, at });
  if (head.attempts > 0) await resolveOfDeliveries(tx, [head.id], at);
  // The endpoint answers.
  if (await closeBreaker(tx, endpoint.id, at)) await resolveByFingerprint(tx, [endpointCases.failing(endpoint.id)], at);
  return [documentId];
}

/** The endpoint did not answer: the delivery waits, and after some failures in a row the endpoint with all that is for it. */
async function waitForEndpoint(
  context: Context,
  head: ChannelHead,
  why: { readonly reason: string; readonly reasonCode: string },
  noted: (tx: Tx) => Promise<unknown>,
): Promise<void> {
  await inTransaction(context, head, async (tx) => {
    const at = context.now();
    await noted(tx);
    const endpoint = await findEndpoint(tx, head.endpointId, { lock: true });
    if (!endpoint) return [];
    const breaker = afterFailure(endpoint, at);
    // With an open breaker it is the endpoint that is due again, and not the delivery.
    const outcome = breaker.state === 'open' ? ({ state: 'pending', ...why } as const) : retryLater(context, head, why);
    await recordNewest(tx, head, outcome);
    await saveBreaker(tx, endpoint.id, breaker, why.reason);
    if (breaker.state === 'open')
      await raiseCase(context, tx, endpoint, { at, since: breaker.failingSince ?? at, ...why });
    return [head.documentId];
  });
  context.log.warn(
    { endpoint: head.endpointId, code: why.reasonCode },
    'a document could not be handed over; it waits',
  );
}

async function raiseCase(
  context: Context,
  tx: Tx,
  { id, orgId, environment, name, channel }: SealedEndpoint,
  { at, since, reason }: { readonly at: Date; readonly since: Date; readonly reason: string },
): Promise<void> {
  const partner = await organizationName(tx, orgId);
  await raise(context, tx, [
    {
      ...{ orgId, environment, at, about: { type: 'endpoint', id }, kind: 'endpoint.failing' },
      facts: { endpointId: id, name, channel, partner, since, message: reason },
    },
  ]);
}

/** Records that a document will not be handed over, or that a fault of ours met it. @returns the documents that moved on. @throws LaneLost */
export async function recordHandover(
  context: Context,
  tx: Tx,
  head: ChannelHead,
  outcome: DeliveryOutcome,
): Promise<readonly string[]> {
  const at = context.now();
  const { orgId, environment, documentId } = head;
  await lockDocuments(tx, [documentId]);
  if (outcome.state === 'pending') {
    await recordNewest(tx, head, outcome);
    return [documentId];
  }
  await recordNewest(tx, head, { ...outcome, finishedAt: at });
  const { reason = '', reasonCode: code = outcome.state } = outcome;
  await met(tx, [{ documentId, orgId, rung: 'transport', state: 'failed', at, detail: reason }]);
  await setOutcome(tx, documentId, 'attention');
  const outgoing = await readOutgoing(tx, documentId);
  const subject = outgoing?.fileName ?? documentId;
  await raise(context, tx, [
    {
      ...{ orgId, environment, at, deliveryId: head.id, about: { type: 'document', id: documentId } },
      ...{ kind: 'delivery.stopped', facts: { code, type: 'document', subject, reason } },
    },
  ]);
  await audit(tx, [{ orgId, at, actor: 'hub', action: 'delivery.failed', documentId, detail: { code } }]);
  return [documentId];
}
