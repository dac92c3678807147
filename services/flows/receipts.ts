import type { Receipt } from '../channels/host.ts';
import { audit } from '../store/audit.ts';
import type { Tx } from '../store/database.ts';
import { lockDocuments } from '../store/documents.ts';
import { type EndpointOf, findExchange, insertExchange, saveExchangeState } from '../store/exchanges.ts';
import { markHandedOver } from '../store/outbox.ts';
import type { Context } from './context.ts';
import { met, raise, setOutcome } from './obligations.ts';

/**
 * The receipt (MDN) for a document that was handed over earlier: log, ladder, clock, state and, where it is negative, a case, in one transaction.
 * @returns false when nothing was handed over under this id, or its receipt has come before.
 */
export async function recordReceipt(
  context: Context,
  endpoint: EndpointOf & { readonly name: string },
  transportId: string,
  { state, detail, exchange }: Receipt,
): Promise<boolean> {
  const { orgId } = endpoint;
  const at = context.now();
  const documentIds = await context.db.system.transaction(async (tx) => {
    const sent = await findExchange(
      tx,
      { endpointId: endpoint.id, direction: 'out', transportId, kind: 'message' },
      { lock: true },
    );
    if (!sent) return undefined;
    const isFirst = sent.state === 'waits';
    await insertExchange(tx, endpoint, { ...exchange, id: context.newId(), at, documentIds: sent.documentIds });
    if (!isFirst) return undefined;
    await saveExchangeState(tx, { endpointId: endpoint.id, transportId }, state === 'delivered' ? 'done' : 'failed');
    await lockDocuments(tx, sent.documentIds);
    for (const documentId of sent.documentIds)
      await recordOne(context, tx, { endpoint, documentId, state, detail, at });
    return sent.documentIds;
  });
  for (const documentId of documentIds ?? []) context.changes.moved(orgId, documentId);
  return documentIds !== undefined;
}

interface One {
  readonly endpoint: EndpointOf & { readonly name: string };
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
