import { longestUnsealed } from '../store/audit.ts';
import { ownerId } from '../store/backlog.ts';
import { openCase, openCaseOwners, resolveOwnCase } from '../store/cases.ts';
import type { Context } from './context.ts';

interface AuditCase {
  readonly fingerprint: 'audit.unsealed' | 'audit.shortened';
  readonly title: string;
  readonly detail: string;
}

/** Opens or closes a case of the hub's own organisation. @param now what is wrong at the moment, if anything. */
async function keepCase(
  context: Context,
  fingerprint: AuditCase['fingerprint'],
  now: AuditCase | undefined,
): Promise<void> {
  const { db, log, newId } = context;
  const [open] = await openCaseOwners(db.system, [fingerprint]);
  if (open && !now) await resolveOwnCase(db.system, open.orgId, fingerprint, context.now());
  if (open || !now) return;
  log.error({ code: fingerprint }, `${now.title}. ${now.detail}`);
  const orgId = await ownerId(db.system);
  if (orgId === undefined) return;
  const of = { id: newId(), orgId, environment: 'production', at: context.now() };
  await db.system.transaction((tx) => openCase(tx, { ...of, ...now }));
}

// A worker seals every two seconds; this is no busy machine any more.
const patienceMs = 10 * 60_000;

/** Tells the team when audit entries wait for their seal: until then the owner of the database could take them away without a trace. */
export async function watchUnsealed(context: Context): Promise<void> {
  const since = await longestUnsealed(context.db.system);
  const isStuck = since !== undefined && context.now().getTime() - since.getTime() > patienceMs;
  const fingerprint = 'audit.unsealed';
  await keepCase(
    context,
    fingerprint,
    isStuck
      ? {
          fingerprint,
          title: 'Audit entries are not being sealed',
          detail: `The oldest waits since ${since.toISOString()}. Look in the workers' log for what keeps \`watch\` from it, and run \`crossdock audit verify\`. It closes when all are sealed.`,
        }
      : undefined,
  );
}

/** Tells the team when the chains no longer have what the newest signed head tells of. @param reason undefined while they have. */
export async function noteShortened(
  context: Context,
  broken: { readonly file: string; readonly reason: string } | undefined,
): Promise<void> {
  const fingerprint = 'audit.shortened';
  await keepCase(
    context,
    fingerprint,
    broken && {
      fingerprint,
      title: 'The audit trail is not what was signed',
      detail: `${broken.reason} Run \`crossdock audit verify\`. After a restore from a backup that is expected: move ${broken.file} away, and it closes.`,
    },
  );
}
