import { useQueryClient } from '@tanstack/react-query';
import { api, client, must } from '../../lib/api.ts';
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

/** Makes releases; each can be taken back by releasing what production ran before. */
export function useMakeRelease(partnerId: string) {
  const queries = useQueryClient();
  const make = async (of: string, note: string) => {
    const made = await must(
      client.POST('/v1/partners/{partnerId}/releases', { params: { path: { partnerId } }, body: { of, note } }),
    );
    for (const path of [
      '/v1/partners/{partnerId}/releases',
      '/v1/partners/{partnerId}',
      '/v1/partners/{partnerId}/differences',
    ])
      await queries.invalidateQueries({ queryKey: ['get', path] });
    return made;
  };
  return async ({ of, note }: { readonly of: string; readonly note: string }) => {
    const [made, former] = (await make(of, note)).releases;
    const back = former && (() => make(String(former.number), `Back to release ${former.number}.`));
    tellDone(`Release ${made?.number} is made; production runs it`, back);
  };
}
