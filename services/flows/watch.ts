import { sealAudit } from '../store/audit.ts';
import { deleteExpiredBusinessKeys } from '../store/business-keys.ts';
import { wakeDueLanes } from '../store/deliveries.ts';
import { deleteExpiredIdempotencyKeys } from '../store/idempotency-keys.ts';
import { wakeForgottenDocuments, wakeForgottenLanes } from '../store/wake-ups.ts';
import type { Context } from './context.ts';
import { resumeAllAnswered } from './cross-references/resume.ts';
import { keepKeyCases } from './cross-references/waits.ts';
import { late, refreshStale, staleDocuments } from './obligations.ts';
import { watchUnsealed } from './watch-audit.ts';
import { watchKeys } from './watch-keys.ts';

/** The look around that finds what nobody was woken for: due retries, documents of very many deliveries, forgotten documents, clocks that ran out, keys that end soon, cross references that have their answer, audit entries to chain, numbers that may be used again. */
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
  if (woken > 0) context.wakeRelay();
  await refreshAllStale(context, now);
  await findLate(context, now, knownJump);
  await watchKeys(context);
  await resumeAllAnswered(context);
  await keepKeyCases(context);
  while ((await deleteExpiredBusinessKeys(context.db.pool)) > 0);
  while ((await deleteExpiredIdempotencyKeys(context.db.pool)) > 0);
}

/** Documents of very many deliveries, each once. */
async function refreshAllStale(context: Context, now: Date): Promise<void> {
  for (const { id, orgId } of await staleDocuments(context.db.pool)) {
    await context.db.system.transaction((tx) => refreshStale(tx, id, now));
    context.changes.moved(orgId, id);
  }
}

async function findLate(context: Context, at: Date, knownJump: number): Promise<void> {
  const clocks = await context.db.system.transaction((tx) => late(context, tx, { at, knownJump }));
  for (const { orgId, about } of clocks) if (about.type === 'document') context.changes.moved(orgId, about.id);
}
