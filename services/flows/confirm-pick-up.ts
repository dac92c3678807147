import { audit } from '../store/audit.ts';
import type { Tx } from '../store/database.ts';
import { type Mailbox, markDelivered } from '../store/outbox.ts';
import { met, setOutcome } from './obligations.ts';

/**
 * Records that the partner has a document: state, ladder, outcome and audit. Confirmed before: nothing changes.
 * An acknowledgement is done with that; anything else still waits for the partner's own acknowledgement.
 * @returns `absent` when there is no such document in this mailbox.
 */
export async function confirmPickUp(
  tx: Tx,
  mailbox: Mailbox,
  documentId: string,
  by: { readonly actor: string; readonly at: Date },
): Promise<'confirmed' | 'confirmed-before' | 'absent'> {
  const { orgId } = mailbox;
  const { actor, at } = by;
  const before = await markDelivered(tx, mailbox, documentId, at);
  if (!before) return 'absent';
  if (before.state === 'delivered') return 'confirmed-before';
  // The partner's 997 may have come before the confirmation; what it brought about stands.
  const isOpen = before.outcome === 'waiting' || before.outcome === 'processing';
  if (isOpen) await setOutcome(tx, documentId, before.answers === null ? 'waiting' : 'done');
  await met(tx, [{ documentId, orgId, rung: 'transport', at, detail: 'Picked up by the partner' }]);
  await audit(tx, [{ orgId, at, actor, action: 'document.delivered', documentId, detail: { channel: 'https' } }]);
  return 'confirmed';
}
