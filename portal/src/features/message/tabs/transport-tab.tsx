import { IconArrowsExchange } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { client, must } from '../../../lib/api.ts';
import type { Message } from '../../../lib/contract.ts';
import { ExchangePages } from '../../../ui/exchanges/exchange-pages.tsx';
import { Failed, Loading, Nothing } from '../../../ui/states.tsx';
import classes from './transport-tab.module.css';

const pageSize = 50;

/** How the document was transported, and its events; looked at again when the document moves on. */
function useTransport({ id, ladder, events }: Message) {
  const moved = `${ladder.map(({ rung, state }) => `${rung} ${state}`).join('/')} ${events.length}`;
  return useInfiniteQuery({
    queryKey: ['get', '/v1/messages/{documentId}/exchanges', id, moved],
    queryFn: ({ pageParam, signal }) =>
      must(
        client.GET('/v1/messages/{documentId}/exchanges', {
          params: {
            path: { documentId: id },
            query: { limit: pageSize, ...(pageParam !== '' && { before: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
}

/** What was said on the way: sessions, attempts, receipts as they came, and where the events of the document went. */
export function TransportTab({ message }: { readonly message: Message }) {
  const { data, isPending, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useTransport(message);
  if (isPending) return <Loading lines={5} label="Loading the transport" />;
  if (data === undefined) return <Failed error={error} onRetry={() => void refetch()} />;
  const exchanges = data.pages.flatMap((page) => page.exchanges);
  if (exchanges.length === 0)
    return (
      <Nothing icon={<IconArrowsExchange size={20} stroke={1.7} />} title="Nothing was logged on the way">
        {message.direction === 'in'
          ? `It came over ${message.channel.toUpperCase()}; the ladder above says when.`
          : `It goes over ${message.channel.toUpperCase()}; each attempt to hand it over stands here.`}
      </Nothing>
    );
  return (
    <div className={classes.tab}>
      <div className={classes.frame}>
        <ExchangePages
          label="How it was transported"
          exchanges={exchanges}
          documentId={message.id}
          hasMore={hasNextPage}
          isLoading={isFetchingNextPage}
          onMore={() => void fetchNextPage()}
        />
      </div>
    </div>
  );
}
