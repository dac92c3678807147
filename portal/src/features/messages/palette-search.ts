import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { MessageSummary } from '../../lib/contract.ts';
import { useEnvironment } from '../../lib/environment.ts';
import { fetchPage } from './messages-query.ts';

const shortest = 2;
const none: readonly MessageSummary[] = [];

/** Documents that the words find, six at most; none for a single letter. */
export function usePaletteSearch(words: string): readonly MessageSummary[] {
  const environment = useEnvironment();
  const enabled = words.length >= shortest;
  const { data } = useQuery({
    queryKey: ['palette', environment, words],
    queryFn: ({ signal }) => fetchPage({ environment, q: words.slice(0, 100), limit: 6 }, signal),
    enabled,
    placeholderData: keepPreviousData,
  });
  return enabled ? (data?.messages ?? none) : none;
}
