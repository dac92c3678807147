import { useMutation } from '@tanstack/react-query';
import { api, client, must } from '../../lib/api.ts';
import { useJourneyChanged } from '../../lib/journey-changed.ts';

/** The agreement as it would be signed now, with its signatures and history. */
export const useSignedAgreement = (partnerId: string) =>
  api.useQuery('get', '/v1/partners/{partnerId}/agreement', { params: { path: { partnerId } } });

export function useSign(partnerId: string) {
  const changed = useJourneyChanged();
  return useMutation({
    mutationFn: (body: { hash: string; name: string; title: string }) =>
      must(client.POST('/v1/partners/{partnerId}/agreement/signatures', { params: { path: { partnerId } }, body })),
    // Whoever is refused because the text was changed is shown the new one.
    onSettled: changed,
  });
}
