import type { Receipt } from '../channels/host.ts';
import type { NewExchange } from '../domain/exchange.ts';
import { audit } from '../store/audit.ts';
import type { Tx } from '../store/database.ts';
import { lockDocuments, translatedAmong } from '../store/documents.ts';
import {
  type EndpointOf,
  type ExchangeRow,
  findExchange,
  insertExchange,
  saveExchangeState,
} from '../store/exchanges.ts';
import { markHandedOver } from '../store/outbox.ts';
import { resentSince } from '../store/resendings.ts';
import type { Context } from './context.ts';
import {
  advance,
  failedAmong,
  met,
  raise,
  refreshStatus,
  refreshStatusOfSent,
  resolve,
  setOutcome,
} from './obligations.ts';

// The rung `mdn`: the partner's receipt for what we handed over, and ours for what the partner sent.

type ReceiptOf = EndpointOf & { readonly name: string };

interface Verdict {
  readonly state: Receipt['state'];
  readonly says: string;
}

/**
 * The receipt (MDN) for a document that was handed over: log, ladder, clock, state and, where it is negative, a case, in one transaction. One that comes before the
 * handover is written down is kept, and found then. One that says otherwise than an earlier one counts: a refusal that is taken back is over, and one that comes
 * late is a case.
 * @returns false when nothing is written down as handed over under this id, or a receipt that says the same has come before.
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
    // Documents first, as everywhere.
    await lockDocuments(tx, (await sentUnder(tx, endpoint.id, transportId))?.documentIds ?? []);
    await lockReceipts(tx, endpoint.id, transportId);
    const sent = await sentUnder(tx, endpoint.id, transportId);
    const entry = {
      ...exchange,
      transportId,
      detail: { ...exchange.detail, verdict },
      documentIds: sent?.documentIds ?? [],
    };
    await insertExchange(tx, endpoint, { ...entry, id: context.newId(), at });
    if (!sent || sent.state === stateAfter(verdict)) return undefined;
    await settle(context, tx, { endpoint, sent, transportId, verdict, at });
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
  if (sent) await settle(context, tx, { endpoint, sent, transportId, verdict, at: context.now() });
}

const stateAfter = ({ state }: Verdict) => (state === 'delivered' ? 'done' : 'failed');

const sentUnder = (tx: Tx, endpointId: string, transportId: string) =>
  findExchange(tx, { endpointId, direction: 'out', transportId, kind: 'message' });

/** Handover and receipt of one id are written down one after the other. */
const lockReceipts = (tx: Tx, endpointId: string, transportId: string) =>
  tx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`receipt/${endpointId}/${transportId}`]);

interface Settled {
  readonly endpoint: ReceiptOf;
  /** What was handed over. */
  readonly sent: ExchangeRow;
  readonly transportId: string;
  readonly verdict: Verdict;
  readonly at: Date;
}

async function settle(context: Context, tx: Tx, { endpoint, sent, transportId, verdict, at }: Settled): Promise<void> {
  const { state, says: detail } = verdict;
  const isTakenBack = sent.state === 'done' && state === 'failed';
  await saveExchangeState(tx, { endpointId: endpoint.id, transportId }, stateAfter(verdict));
  await lockDocuments(tx, sent.documentIds);
  for (const documentId of sent.documentIds) {
    // The same bytes are on their way once more: that they could not be taken before says nothing of that.
    if (state === 'failed' && (await resentSince(tx, documentId, sent.at))) continue;
    await applyReceipt(context, tx, { endpoint, documentId, state, detail, at, isTakenBack });
  }
}

interface Given {
  readonly endpoint: ReceiptOf;
  readonly documentId: string;
  readonly state: Receipt['state'];
  readonly detail: string;
  readonly at: Date;
  /** The partner had confirmed it before. */
  readonly isTakenBack?: boolean;
}

