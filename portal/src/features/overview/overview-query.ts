import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api } from '../../lib/api.ts';
import type { Environment, Outcome } from '../../lib/contract.ts';
import { useChanges } from '../../lib/stream.ts';

const gatherMs = 600;
const shown = 8;

/** The figures of the last 24 hours. */
export function useOverview(environment: Environment) {
  return api.useQuery('get', '/v1/overview', { params: { query: { environment } } });
}

/** The newest documents, or the newest with one outcome. */
export function useNewest(environment: Environment, outcome?: Outcome) {
  return api.useQuery('get', '/v1/messages', {
    params: { query: { environment, limit: shown, ...(outcome === undefined ? {} : { outcome }) } },
  });
}

export function usePartnerTraffic(environment: Environment) {
  return api.useQuery('get', '/v1/partners', { params: { query: { environment } } });
}

/** Fetches the figures and lists of the overview again when documents move, at most every 600 ms. */
export function useLiveOverview(): void {
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const renew = () => {
    timer.current = undefined;
    for (const path of ['/v1/overview', '/v1/messages', '/v1/partners'])
      void queries.invalidateQueries({ queryKey: ['get', path] });
  };
  useChanges(() => {
    timer.current ??= setTimeout(renew, gatherMs);
  }, renew);
  useEffect(() => () => clearTimeout(timer.current), []);
}
