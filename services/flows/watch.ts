import { sealAudit } from '../store/audit.ts';
import { openCase } from '../store/cases.ts';
import { breachDueClocks } from '../store/clocks.ts';
import { wakeDueLanes } from '../store/deliveries.ts';
import { setRungs } from '../store/ladder.ts';
import { wakeForgottenDocuments } from '../store/wake-ups.ts';
import type { Context } from './context.ts';

/** A wake-up that is this much older than its document got lost. */
const forgottenMs = 10_000;

/** Which rung a clock watches over. */
const rungOfClock = {
  acknowledge: 'functional-ack',
  'functional-ack': 'functional-ack',
  'business-answer': 'business-answer',
} as const;

/** The look around that finds what nobody was woken for: due retries, forgotten documents, clocks that ran out, audit entries to chain. */
export async function watch(context: Context): Promise<void> {
  const now = context.now();
  const woken =
    (await wakeDueLanes(context.db.pool, now)) +
    (await wakeForgottenDocuments(context.db.pool, new Date(now.getTime() - forgottenMs)));
  if (woken > 0) context.nudge();
  await breach(context, now);
  while ((await sealAudit(context.db.system)) > 0);
}

async function breach(context: Context, now: Date): Promise<void> {
  const touched = await context.db.system.transaction(async (tx) => {
    const clocks = await breachDueClocks(tx, now);
    for (const clock of clocks) {
      const rung = rungOfClock[clock.name as keyof typeof rungOfClock];
      if (rung)
        await setRungs(tx, [
          {
            documentId: clock.documentId,
            orgId: clock.orgId,
            rung,
            state: 'late',
            dueAt: clock.dueAt,
            detail: 'The time for it has passed',
          },
        ]);
      await openCase(tx, {
        id: context.newId(),
        orgId: clock.orgId,
        environment: clock.environment,
        at: now,
        documentId: clock.documentId,
        fingerprint: `clock.${clock.name}`,
        title: `Late: ${clock.name}`,
        detail: `It was due at ${clock.dueAt.toISOString()}.`,
      });
      await tx('document')
        .where({ id: clock.documentId })
        .update({ outcome: 'attention', headline: `Late: ${clock.name}` });
    }
    return clocks;
  });
  for (const clock of touched) context.changes.moved(clock.orgId, clock.documentId);
}
