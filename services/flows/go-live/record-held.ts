import type { EventHead } from '../../store/deliveries.ts';
import type { Context } from '../context.ts';
import { recordOutcome, retryLater } from '../record-outcome.ts';

/** What waits because its partner is held: nothing of it is tried, and it goes on by itself when the partner is resumed. */
export async function recordHeld(context: Context, head: EventHead, reason: string): Promise<void> {
  const outcome = retryLater(context, head, { reason, reasonCode: 'partner.held' });
  const touched = await context.db.system.transaction((tx) => recordOutcome(context, tx, head, outcome));
  for (const documentId of touched) context.changes.moved(head.orgId, documentId);
}
