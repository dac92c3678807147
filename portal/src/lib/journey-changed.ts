import { useQueryClient } from '@tanstack/react-query';

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
