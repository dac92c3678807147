import { useQueryClient } from '@tanstack/react-query';
import { api, client } from '../../lib/api.ts';

const lookEveryMs = 5_000;
const lookWhileRunningMs = 1_000;

/** The last reconciliations of a connection; looked at more often while one runs. */
export function useReconciliations(connectionId: string) {
  return api.useQuery(
    'get',
    '/v1/odoo/{connectionId}/reconciliations',
    { params: { path: { connectionId } } },
    {
      refetchInterval: ({ state: { data } }) =>
        data?.reconciliations.some(({ state }) => state === 'asked' || state === 'running')
          ? lookWhileRunningMs
          : lookEveryMs,
    },
  );
}

/** The differences of one, page after page. */
export function useDifferences(connectionId: string, reconciliationId: string) {
  const { data, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = api.useInfiniteQuery(
    'get',
    '/v1/odoo/{connectionId}/reconciliations/{reconciliationId}',
    { params: { path: { connectionId, reconciliationId }, query: {} } },
    {
      pageParamName: 'cursor',
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }: { next?: string }) => next,
    },
  );
  return {
    rows: data?.pages.flatMap(({ differences }) => differences) ?? [],
    isPending,
    more: hasNextPage ? () => void fetchNextPage() : undefined,
    isLoadingMore: isFetchingNextPage,
  };
}

// Before anything that a hub can have written.
const everything = '2000-01-01T00:00:00Z';

/** Asks for another one, of what was written since the last or of everything; throws the problem. */
export function useReconcile(connectionId: string) {
  const queries = useQueryClient();
  return async (of: 'new' | 'everything') => {
    const { error } = await client.POST('/v1/odoo/{connectionId}/reconciliations', {
      params: { path: { connectionId } },
      body: of === 'everything' ? { since: everything } : {},
    });
    if (error) throw error;
    await queries.invalidateQueries({ queryKey: ['get', '/v1/odoo/{connectionId}/reconciliations'] });
  };
}

/** Accepts a difference, or takes that back; throws the problem. */
export function useAcceptance(connectionId: string, reconciliationId: string) {
  const queries = useQueryClient();
  return async (differenceId: number, isAccepted: boolean) => {
    const at = {
      params: { path: { connectionId, reconciliationId, differenceId } },
    };
    const path =
      '/v1/odoo/{connectionId}/reconciliations/{reconciliationId}/differences/{differenceId}/acceptance' as const;
    const { error } = isAccepted ? await client.PUT(path, { ...at, body: {} }) : await client.DELETE(path, at);
    if (error) throw error;
    await Promise.all(
      ['/v1/odoo/{connectionId}/reconciliations', '/v1/odoo/{connectionId}/reconciliations/{reconciliationId}'].map(
        (url) => queries.invalidateQueries({ queryKey: ['get', url] }),
      ),
    );
  };
}
