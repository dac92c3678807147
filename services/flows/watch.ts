import { sealAudit } from '../store/audit.ts';
import { deleteExpiredBusinessKeys } from '../store/business-keys.ts';
import { openCase } from '../store/cases.ts';
import { breachDueClocks, type ClockName } from '../store/clocks.ts';
import { wakeDueLanes } from '../store/deliveries.ts';
import { type RungName, setRungs } from '../store/ladder.ts';
import { settleStale, staleDocuments } from '../store/outcome.ts';
import { wakeForgottenDocuments, wakeForgottenLanes } from '../store/wake-ups.ts';
import type { Context } from './context.ts';
import { watchUnsealed } from './watch-audit.ts';
import { watchKeys } from './watch-keys.ts';

/** Which rung a clock watches over, and what it means when it runs out. */
const meanings: Readonly<Record<ClockName, { readonly rung: RungName; readonly title: string }>> = {
  acknowledge: { rung: 'functional-ack', title: 'Our acknowledgement is late' },
  'functional-ack': { rung: 'functional-ack', title: 'The partner has not acknowledged in time' },
  'business-answer': { rung: 'business-answer', title: 'The partner has not answered in time' },
};

/** The look around that finds what nobody was woken for: due retries, documents of very many deliveries, forgotten documents, clocks that ran out, keys that end soon, audit entries to chain, numbers that may be used again. */
export async function watch(context: Context): Promise<void> {
  try {
    await findForgotten(context);
  } finally {
    // Whatever else went wrong: the longer an entry waits for the chain, the longer it could be taken away without a trace.
    try {
      while ((await sealAudit(context.db.system)) > 0);
    } finally {
      await watchUnsealed(context);
    }
  }
}

async function findForgotten(context: Context): Promise<void> {
  const [now, knownJump] = [context.now(), context.knownJump()];
  const woken =
    (await wakeDueLanes(context.db.pool, now)) +
    (await wakeForgottenDocuments(context.db.pool)) +
    (await wakeForgottenLanes(context.db.pool));
  if (woken > 0) context.nudge();
  await settleAllStale(context, now);
  await breach(context, now, knownJump);
  await watchKeys(context);
  while ((await deleteExpiredBusinessKeys(context.db.pool)) > 0);
}

/** Documents of very many deliveries, each once. */
async function settleAllStale(context: Context, now: Date): Promise<void> {
  for (const { id, orgId } of await staleDocuments(context.db.pool)) {
    await context.db.system.transaction((tx) => settleStale(tx, id, now));
    context.changes.moved(orgId, id);
  }
}

async function breach(context: Context, now: Date, knownJump: number): Promise<void> {
  const touched = await context.db.system.transaction(async (tx) => {
    const clocks = await breachDueClocks(tx, { at: now, knownJump });
    for (const { documentId, orgId, environment, name, dueAt } of clocks) {
      const { rung, title } = meanings[name];
      await setRungs(tx, [{ documentId, orgId, rung, state: 'late', dueAt, detail: title }]);
      const detail = `It was due at ${dueAt.toISOString()}.`;
      const fingerprint = `clock.${name}`;
      await openCase(tx, { id: context.newId(), orgId, environment, at: now, documentId, fingerprint, title, detail });
      await tx('document').where({ id: documentId }).update({ outcome: 'attention', headline: title });
    }
    return clocks;
  });
  for (const clock of touched) context.changes.moved(clock.orgId, clock.documentId);
}
