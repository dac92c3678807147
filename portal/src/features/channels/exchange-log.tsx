import { IconArrowsExchange } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { client, must } from '../../lib/api.ts';
import type { Endpoint } from '../../lib/contract.ts';
import { ExchangePages } from '../../ui/exchanges/exchange-pages.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Failed, Loading, Nothing } from '../../ui/states.tsx';

const pageSize = 50;
// Sessions and refused calls carry no document, so that nothing tells of them.
const everyMs = 15_000;

/** What went over an endpoint; the first page is looked at again now and then, as long as nobody reads further down. */
function useExchanges(partnerId: string, endpointId: string) {
  return useInfiniteQuery({
    queryKey: ['get', '/v1/partners/{partnerId}/endpoints/{endpointId}/exchanges', partnerId, endpointId],
    queryFn: ({ pageParam, signal }) =>
      must(
        client.GET('/v1/partners/{partnerId}/endpoints/{endpointId}/exchanges', {
          params: {
            path: { partnerId, endpointId },
            query: { limit: pageSize, ...(pageParam !== '' && { before: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > 1 ? false : everyMs),
  });
}

/** The log of an endpoint: messages, receipts, sessions and events, also those that were refused or did not get there. */
export function ExchangeLog({ partnerId, endpoint }: { readonly partnerId: string; readonly endpoint: Endpoint }) {
  const { data, isPending, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useExchanges(
    partnerId,
    endpoint.id,
  );
  const exchanges = data?.pages.flatMap((page) => page.exchanges) ?? [];
  return (
    <Panel title="Log" note="what went over it, newest first">
      {isPending && <Loading lines={5} label="Loading the log" />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data !== undefined && exchanges.length === 0 && (
        <Nothing icon={<IconArrowsExchange size={20} stroke={1.6} />} title="Nothing has gone over it yet">
          {endpoint.addresses.length > 0
            ? 'Each request of a program that sends, fetches or confirms something stands here, also those that were refused.'
            : 'Each transmission stands here with what was said on the way, also those that failed.'}
        </Nothing>
      )}
      <ExchangePages
        label="Log of the endpoint"
        exchanges={exchanges}
        hasMore={hasNextPage}
        isLoading={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
      />
    </Panel>
  );
}
