import { useQueryClient } from '@tanstack/react-query';
import { api, client, must } from '../../lib/api.ts';
import type { ApiKey, Environment } from '../../lib/contract.ts';
import { tellDone } from '../../ui/undo.tsx';

export function useApiKeys(organizationId: string, environment: Environment) {
  return api.useQuery('get', '/v1/organizations/{organizationId}/api-keys', {
    params: { path: { organizationId }, query: { environment } },
  });
}

export function useEndpointsWithKeys(partnerId: string, environment: Environment) {
  return api.useQuery('get', '/v1/partners/{partnerId}/endpoints', {
    params: { path: { partnerId }, query: { environment } },
  });
}

/** Everything that can be changed of an organisation's API keys. Each throws the problem. */
export function useKeyChanges(organizationId: string) {
  const queries = useQueryClient();
  const renew = async () => {
    await queries.invalidateQueries({ queryKey: ['get', '/v1/organizations/{organizationId}/api-keys'] });
    await queries.invalidateQueries({ queryKey: ['get', '/v1/partners/{partnerId}'] });
  };
  // Whoever is refused because of what somebody else changed is shown that.
  const renewed = <T>(answer: Promise<{ data?: T; error?: unknown }>): Promise<T> => must(answer).finally(renew);
  return {
    create: (body: { environment: Environment; name: string; scopes: ApiKey['scopes']; expiresInDays: number }) =>
      renewed(
        client.POST('/v1/organizations/{organizationId}/api-keys', { params: { path: { organizationId } }, body }),
      ),
    revoke: async (key: ApiKey) => {
      await renewed(
        client.POST('/v1/organizations/{organizationId}/api-keys/{keyId}/revoke', {
          params: { path: { organizationId, keyId: key.id } },
        }),
      );
      tellDone(`${key.name} is revoked`);
    },
  };
}

export type KeyChanges = ReturnType<typeof useKeyChanges>;
