import { forgetCandidate, nameCandidate, useInSandbox } from '../flows/candidates.ts';
import { compareNamed, sourceNamed } from '../flows/compare-configurations.ts';
import { makeRelease, type ReleaseSource } from '../flows/releases.ts';
import { candidatesOf, draftOf, inUseOf, releasesOf } from '../store/releases.ts';
import { UsageError } from './command-input.ts';
import { exitCodes } from './exit-codes.ts';
import { inTransaction, orFaults, partnerCalled } from './partner-choice.ts';
import type { CandidateOptions, MakeOptions, OfPartner, RestoreOptions } from './partner-commands.ts';

export const make = ({ partner, note, of, json }: MakeOptions): Promise<number> =>
  release(partner, note, sourceNamed(of), json);

export function restore(number: string, { partner, note, json }: RestoreOptions): Promise<number> {
  if (!/^\d+$/.test(number)) throw new UsageError(`"${number}" is no number of a release.`);
  return release(partner, note ?? `Back to release ${number}.`, { number: Number(number) }, json);
}

function release(partner: string, note: string, source: ReleaseSource, json: boolean | undefined): Promise<number> {
  return orFaults(undefined, json, async () => {
    const made = await inTransaction(async ({ tx, tools, who }) =>
      makeRelease(tools, tx, { orgId: await partnerCalled(tx, partner), ...who, note, source }),
    );
    const { number, hash } = made;
    if (json) console.log(JSON.stringify({ partner, number, hash, note }));
    else console.log(`Release ${number} of ${partner} is made; every process runs it within seconds.`);
    return exitCodes.fine;
  });
}

export async function listReleases({ partner, json }: OfPartner): Promise<number> {
  const found = await inTransaction(async ({ tx }) => {
    const orgId = await partnerCalled(tx, partner);
    const [releases, candidates] = [await releasesOf(tx, orgId), await candidatesOf(tx, orgId)];
    return { releases, candidates, draft: await draftOf(tx, orgId), inUse: await inUseOf(tx, orgId) };
  });
  if (json) {
    console.log(JSON.stringify({ partner, ...found }));
    return exitCodes.fine;
  }
  const short = (hash: string) => hash.slice(0, 12);
  const runs = (hash: string, id: string) =>
    found.inUse.some((use) => use.releaseId === id) ? `${short(hash)} (production)` : short(hash);
  for (const { id, number, hash, note, createdAt, createdBy } of found.releases)
    console.log(`${number}\t${runs(hash, id)}\t${createdAt.toISOString()}\t${createdBy}\t${note}`);
  if (found.releases.length === 0) console.log('Nothing was released yet.');
  const sandbox = found.inUse.find(({ environment }) => environment === 'sandbox');
  for (const { name, hash, createdAt, createdBy } of found.candidates)
    console.log(
      `${name}\t${short(hash)}${sandbox?.candidate === name ? ' (sandbox)' : ''}\t${createdAt.toISOString()}\t${createdBy}`,
    );
  if (found.draft !== undefined)
    console.log(`draft\t${short(found.draft)}${sandbox && sandbox.candidate === null ? ' (sandbox)' : ''}`);
  return exitCodes.fine;
}

export async function diffReleases(
  from: string | undefined,
  to: string | undefined,
  { partner, json }: OfPartner,
): Promise<number> {
  const {
    from: first,
    to: second,
    files,
  } = await inTransaction(async ({ tx }) => compareNamed(tx, await partnerCalled(tx, partner), { from, to }));
  if (json) console.log(JSON.stringify({ partner, from: first ?? null, to: second, files }, null, 2));
  else {
    for (const { path, change, lines } of files)
      console.log([`${change}: ${path}`, ...lines.map((line) => `  ${line}`)].join('\n'));
    const count =
      files.length === 0
        ? 'no file differs'
        : `${files.length} ${files.length === 1 ? 'file differs' : 'files differ'}`;
    console.log(`${first ?? 'nothing'} and ${second}: ${count}.`);
  }
  return exitCodes.fine;
}

export async function candidate(name: string, { partner, remove, json }: CandidateOptions): Promise<number> {
  const hash = await inTransaction(async ({ tx, tools, who }) => {
    const of = { orgId: await partnerCalled(tx, partner), ...who, name };
    return remove ? forgetCandidate(tools, tx, of) : nameCandidate(tools, tx, of);
  });
  if (json) console.log(JSON.stringify({ partner, candidate: name, ...(remove ? { removed: true } : { hash }) }));
  else if (remove) console.log(`${partner} has no candidate ${name} any more.`);
  else console.log(`The draft of ${partner} is the candidate ${name} now.`);
  return exitCodes.fine;
}

export async function sandbox(which: string, { partner, json }: OfPartner): Promise<number> {
  const chosen = which === 'draft' ? null : which;
  return orFaults(undefined, json, async () => {
    const hash = await inTransaction(async ({ tx, tools, who }) =>
      useInSandbox(tools, tx, { orgId: await partnerCalled(tx, partner), ...who, candidate: chosen }),
    );
    if (json) console.log(JSON.stringify({ partner, sandbox: which, hash }));
    else console.log(`The sandbox of ${partner} runs ${chosen === null ? 'the draft' : `the candidate ${which}`}.`);
    return exitCodes.fine;
  });
}
