import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, client, must } from '../../lib/api.ts';

const againMs = 15_000;

/** The journey of a partner; looked at again while it is on screen, since the other side may have moved. */
export function useJourney(partnerId: string) {
  return api.useQuery(
    'get',
    '/v1/partners/{partnerId}/journey',
    { params: { path: { partnerId } } },
    { refetchInterval: againMs },
  );
}

/** Everything that is computed from the evidence is asked for again. */
export function useJourneyChanged(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const path of [
      '/v1/partners/{partnerId}/journey',
      '/v1/partners/{partnerId}/agreement',
      '/v1/partners/{partnerId}/profile',
      '/v1/partners/{partnerId}/agreements',
      '/v1/partners/{partnerId}',
      '/v1/journeys',
    ])
      void queries.invalidateQueries({ queryKey: ['get', path] });
  };
}

/** Reminds the other side by mail. */
export function useNudge(partnerId: string) {
  const changed = useJourneyChanged();
  return useMutation({
    mutationFn: () => must(client.POST('/v1/partners/{partnerId}/nudges', { params: { path: { partnerId } } })),
    onSettled: changed,
  });
}
