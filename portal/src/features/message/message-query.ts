import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api } from '../../lib/api.ts';
import { useChanges } from '../../lib/stream.ts';

/** A document with hundreds of events moves many times a second; it is fetched again at most this often. */
const gatherMs = 500;

/** One document with everything that became of it, its events in brief; fetched again whenever it moves on. */
export function useMessage(documentId: string) {
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const init = { params: { path: { documentId }, query: { events: 'brief' as const } } };
  const again = () => {
    timer.current ??= setTimeout(() => {
      void queries
        .invalidateQueries({ queryKey: ['get', '/v1/messages/{documentId}', init] }, { cancelRefetch: false })
        .finally(() => {
          timer.current = undefined;
        });
    }, gatherMs);
  };
  useChanges((changed) => {
    if (changed === documentId) again();
  }, again);
  useEffect(() => () => clearTimeout(timer.current), []);
  return api.useQuery('get', '/v1/messages/{documentId}', init);
}
