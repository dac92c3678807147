import { useQueryClient } from '@tanstack/react-query';
import type { operations } from '../../../../specs/generated/openapi.ts';
import { api, client, must } from '../../lib/api.ts';
import type { As2Identity, Environment } from '../../lib/contract.ts';
import { tellDone } from '../../ui/undo.tsx';

export type NewIdentity = Omit<
  operations['addAs2Identity']['requestBody']['content']['application/json'],
  'environment'
>;

/** The keys and certificates by which partners know our AS2, newest first. */
export const useIdentities = (environment: Environment) =>
  api.useQuery('get', '/v1/as2-identities', { params: { query: { environment } } });

/** Everything that can be done with them. Each throws the problem. */
export function useIdentityChanges(environment: Environment) {
  const queries = useQueryClient();
  const renewed = <T>(answer: Promise<{ data?: T; error?: unknown }>): Promise<T> =>
    must(answer).finally(() => queries.invalidateQueries({ queryKey: ['get', '/v1/as2-identities'] }));
  const at = ({ id }: As2Identity) => ({ params: { path: { identityId: id }, query: { environment } } });
  return {
    add: async (body: NewIdentity) => {
      await renewed(client.POST('/v1/as2-identities', { body: { environment, ...body } }));
      tellDone(body.as === 'next' ? 'The next identity is shown to partners' : 'We sign with the new identity');
    },
    switchTo: async (one: As2Identity) => {
      await renewed(client.POST('/v1/as2-identities/{identityId}/switch', at(one)));
      tellDone(`We sign with ${one.name} from now on`);
    },
    retire: async (one: As2Identity) => {
      await renewed(client.POST('/v1/as2-identities/{identityId}/retire', at(one)));
      tellDone(`${one.name} is used for nothing more`);
    },
    rehearse: (one: As2Identity, body: { readonly partnerId: string; readonly endpointId: string }) =>
      must(client.POST('/v1/as2-identities/{identityId}/rehearse', { params: { path: { identityId: one.id } }, body })),
  };
}

export type IdentityChanges = ReturnType<typeof useIdentityChanges>;
