import { type Query, useQueryClient } from '@tanstack/react-query';
import { useGathered } from './gathered.ts';
import { useChanges } from './stream.ts';

const gatherMs = 1_000;

/** Whoever looks further back in a list is not moved by what comes at its beginning. */
const isAtItsBeginning = ({ state: { data } }: Query): boolean =>
  ((data as { pages?: readonly unknown[] } | undefined)?.pages?.length ?? 0) <= 1;

/** Keeps what hangs on traffic true while documents move. @param paths of the contract */
export function useLiveTraffic(paths: readonly string[]): void {
  const queries = useQueryClient();
  const renew = () =>
    Promise.all(
      paths.map((path) => queries.invalidateQueries({ queryKey: ['get', path], predicate: isAtItsBeginning })),
    );
  const moved = useGathered<string>(gatherMs, renew);
  useChanges(moved, () => void renew());
}
