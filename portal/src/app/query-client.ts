import { QueryClient } from '@tanstack/react-query';
import { isTransient } from '../lib/problem.ts';

/** The stream says when something changed, so nothing is fetched again for the sake of age alone. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 1 && isTransient(error),
      retryDelay: 800,
    },
  },
});
