import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { client } from '../../lib/api.ts';
import type { AnnotatedSegment, Message } from '../../lib/contract.ts';
import { findingsOf } from './findings.ts';

const pageSize = 500;
const none: readonly AnnotatedSegment[] = [];

/**
 * The document segment by segment, 500 at a time. With `reachByte` it loads on until that byte is there, so that a deep
 * link into a long document finds its place.
 */
export function useAnnotated(message: Message, reachByte?: number) {
  const documentId = message.id;
  const query = useInfiniteQuery({
    // The segments stay as they are; what was found in them is known once the document is translated.
    queryKey: ['annotated', documentId, message.interchanges.length, findingsOf(message).length],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ pageParam, signal }) => {
      const { data, error } = await client.GET('/v1/messages/{documentId}/annotated', {
        params: { path: { documentId }, query: { offset: pageParam, limit: pageSize } },
        signal,
      });
      if (data === undefined) throw error;
      return data;
    },
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, page) => sum + page.segments.length, 0);
      return last.segments.length > 0 && loaded < last.total ? loaded : undefined;
    },
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const segments = useMemo(() => data?.pages.flatMap((page) => page.segments) ?? none, [data]);
  const loadedTo = segments.at(-1)?.end ?? 0;
  const wanted = reachByte !== undefined && reachByte > loadedTo && hasNextPage && !isFetchingNextPage;
  useEffect(() => {
    if (wanted) void fetchNextPage();
  }, [wanted, fetchNextPage]);
  return { query, segments, first: data?.pages[0] };
}
