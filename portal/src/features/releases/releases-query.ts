import { useQueryClient } from '@tanstack/react-query';
import { api, client, must } from '../../lib/api.ts';
import type { Releases } from '../../lib/contract.ts';
import { tellDone } from '../../ui/undo.tsx';

export function useReleases(partnerId: string) {
  return api.useQuery('get', '/v1/partners/{partnerId}/releases', { params: { path: { partnerId } } });
}

/** How two configurations differ. @param of `draft`, a candidate or the number of a release; the newest release and the draft unless given. */
export function useDifferences(partnerId: string, of: { readonly from?: string; readonly to?: string }) {
  return api.useQuery('get', '/v1/partners/{partnerId}/differences', {
    params: { path: { partnerId }, query: of },
  });
}

const shown = [
  '/v1/partners/{partnerId}/releases',
  '/v1/partners/{partnerId}',
  '/v1/partners/{partnerId}/agreements',
  '/v1/partners/{partnerId}/differences',
] as const;

/** Runs a change of what a partner's environments run, and renews what shows it. */
function useChange() {
  const queries = useQueryClient();
  return async (answer: Parameters<typeof must<Releases>>[0]): Promise<Releases> => {
    const made = await must(answer);
    for (const path of shown) await queries.invalidateQueries({ queryKey: ['get', path] });
    return made;
  };
}

const configurationOf = ({ draft, candidates, releases }: Releases, of: string): string | undefined => {
  if (of === 'draft') return draft?.configuration;
  const release = releases.find(({ number }) => String(number) === of);
  return (release ?? candidates.find(({ name }) => name === of))?.configuration;
};

/**
 * Makes releases; each can be taken back by releasing what production ran before.
 * @param seen what its author looks at: what somebody changed since is not released, and not taken back either
 */
export function useMakeRelease(partnerId: string, seen: Releases) {
  const change = useChange();
  const make = (body: { of: string; note: string; insteadOf: number; configuration?: string }) =>
    change(client.POST('/v1/partners/{partnerId}/releases', { params: { path: { partnerId } }, body }));
  return async ({ of, note }: { readonly of: string; readonly note: string }) => {
    const configuration = configurationOf(seen, of);
    const insteadOf = seen.releases[0]?.number ?? 0;
    const answer = await make({ of, note, insteadOf, ...(configuration !== undefined && { configuration }) });
    const [made, former] = answer.releases;
    const number = made?.number ?? 0;
    const back =
      former &&
      (() => make({ of: String(former.number), note: `Back to release ${former.number}.`, insteadOf: number }));
    tellDone(`Release ${number} is made; production runs it`, back);
  };
}

/** What the sandbox runs, and the candidates that it may run; each change can be undone. */
export function useCandidates(partnerId: string, { candidates, sandbox }: Releases) {
  const change = useChange();
  const at = (candidate: string) => ({ params: { path: { partnerId, candidate } } });
  const path = '/v1/partners/{partnerId}/candidates/{candidate}';
  const put = (name: string, body: { configuration?: string; insteadOf: string | null }) =>
    change(client.PUT(path, { ...at(name), body }));
  const drop = (name: string) => change(client.DELETE(path, at(name)));
  const run = (runs: string, insteadOf: string | undefined) => {
    const body = { runs, ...(insteadOf !== undefined && { insteadOf }) };
    return change(client.PUT('/v1/partners/{partnerId}/sandbox', { params: { path: { partnerId } }, body }));
  };
  const words = (runs: string) => (runs === 'draft' ? 'the draft' : `the candidate ${runs}`);
  return {
    name: async ({ name, isUsed }: { readonly name: string; readonly isUsed: boolean }) => {
      const before = candidates.find((one) => one.name === name);
      const named = await put(name, { insteadOf: before?.configuration ?? null });
      const after = named.candidates.find((one) => one.name === name)?.configuration ?? null;
      if (isUsed) await run(name, sandbox);
      tellDone(
        isUsed ? `The draft is the candidate ${name}; the sandbox runs it` : `The draft is the candidate ${name}`,
        async () => {
          if (isUsed && sandbox !== undefined) await run(sandbox, name);
          await (before ? put(name, { configuration: before.configuration, insteadOf: after }) : drop(name));
        },
      );
    },
    remove: async ({ name, configuration }: Releases['candidates'][number]) => {
      await drop(name);
      tellDone(`There is no candidate ${name} any more`, () => put(name, { configuration, insteadOf: null }));
    },
    runInSandbox: async (runs: string) => {
      await run(runs, sandbox);
      const back = sandbox;
      tellDone(`The sandbox runs ${words(runs)}`, back === undefined ? undefined : () => run(back, runs));
    },
  };
}

export type CandidateChanges = ReturnType<typeof useCandidates>;
