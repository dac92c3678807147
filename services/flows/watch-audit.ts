import type { CaseFacts } from '../domain/obligations/case-kinds.ts';
import { wordsOf } from '../domain/obligations/case-kinds.ts';
import { longestUnsealed } from '../store/audit.ts';
import { ownerId } from '../store/backlog.ts';
import { openFingerprints } from '../store/read/open-cases.ts';
import type { Context } from './context.ts';
import { keepCases } from './obligations.ts';

type AuditCase = Extract<CaseFacts, { kind: 'audit.unsealed' | 'audit.shortened' }>;

/** Opens or closes a case of the hub's own organisation. @param now what is wrong at the moment, if anything. */
async function keepCase(context: Context, kind: AuditCase['kind'], now: AuditCase | undefined): Promise<void> {
  const { db, log } = context;
  const isOpen = (await openFingerprints(db.system, kind)).length > 0;
  if (isOpen === (now !== undefined)) return;
  if (now) {
    const { title, detail } = wordsOf(now);
    log.error({ code: kind }, `${title}. ${detail}`);
  }
  const orgId = await ownerId(db.system);
  if (orgId === undefined) return;
  const at = context.now();
  const wanted = now
    ? [{ ...now, orgId, environment: 'production', at, about: { type: 'organization', id: orgId } as const }]
    : [];
  await db.system.transaction((tx) => keepCases(context, tx, kind, wanted, at));
}

// A worker seals every two seconds; this is no busy machine any more.
const patienceMs = 10 * 60_000;

/** Tells the team when audit entries wait for their seal: until then the owner of the database could take them away without a trace. */
export async function watchUnsealed(context: Context): Promise<void> {
  const since = await longestUnsealed(context.db.system);
  const isStuck = since !== undefined && context.now().getTime() - since.getTime() > patienceMs;
  await keepCase(context, 'audit.unsealed', isStuck ? { kind: 'audit.unsealed', facts: { since } } : undefined);
}

/** Tells the team when the chains no longer have what the newest signed head tells of. @param broken undefined while they have. */
export async function noteShortened(
  context: Context,
  broken: { readonly file: string; readonly reason: string } | undefined,
): Promise<void> {
  await keepCase(context, 'audit.shortened', broken && { kind: 'audit.shortened', facts: broken });
}
