import { useQueryClient } from '@tanstack/react-query';
import { api, client, must } from '../../lib/api.ts';
import type { Identities } from '../../lib/contract.ts';
import { tellDone } from '../../ui/undo.tsx';

export const useCompany = () => api.useQuery('get', '/v1/company');

/** Sets our own trading ids; the former ones come back with one click. */
export function useSetIdentities(former: Identities | undefined) {
  const queries = useQueryClient();
  const put = async (identities: Identities, insteadOf: Identities | undefined) => {
    const body = { ...identities, ...(insteadOf && { insteadOf }) };
    // Whoever is refused because of what somebody else changed is shown that.
    return must(client.PUT('/v1/company/identities', { body })).finally(() =>
      queries.invalidateQueries({ queryKey: ['get', '/v1/company'] }),
    );
  };
  return async (body: Identities) => {
    const { identities: after } = await put(body, former);
    tellDone('Our trading ids are set', former && (() => put(former, after)));
  };
}
