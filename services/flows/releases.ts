import type { Configuration } from '../domain/configuration/configuration.ts';
import type { Standards } from '../domain/x12/standard/standard.ts';
import { type Actor, audit } from '../store/audit.ts';
import {
  type ConfigurationFiles,
  configurationFiles,
  configurationHash,
  saveConfiguration,
} from '../store/configurations.ts';
import type { Tx } from '../store/database.ts';
import type { Environment } from '../store/documents.ts';
import {
  candidatesOf,
  draftOf,
  identityHolder,
  insertRelease,
  inUseOf,
  lockPartner,
  putInUse,
  type Release,
  releasesOf,
  saveDraftHash,
} from '../store/releases.ts';
import { refuseChangedSince } from './changed-since.ts';
import { compileOnce, UnusableConfiguration } from './compile-once.ts';
import { holderOf } from './identity-holder.ts';

// How a partner's configuration changes: in its draft, by candidates for the sandbox, by releases for production. Everything is audited.

/** What these verbs need beside the transaction. */
export interface ReleaseTools {
  readonly standards: Standards;
  readonly newId: () => string;
  readonly now: () => Date;
}

/** Whose configuration changes, and who changes it. */
export interface ChangeBy {
  readonly orgId: string;
  readonly actor: string;
  /** The actor as what it is; unknown where nobody in particular acts. */
  readonly by?: Actor | undefined;
}

/** The parts of an audit entry that every change of a configuration has. */
export const changeEntry = ({ orgId, actor, by }: ChangeBy, at: Date) => ({
  ...{ orgId, at, actor, subject: { type: 'organization', id: orgId } as const },
  ...(by && { by }),
});

/** What was asked for cannot be done; the message says why and what to do. */
export class ReleaseRefused extends Error {}

export interface DraftSaved {
  readonly hash: string;
  /** False when the draft was the same before. */
  readonly changed: boolean;
}

/** Makes the files the draft of a partner. The sandbox runs it from now on, unless it runs a candidate. @throws UnusableConfiguration */
export async function saveDraft(
  tools: ReleaseTools,
  tx: Tx,
  change: ChangeBy & { readonly files: ConfigurationFiles },
): Promise<DraftSaved> {
  const { orgId, actor, files } = change;
  await lockPartner(tx, orgId);
  const at = tools.now();
  const before = await draftOf(tx, orgId);
  const hash = configurationHash(files);
  const configuration = await compileOnce(tools.standards, hash, () => files);
  await requireFree(tx, orgId, configuration, ['production', 'sandbox'], holderOf);
  if (before === hash) return { hash, changed: false };
  const actorId = change.by?.kind === 'person' ? change.by.id : undefined;
  await saveConfiguration(tx, { orgId, files, at, actor, actorId });
  await saveDraftHash(tx, { orgId, hash, at, actor });
  const sandbox = (await inUseOf(tx, orgId)).find(({ environment }) => environment === 'sandbox');
  if (!sandbox?.candidate)
    await putInUse(
      tx,
      orgId,
      { environment: 'sandbox', hash, releaseId: null, candidate: null, at },
      configuration,
      tools.newId,
    );
  await audit(tx, [
    {
      ...changeEntry(change, at),
      action: 'configuration.draft-saved',
      detail: { before: before ?? null, after: hash },
    },
  ]);
  return { hash, changed: true };
}

/** What a release is made of. */
export type ReleaseSource = { readonly draft: true } | { readonly candidate: string } | { readonly number: number };

/**
 * Makes a release, which production runs from now on: of the draft, of a candidate, or of the content of an older release, which is how one rolls back.
 * @throws UnusableConfiguration, ReleaseRefused, and CodedError where somebody changed since what the author saw
 */
export async function makeRelease(
  tools: ReleaseTools,
  tx: Tx,
  change: ChangeBy & {
    readonly note: string;
    readonly source: ReleaseSource;
    /** Number of the newest release that the author saw, 0 for none, and the hash of what is to be released. */
    readonly insteadOf?: number | undefined;
    readonly configuration?: string | undefined;
  },
): Promise<Release> {
  const { orgId, actor, note, source } = change;
  if (note.trim() === '') throw new ReleaseRefused('A release needs a note that says what changes and why.');
  await lockPartner(tx, orgId);
  const releases = await releasesOf(tx, orgId);
  const hash = await hashOf(tx, orgId, source, releases);
  const newest = releases[0];
  refuseChangedSince('what is released', change.insteadOf, newest?.number ?? 0);
  refuseChangedSince('what is to be released', change.configuration, hash);
  if (newest?.hash === hash)
    throw new ReleaseRefused(`Release ${newest.number} is the same, byte for byte; there is nothing to release.`);
  const configuration = await compileOnce(tools.standards, hash, () => configurationFiles(tx, orgId, hash));
  await requireFree(tx, orgId, configuration, ['production']);
  const at = tools.now();
  const release = await insertRelease(tx, { id: tools.newId(), orgId, hash, note, createdAt: at, createdBy: actor });
  const use = { environment: 'production', hash, releaseId: release.id, candidate: null, at } as const;
  await putInUse(tx, orgId, use, configuration, tools.newId);
  const before = newest ? { number: newest.number, hash: newest.hash } : null;
  const detail = { number: release.number, hash, note, before, ...('number' in source && { restores: source.number }) };
  await audit(tx, [{ ...changeEntry(change, at), action: 'configuration.released', detail }]);
  return release;
}

async function hashOf(tx: Tx, orgId: string, source: ReleaseSource, releases: readonly Release[]): Promise<string> {
  if ('draft' in source) return requireDraft(tx, orgId);
  const found =
    'number' in source
      ? releases.find(({ number }) => number === source.number)
      : (await candidatesOf(tx, orgId)).find(({ name }) => name === source.candidate);
  if (found) return found.hash;
  throw new ReleaseRefused(
    'number' in source ? `There is no release ${source.number}.` : `There is no candidate ${source.candidate}.`,
  );
}

/** @throws ReleaseRefused where there is none */
export async function requireDraft(tx: Tx, orgId: string): Promise<string> {
  const hash = await draftOf(tx, orgId);
  if (hash !== undefined) return hash;
  throw new ReleaseRefused('The partner has no draft. Import a folder, or make the partner from a template.');
}

/** One identity belongs to one organisation. @throws UnusableConfiguration */
export async function requireFree(
  tx: Tx,
  orgId: string,
  { identities }: Configuration,
  environments: readonly Environment[],
  holder: typeof identityHolder = identityHolder,
): Promise<void> {
  for (const environment of environments) {
    const found = await holder(tx, orgId, environment, identities[environment]);
    if (!found) continue;
    const message = `${found.identity} is the identity of ${found.name} in ${environment}.`;
    throw new UnusableConfiguration([{ file: 'partner.yaml', line: 1, column: 1, message }]);
  }
}
