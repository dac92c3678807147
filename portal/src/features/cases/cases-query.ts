import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '../../lib/api.ts';
import type { Case, Environment } from '../../lib/contract.ts';
import { tellProblem } from '../../ui/undo.tsx';

const lookEveryMs = 10_000;
const progressEveryMs = 1_000;

export interface CaseFilters {
  readonly q?: string | undefined;
  readonly kind?: Case['kind'] | undefined;
  readonly owner?: Case['owner'] | undefined;
  readonly severity?: Case['severity'] | undefined;
}

/** Open cases, a page at a time. */
export function useCases(environment: Environment, filters: CaseFilters) {
  return useInfiniteQuery({
    queryKey: ['get', '/v1/cases', environment, filters],
    initialPageParam: undefined as string | undefined,
    refetchInterval: lookEveryMs,
    queryFn: async ({ pageParam, signal }) => {
      const { q, kind, owner, severity } = filters;
      const query = {
        environment,
        limit: 50,
        ...(q && { q }),
        ...(kind && { kind }),
        ...(owner && { owner }),
        ...(severity && { severity }),
        ...(pageParam && { cursor: pageParam }),
      };
      const { data, error } = await client.GET('/v1/cases', { params: { query }, signal });
      if (data === undefined) throw error;
      return data;
    },
    getNextPageParam: (page) => page.next,
  });
}

/** What failed, by cause. */
export function useFailures(environment: Environment) {
  return api.useQuery('get', '/v1/failures', { params: { query: { environment } } }, { refetchInterval: lookEveryMs });
}

/** A retry of many while it runs, and what came of it. */
export function useProgress(retryId: string) {
  return api.useQuery(
    'get',
    '/v1/retries/{retryId}',
    { params: { path: { retryId } } },
    {
      refetchInterval: ({ state }) => {
        const { data } = state;
        return data?.finishedAt !== undefined && data.open === 0 ? false : progressEveryMs;
      },
    },
  );
}

/** Begins a retry of many; remembers the ones begun here, so that their result stays on screen. */
export function useBulkRetry(environment: Environment) {
  const queries = useQueryClient();
  const [begun, setBegun] = useState<readonly string[]>([]);
  const retry = api.useMutation('post', '/v1/retries', {
    onError: tellProblem,
    onSuccess: ({ id }) => {
      setBegun((before) => [id, ...before.filter((one) => one !== id)].slice(0, 3));
      for (const path of ['/v1/failures', '/v1/cases']) void queries.invalidateQueries({ queryKey: ['get', path] });
    },
  });
  return {
    begun,
    isPending: retry.isPending,
    start: (cause?: string) => retry.mutate({ body: { environment, ...(cause !== undefined && { cause }) } }),
  };
}
