import { diff } from 'node:util';
import { compareFiles, type FileDifference } from '../domain/configuration/compare-files.ts';
import { type ConfigurationFiles, configurationFiles, textsOf } from '../store/configurations.ts';
import type { Tx } from '../store/database.ts';
import { candidatesOf, draftOf, inUseOf, releasesOf } from '../store/releases.ts';
import { ReleaseRefused, type ReleaseSource } from './releases.ts';

/** `draft`, the number of a release, or the name of a candidate. */
export function sourceNamed(which: string): ReleaseSource {
  if (which === 'draft') return { draft: true };
  return /^\d+$/.test(which) ? { number: Number(which) } : { candidate: which };
}

/** The hash that a name stands for; `production` and `sandbox` stand for what these run. @throws ReleaseRefused when there is none of it */
export async function hashNamed(tx: Tx, orgId: string, which: string): Promise<string> {
  if (which === 'production' || which === 'sandbox') {
    const inUse = (await inUseOf(tx, orgId)).find(({ environment }) => environment === which);
    if (!inUse) throw new ReleaseRefused(`Nothing is agreed for ${which} yet.`);
    return inUse.hash;
  }
  const source = sourceNamed(which);
  if ('configuration' in source) return source.configuration;
  if ('draft' in source) {
    const draft = await draftOf(tx, orgId);
    if (draft === undefined) throw new ReleaseRefused('The partner has no draft. Import a folder first.');
    return draft;
  }
  const found =
    'number' in source
      ? (await releasesOf(tx, orgId)).find(({ number }) => number === source.number)
      : (await candidatesOf(tx, orgId)).find(({ name }) => name === source.candidate);
  if (found) return found.hash;
  throw new ReleaseRefused('number' in source ? `There is no release ${which}.` : `There is no candidate ${which}.`);
}

export const filesNamed = async (tx: Tx, orgId: string, which: string): Promise<ConfigurationFiles> =>
  configurationFiles(tx, orgId, await hashNamed(tx, orgId, which));

export interface Comparison {
  /** Absent where there is no release to compare with. */
  readonly from?: string;
  readonly to: string;
  readonly files: readonly FileDifference[];
}

/** How the files of two configurations differ. @param from the newest release unless given. @param to the draft unless given. */
export async function compareNamed(
  tx: Tx,
  orgId: string,
  { from, to = 'draft' }: { readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<Comparison> {
  const [newest] = await releasesOf(tx, orgId);
  const first = from ?? (newest && String(newest.number));
  const before = first === undefined ? new Map<string, Buffer>() : await filesNamed(tx, orgId, first);
  const after = await filesNamed(tx, orgId, to);
  const files = compareFiles(textsOf(before), textsOf(after), (a, b) => diff(a, b));
  return { ...(first !== undefined && { from: first }), to, files };
}
