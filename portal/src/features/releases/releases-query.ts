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

/** Makes releases; each can be taken back by releasing what production ran before. */
export function useMakeRelease(partnerId: string) {
  const change = useChange();
  const make = (of: string, note: string) =>
    change(client.POST('/v1/partners/{partnerId}/releases', { params: { path: { partnerId } }, body: { of, note } }));
  return async ({ of, note }: { readonly of: string; readonly note: string }) => {
    const [made, former] = (await make(of, note)).releases;
    const back = former && (() => make(String(former.number), `Back to release ${former.number}.`));
    tellDone(`Release ${made?.number} is made; production runs it`, back);
  };
}

/** What the sandbox runs, and the candidates that it may run; each change can be undone. */
export function useCandidates(partnerId: string, { candidates, sandbox }: Releases) {
  const change = useChange();
  const at = (candidate: string) => ({ params: { path: { partnerId, candidate } } });
  const path = '/v1/partners/{partnerId}/candidates/{candidate}';
  const put = (name: string, configuration?: string) =>
    change(client.PUT(path, { ...at(name), body: configuration === undefined ? {} : { configuration } }));
  const drop = (name: string) => change(client.DELETE(path, at(name)));
  const run = (runs: string) =>
    change(client.PUT('/v1/partners/{partnerId}/sandbox', { params: { path: { partnerId } }, body: { runs } }));
  const words = (runs: string) => (runs === 'draft' ? 'the draft' : `the candidate ${runs}`);
  return {
    name: async ({ name, isUsed }: { readonly name: string; readonly isUsed: boolean }) => {
      const before = candidates.find((one) => one.name === name);
      await put(name);
      if (isUsed) await run(name);
      tellDone(
        isUsed ? `The draft is the candidate ${name}; the sandbox runs it` : `The draft is the candidate ${name}`,
        async () => {
          if (isUsed && sandbox !== undefined) await run(sandbox);
          await (before ? put(name, before.configuration) : drop(name));
        },
      );
    },
    remove: async ({ name, configuration }: Releases['candidates'][number]) => {
      await drop(name);
      tellDone(`There is no candidate ${name} any more`, () => put(name, configuration));
    },
    runInSandbox: async (runs: string) => {
      await run(runs);
      const back = sandbox;
      tellDone(`The sandbox runs ${words(runs)}`, back === undefined ? undefined : () => run(back));
    },
  };
}

export type CandidateChanges = ReturnType<typeof useCandidates>;
