import { audit } from '../store/audit.ts';
import type { Tx } from '../store/database.ts';
import { lockDocuments } from '../store/documents.ts';
import { type Delivered, isOver, type Mailbox, markDelivered, markHandedOver } from '../store/outbox.ts';
import type { Context } from './context.ts';
import { met, refreshStatusOfSent, setOutcome, startAnswerClocks } from './obligations.ts';

interface By {
  readonly actor: string;
  readonly at: Date;
}

/**
 * Records that the partner has fetched a document: state, ladder, the clocks of what it is to answer, outcome and audit. Confirmed before: nothing changes.
 * What the partner need not acknowledge is done with that.
 * @param tx of the hub: clocks are not the partner's to write
 * @returns `absent` when there is no such document in this mailbox.
 */
export async function confirmPickUp(
  context: Context,
  tx: Tx,
  mailbox: Mailbox,
  documentId: string,
  by: By,
): Promise<'confirmed' | 'confirmed-before' | 'absent'> {
  const before = await markDelivered(tx, mailbox, documentId, by.at);
  if (!before) return 'absent';
  if (isOver(before)) return 'confirmed-before';
  await recordPickUp(context, tx, { orgId: mailbox.orgId, documentId, before }, by);
  return 'confirmed';
}

/** Records that the partner has taken a document where the hub had put it for them. */
export async function confirmCollected(
  context: Context,
  tx: Tx,
  { orgId, documentId }: { readonly orgId: string; readonly documentId: string },
  by: By,
): Promise<void> {
  await lockDocuments(tx, [documentId]);
  const before = await markHandedOver(tx, documentId, { state: 'delivered', at: by.at });
  if (!isOver(before)) await recordPickUp(context, tx, { orgId, documentId, before }, by);
}

async function recordPickUp(
  context: Context,
  tx: Tx,
  { orgId, documentId, before }: { readonly orgId: string; readonly documentId: string; readonly before: Delivered },
  { actor, at }: By,
): Promise<void> {
  await met(tx, [{ documentId, orgId, rung: 'transport', clock: 'collect', at, detail: 'Picked up by the partner' }]);
  await startAnswerClocks(context, tx, [documentId], at);
  // The partner's 997 may have come before the confirmation; what it brought about stands.
  if (before.isOpen) await setOutcome(tx, documentId, before.awaitsAnswer ? 'waiting' : 'done');
  else await refreshStatusOfSent(tx, [documentId]);
  const detail = { channel: before.channel };
  await audit(tx, [{ orgId, at, actor, action: 'document.delivered', documentId, detail }]);
}
