import { useMutation } from '@tanstack/react-query';
import { api, client, must } from '../../lib/api.ts';
import { useJourneyChanged } from '../../lib/journey-changed.ts';

// What moves it is told at once; this is for what hangs on time alone.
const againMs = 60_000;

/** The journey of a partner, kept true while it is on screen: the other side may move. */
export function useJourney(partnerId: string) {
  return api.useQuery(
    'get',
    '/v1/partners/{partnerId}/journey',
    { params: { path: { partnerId } } },
    { refetchInterval: againMs },
  );
}

/** Reminds the other side by mail. */
export function useRemind(partnerId: string) {
  const changed = useJourneyChanged();
  return useMutation({
    mutationFn: () => must(client.POST('/v1/partners/{partnerId}/reminders', { params: { path: { partnerId } } })),
    onSettled: changed,
  });
}
