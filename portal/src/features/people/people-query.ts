import { useQueryClient } from '@tanstack/react-query';
import { api, client, must } from '../../lib/api.ts';
import type { Role, User } from '../../lib/contract.ts';
import { rolesText } from '../../lib/roles.ts';
import { tellDone } from '../../ui/undo.tsx';

export function useUsers(organizationId: string) {
  return api.useQuery('get', '/v1/organizations/{organizationId}/users', { params: { path: { organizationId } } });
}

/** Everything that can be changed of an organisation's people. Each throws the problem; what can be undone says how. */
export function usePeopleChanges(organizationId: string) {
  const queries = useQueryClient();
  const renewed = async <T>(answer: Promise<{ data?: T; error?: unknown }>): Promise<T> => {
    // Whoever is refused because of what somebody else changed is shown that.
    return must(answer).finally(renew);
  };
  const renew = async () => {
    await queries.invalidateQueries({ queryKey: ['get', '/v1/organizations/{organizationId}/users'] });
    await queries.invalidateQueries({ queryKey: ['get', '/v1/partners/{partnerId}'] });
  };
  const path = (userId: string) => ({ params: { path: { organizationId, userId } } });
  const putRoles = (userId: string, roles: Role[], insteadOf: Role[]) =>
    renewed(
      client.PUT('/v1/organizations/{organizationId}/users/{userId}/roles', {
        ...path(userId),
        body: { roles, insteadOf },
      }),
    );
  const disable = (userId: string) =>
    renewed(client.POST('/v1/organizations/{organizationId}/users/{userId}/disable', path(userId)));
  const enable = (userId: string) =>
    renewed(client.POST('/v1/organizations/{organizationId}/users/{userId}/enable', path(userId)));
  return {
    add: (body: { name: string; email: string; roles: Role[] }) =>
      renewed(client.POST('/v1/organizations/{organizationId}/users', { params: { path: { organizationId } }, body })),
    setRoles: async (user: User, roles: Role[]) => {
      await putRoles(user.id, roles, user.roles);
      tellDone(`${user.name} is ${rolesText(roles)}`, () => putRoles(user.id, user.roles, roles));
    },
    disable: async (user: User) => {
      await disable(user.id);
      tellDone(`${user.name} is shut out`, () => enable(user.id));
    },
    enable: async (user: User) => {
      await enable(user.id);
      tellDone(`${user.name} may sign in again`, () => disable(user.id));
    },
    resetPassword: (user: User) =>
      renewed(client.POST('/v1/organizations/{organizationId}/users/{userId}/password', path(user.id))),
    removeFactors: async (user: User) => {
      await renewed(
        client.POST('/v1/organizations/{organizationId}/users/{userId}/second-factors/remove', path(user.id)),
      );
      tellDone(`${user.name} signs in with the password alone`);
    },
  };
}

export type PeopleChanges = ReturnType<typeof usePeopleChanges>;