/** What a receipt says of a document; the caller has locked it. */
export async function applyReceipt(context: Context, tx: Tx, given: Given): Promise<void> {
  const { endpoint, documentId, state, detail, at, isTakenBack = false } = given;
  const { orgId, environment, name, channel } = endpoint;
  const isGood = state === 'delivered';
  await met(tx, [{ documentId, orgId, rung: 'mdn', clock: 'mdn', state: isGood ? 'done' : 'failed', at, detail }]);
  if (isGood) {
    await resolve(tx, documentId, { kind: 'mdn.negative', at });
    const before = await markHandedOver(tx, documentId, { state: 'delivered', at });
    if (before.isOpen) await setOutcome(tx, documentId, before.awaitsAnswer ? 'waiting' : 'done');
    else await refreshStatusOfSent(tx, [documentId]);
  } else {
    const facts = { name, message: isTakenBack ? `${detail} They had confirmed it before; ask which holds.` : detail };
    await raise(context, tx, [
      { orgId, environment, at, about: { type: 'document', id: documentId }, kind: 'mdn.negative', facts },
    ]);
    await refreshStatusOfSent(tx, [documentId]);
  }
  const action = isGood ? 'document.delivered' : 'document.receipt-refused';
  await audit(tx, [
    { orgId, at, actor: `endpoint ${name}`, action, documentId, detail: { channel, endpoint: name, says: detail } },
  ]);
}

/**
 * Our receipt for what a partner sent, as its channel logs it: the rung of the documents that it is for. `waits`: it is still to be sent, as asynchronous ones are.
 * The documents are stored and go on whatever comes of it.
 */
export async function recordOwnReceipt(context: Context, endpoint: EndpointOf, receipt: NewExchange): Promise<void> {
  const { orgId, environment } = endpoint;
  const { state, summary: detail } = receipt;
  const ids = await answeredBy(context, endpoint, receipt);
  if (ids.length === 0) return;
  await context.db.system.transaction(async (tx) => {
    const at = context.now();
    await lockDocuments(tx, ids);
    const rungs = ids.map((documentId) => ({ documentId, orgId, rung: 'mdn', detail }) as const);
    if (state === 'waits') return advance(tx, { expected: rungs });
    const isSent = state === 'done';
    const touched = isSent ? await failedAmong(tx, ids, 'mdn') : ids;
    await met(
      tx,
      rungs.map((rung) => ({ ...rung, at, state: isSent ? 'done' : 'failed' })),
    );
    for (const id of touched) {
      const about = { type: 'document', id } as const;
      if (isSent) await resolve(tx, id, { kind: 'mdn.unsent', at });
      else await raise(context, tx, [{ orgId, environment, at, about, kind: 'mdn.unsent', facts: { detail } }]);
    }
    // How one stands that is not translated yet is the translation's to say.
    for (const id of await translatedAmong(tx, touched)) await refreshStatus(tx, id, at);
  });
  for (const documentId of ids) context.changes.moved(orgId, documentId);
}

/** Our receipt in the entry of a message: it goes out with the answer, or later where the partner has asked for that. */
export function receiptIn({ kind, body, detail = {} }: NewExchange): NewExchange | undefined {
  if (kind !== 'message' || body === undefined) return undefined;
  const { receipt, disposition } = detail as { receipt?: { mode?: string }; disposition?: string };
  const isLater = receipt?.mode === 'async';
  const summary = `${isLater ? 'To be sent' : 'Sent'}${disposition === undefined ? '' : `: ${disposition}`}`;
  return { kind: 'receipt', direction: 'out', state: isLater ? 'waits' : 'done', summary };
}

/** The documents that a receipt of ours is for: those that it names, or those of the message that it is under the id of. */
async function answeredBy(
  { db }: Context,
  { id: endpointId }: EndpointOf,
  { documentIds = [], transportId }: NewExchange,
): Promise<readonly string[]> {
  if (documentIds.length > 0 || transportId === undefined) return documentIds;
  const of = { endpointId, direction: 'in', transportId, kind: 'message' } as const;
  return (await findExchange(db.system, of))?.documentIds ?? [];
}
