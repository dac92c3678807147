import { audit } from '../store/audit.ts';
import { configurationFiles } from '../store/configurations.ts';
import type { Tx } from '../store/database.ts';
import { candidatesOf, deleteCandidate, inUseOf, lockPartner, putInUse, saveCandidate } from '../store/releases.ts';
import { refuseChangedSince } from './changed-since.ts';
import { compileOnce } from './compile-once.ts';
import {
  type ChangeBy,
  changeEntry,
  ReleaseRefused,
  type ReleaseTools,
  requireDraft,
  requireFree,
} from './releases.ts';

// What the sandbox of a partner runs: its draft as it goes on, or a candidate, which is the draft as it was when it got its name.

/** The candidate that the sandbox runs; null for the draft. */
async function inSandbox(tx: Tx, orgId: string): Promise<string | null> {
  return (await inUseOf(tx, orgId)).find(({ environment }) => environment === 'sandbox')?.candidate ?? null;
}

/** A number is a release, and these words mean something else wherever a configuration is named. */
function requireName(name: string): void {
  const isWord = ['draft', 'production', 'sandbox'].includes(name) || /^\d+$/.test(name);
  if (isWord || !/^[a-z0-9][a-z0-9.-]{0,39}$/.test(name))
    throw new ReleaseRefused(
      `"${name}" is no name of a candidate: use small letters, digits, dots and hyphens, at most 40, and not a number alone.`,
    );
}

export interface NamedCandidate extends ChangeBy {
  readonly name: string;
  /** What the name stands for: a configuration that the partner had. The draft unless given. */
  readonly configuration?: string | undefined;
  /** What its author saw the name stand for: a hash, or null for nothing. */
  readonly insteadOf?: string | null | undefined;
}

/** Gives the draft a name, under which the sandbox may run it while the draft goes on. A name that is there already stands for the draft from now on. */
export async function nameCandidate(tools: ReleaseTools, tx: Tx, change: NamedCandidate): Promise<string> {
  const { orgId, actor, name, configuration } = change;
  requireName(name);
  await lockPartner(tx, orgId);
  const hash = configuration ?? (await requireDraft(tx, orgId));
  if (configuration !== undefined && (await configurationFiles(tx, orgId, configuration)).size === 0)
    throw new ReleaseRefused('The partner never had this configuration.');
  const at = tools.now();
  const before = (await candidatesOf(tx, orgId)).find((one) => one.name === name)?.hash;
  refuseChangedSince(`the candidate ${name}`, change.insteadOf, before ?? null);
  await saveCandidate(tx, orgId, { name, hash, createdAt: at, createdBy: actor });
  const detail = { name, before: before ?? null, after: hash };
  await audit(tx, [{ ...changeEntry(change, at), action: 'configuration.candidate-named' as const, detail }]);
  if ((await inSandbox(tx, orgId)) === name) await runInSandbox(tools, tx, orgId, { hash, candidate: name });
  return hash;
}

/** Forgets a candidate that the sandbox does not run; releases that were made of it stay. */
export async function forgetCandidate(
  tools: Pick<ReleaseTools, 'now'>,
  tx: Tx,
  change: ChangeBy & { readonly name: string },
): Promise<void> {
  const { orgId, name } = change;
  await lockPartner(tx, orgId);
  const found = (await candidatesOf(tx, orgId)).find((one) => one.name === name);
  if (!found) throw new ReleaseRefused(`There is no candidate ${name}.`);
  if ((await inSandbox(tx, orgId)) === name)
    throw new ReleaseRefused(`The sandbox runs the candidate ${name}: let it run the draft or another one first.`);
  await deleteCandidate(tx, orgId, name);
  const detail = { name, before: found.hash, after: null };
  await audit(tx, [
    { ...changeEntry(change, tools.now()), action: 'configuration.candidate-removed' as const, detail },
  ]);
}

/** Lets the sandbox run a candidate, or the draft again. @param candidate null for the draft. */
export async function useInSandbox(
  tools: ReleaseTools,
  tx: Tx,
  change: ChangeBy & {
    readonly candidate: string | null;
    /** What its author saw the sandbox run: a candidate, or null for the draft. */
    readonly insteadOf?: string | null | undefined;
  },
): Promise<string> {
  const { orgId, candidate } = change;
  await lockPartner(tx, orgId);
  const candidates = await candidatesOf(tx, orgId);
  const hash =
    candidate === null ? await requireDraft(tx, orgId) : candidates.find(({ name }) => name === candidate)?.hash;
  if (hash === undefined)
    throw new ReleaseRefused(
      `There is no candidate ${candidate}; ${candidates.length > 0 ? `there are ${candidates.map(({ name }) => name).join(', ')}` : 'none has been named'}.`,
    );
  const before = await inSandbox(tx, orgId);
  refuseChangedSince('what the sandbox runs', change.insteadOf, before);
  await runInSandbox(tools, tx, orgId, { hash, candidate });
  const entry = { ...changeEntry(change, tools.now()), action: 'configuration.sandbox-set' as const };
  await audit(tx, [{ ...entry, detail: { before, after: candidate, hash } }]);
  return hash;
}

async function runInSandbox(
  tools: ReleaseTools,
  tx: Tx,
  orgId: string,
  { hash, candidate }: { readonly hash: string; readonly candidate: string | null },
): Promise<void> {
  const configuration = await compileOnce(tools.standards, hash, () => configurationFiles(tx, orgId, hash));
  await requireFree(tx, orgId, configuration, ['sandbox']);
  const use = { environment: 'sandbox', hash, releaseId: null, candidate, at: tools.now() } as const;
  await putInUse(tx, orgId, use, configuration, tools.newId);
}
