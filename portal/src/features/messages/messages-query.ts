import { type InfiniteData, infiniteQueryOptions } from '@tanstack/react-query';
import { client } from '../../lib/api.ts';
import type { Environment, MessagePage, MessageQuery } from '../../lib/contract.ts';
import { type MessageFilters, toQuery } from './filters.ts';

export type MessagePages = InfiniteData<MessagePage, unknown>;
const pageSize = 50;

/** One page of documents, newest first. Throws the hub's problem. */
export async function fetchPage(query: MessageQuery, signal?: AbortSignal): Promise<MessagePage> {
  const { data, error } = await client.GET('/v1/messages', {
    params: { query },
    ...(signal === undefined ? {} : { signal }),
  });
  if (data === undefined) throw error;
  return data;
}

/** The first page as it is now, for merging into what is on screen. */
export function fetchNewest(filters: MessageFilters, environment: Environment): Promise<MessagePage> {
  return fetchPage({ ...toQuery(filters, environment, Date.now()), limit: pageSize });
}

export function messagesQuery(filters: MessageFilters, environment: Environment) {
  return infiniteQueryOptions({
    queryKey: ['messages', environment, filters],
    queryFn: ({ pageParam, signal }) =>
      fetchPage(
        {
          ...toQuery(filters, environment, Date.now()),
          limit: pageSize,
          ...(pageParam === undefined ? {} : { cursor: pageParam }),
        },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  });
}
