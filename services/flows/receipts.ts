import type { Receipt } from '../channels/host.ts';
import { audit } from '../store/audit.ts';
import type { Tx } from '../store/database.ts';
import { lockDocuments } from '../store/documents.ts';
import { type EndpointOf, findExchange, insertExchange, saveExchangeState } from '../store/exchanges.ts';
import { markHandedOver } from '../store/outbox.ts';
import type { Context } from './context.ts';
import { met, raise, setOutcome } from './obligations.ts';

/**
 * The receipt (MDN) for a document that was handed over: log, ladder, clock, state and, where it is negative, a case, in one transaction. One that comes before the
 * handover is written down is kept, and found then.
 * @returns false when nothing is written down as handed over under this id, or its receipt has come before.
 */
export async function recordReceipt(
  context: Context,
  endpoint: ReceiptOf,
  transportId: string,
  { state, detail, exchange }: Receipt,
): Promise<boolean> {
  const at = context.now();
  const verdict = { state, says: detail };
  const documentIds = await context.db.system.transaction(async (tx) => {
    await lockReceipts(tx, endpoint.id, transportId);
    const sent = await sentUnder(tx, endpoint.id, transportId);
    const entry = {
      ...exchange,
      transportId,
      detail: { ...exchange.detail, verdict },
      documentIds: sent?.documentIds ?? [],
    };
    await insertExchange(tx, endpoint, { ...entry, id: context.newId(), at });
    if (sent?.state !== 'waits') return undefined;
    await settle(context, tx, { endpoint, transportId, documentIds: sent.documentIds, verdict, at });
    return sent.documentIds;
  });
  for (const documentId of documentIds ?? []) context.changes.moved(endpoint.orgId, documentId);
  return documentIds !== undefined;
}

/** A document was handed over under this id, and that is written down: its receipt may have come before. The caller has locked the document. */
export async function settleEarlyReceipt(
  context: Context,
  tx: Tx,
  endpoint: ReceiptOf,
  transportId: string,
): Promise<void> {
  await lockReceipts(tx, endpoint.id, transportId);
  const receipt = await findExchange(tx, { endpointId: endpoint.id, direction: 'in', transportId, kind: 'receipt' });
  const verdict = receipt?.detail.verdict as Verdict | undefined;
  const sent = verdict && (await sentUnder(tx, endpoint.id, transportId));
  if (!sent) return;
  await settle(context, tx, { endpoint, transportId, documentIds: sent.documentIds, verdict, at: context.now() });
}

type ReceiptOf = EndpointOf & { readonly name: string };

interface Verdict {
  readonly state: Receipt['state'];
  readonly says: string;
}

const sentUnder = (tx: Tx, endpointId: string, transportId: string) =>
  findExchange(tx, { endpointId, direction: 'out', transportId, kind: 'message' });

/** Handover and receipt of one id are written down one after the other. */
const lockReceipts = (tx: Tx, endpointId: string, transportId: string) =>
  tx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`receipt/${endpointId}/${transportId}`]);

interface Settled {
  readonly endpoint: ReceiptOf;
  readonly transportId: string;
  readonly documentIds: readonly string[];
  readonly verdict: Verdict;
  readonly at: Date;
}

async function settle(
  context: Context,
  tx: Tx,
  { endpoint, transportId, documentIds, verdict, at }: Settled,
): Promise<void> {
  const { state, says: detail } = verdict;
  await saveExchangeState(tx, { endpointId: endpoint.id, transportId }, state === 'delivered' ? 'done' : 'failed');
  await lockDocuments(tx, documentIds);
  for (const documentId of documentIds) await recordOne(context, tx, { endpoint, documentId, state, detail, at });
}

interface One {
  readonly endpoint: ReceiptOf;
  readonly documentId: string;
  readonly state: Receipt['state'];
  readonly detail: string;
  readonly at: Date;
}

async function recordOne(context: Context, tx: Tx, { endpoint, documentId, state, detail, at }: One): Promise<void> {
  const { orgId, environment, name, channel } = endpoint;
  const isGood = state === 'delivered';
  await met(tx, [{ documentId, orgId, rung: 'mdn', clock: 'mdn', state: isGood ? 'done' : 'failed', at, detail }]);
  if (isGood) {
    const before = await markHandedOver(tx, documentId, { state: 'delivered', at });
    if (before.isOpen) await setOutcome(tx, documentId, before.awaitsAnswer ? 'waiting' : 'done');
  } else {
    await setOutcome(tx, documentId, 'attention');
    const facts = { name, message: detail };
    await raise(context, tx, [
      { orgId, environment, at, about: { type: 'document', id: documentId }, kind: 'mdn.negative', facts },
    ]);
  }
  const action = isGood ? 'document.delivered' : 'document.receipt-refused';
  await audit(tx, [
    { orgId, at, actor: `endpoint ${name}`, action, documentId, detail: { channel, endpoint: name, says: detail } },
  ]);
}
