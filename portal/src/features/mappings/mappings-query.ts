import { useQueryClient } from '@tanstack/react-query';
import { api, client, must } from '../../lib/api.ts';
import type { Environment, MappingDetail, Mappings } from '../../lib/contract.ts';

const list = '/v1/partners/{partnerId}/mappings';
const one = '/v1/partners/{partnerId}/mappings/{mapping}';

export interface MappingKey {
  readonly partnerId: string;
  readonly mapping: string;
}

export const useMappings = (partnerId: string) => api.useQuery('get', list, { params: { path: { partnerId } } });

export const useMapping = (path: MappingKey) => api.useQuery('get', one, { params: { path } });

export const useSamples = (path: MappingKey, environment: Environment) =>
  api.useQuery('get', `${one}/samples`, { params: { path, query: { environment } } });

export const readSample = (path: MappingKey, id?: string) =>
  must(client.GET(`${one}/sample`, { params: { path, query: id === undefined ? {} : { id } } }));

export const readMapping = (path: MappingKey) => must(client.GET(one, { params: { path } }));

export interface TrialBody {
  readonly text: string;
  readonly sample?: string;
  readonly annotate?: boolean;
  readonly suggest?: boolean;
}

export const tryMapping = (path: MappingKey, body: TrialBody, signal: AbortSignal) =>
  must(client.POST(`${one}/trial`, { params: { path }, body, signal }));

export const whatIfMapping = (path: MappingKey, body: { readonly environment: Environment; readonly text?: string }) =>
  must(client.POST(`${one}/what-if`, { params: { path }, body }));

export const saveMapping = (path: MappingKey, body: { readonly text: string; readonly insteadOf: string }) =>
  must(client.PUT(one, { params: { path }, body }));

export interface UnsavedBody {
  readonly text: string | null;
  readonly basedOn: string;
  readonly revision: number;
}

export const keepUnsaved = (path: MappingKey, body: UnsavedBody, isLast = false) =>
  must(client.PUT(`${one}/unsaved`, { params: { path }, body, keepalive: isLast }));

export const compareMapping = (path: MappingKey, query: { readonly from: string; readonly to: string }) =>
  must(client.GET(`${one}/difference`, { params: { path, query } }));

/** What is done to a mapping; each answer takes the place of what the cache has of it. */
export function useMappingChanges(path: MappingKey) {
  const cache = useQueryClient();
  const refresh = () => cache.invalidateQueries({ queryKey: ['get', list] });
  const keep = async (answer: Promise<{ data?: MappingDetail; error?: unknown }>): Promise<MappingDetail> => {
    const detail = await must(answer);
    cache.setQueryData(['get', one, { params: { path } }], detail);
    void refresh();
    return detail;
  };
  return {
    refresh,
    reload: () => keep(client.GET(one, { params: { path } })),
    review: (body: { readonly do: 'ask' | 'approve' | 'return'; readonly hash: string; readonly note?: string }) =>
      keep(client.POST(`${one}/review`, { params: { path }, body })),
    comment: (body: {
      readonly hash: string;
      readonly line: number;
      readonly text: string;
      readonly answers?: string;
    }) => keep(client.POST(`${one}/comments`, { params: { path }, body })),
    settle: (commentId: string, resolved: boolean) =>
      keep(
        client.PATCH(`${one}/comments/{commentId}`, { params: { path: { ...path, commentId } }, body: { resolved } }),
      ),
  };
}

/** Begins a mapping from a template. */
export function useAddMapping(partnerId: string) {
  const cache = useQueryClient();
  return async ({ set, direction, template }: Mappings['available'][number]) => {
    const params = { path: { partnerId } };
    const made = await must(client.POST(list, { params, body: { set, direction, template } }));
    cache.setQueryData(['get', list, { params }], made);
    return made;
  };
}
