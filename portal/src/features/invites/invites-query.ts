import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, client, must } from '../../lib/api.ts';
import type { Invite, Role } from '../../lib/contract.ts';
import { tellDone, tellProblem } from '../../ui/undo.tsx';

/** Invites of one organisation, or, for the team, of all. */
export function useInvites(organizationId: string | undefined) {
  const all = api.useQuery('get', '/v1/invites', {}, { enabled: organizationId === undefined });
  const own = api.useQuery(
    'get',
    '/v1/organizations/{organizationId}/invites',
    { params: { path: { organizationId: organizationId ?? '' } } },
    { enabled: organizationId !== undefined },
  );
  return organizationId === undefined ? all : own;
}

function useRenewed() {
  const queries = useQueryClient();
  return async () => {
    for (const path of ['/v1/invites', '/v1/organizations/{organizationId}/invites'])
      await queries.invalidateQueries({ queryKey: ['get', path] });
  };
}

const told = ({ email }: Invite) => tellDone(`An invite is on its way to ${email}`);

export function useInviteCompany(onDone: () => void) {
  const renew = useRenewed();
  return useMutation({
    mutationFn: (body: { email: string; name?: string; company: { name: string; template: string } }) =>
      must(client.POST('/v1/invites', { body })),
    onSuccess: (invite) => {
      told(invite);
      onDone();
    },
    onSettled: renew,
  });
}

export interface PersonToInvite {
  readonly organizationId: string;
  readonly email: string;
  readonly name?: string;
  readonly roles: Role[];
}

const invitePerson = ({ organizationId, ...body }: PersonToInvite) =>
  must(client.POST('/v1/organizations/{organizationId}/invites', { params: { path: { organizationId } }, body }));

export function useInvitePerson(onDone: () => void) {
  const renew = useRenewed();
  return useMutation({
    mutationFn: invitePerson,
    onSuccess: (invite) => {
      told(invite);
      onDone();
    },
    onSettled: renew,
  });
}

/** Takes an invite back, or sends another one in its place. */
export function useInviteChanges() {
  const renew = useRenewed();
  const revoke = useMutation({
    mutationFn: ({ id, organization }: Invite) =>
      must(
        client.POST('/v1/organizations/{organizationId}/invites/{inviteId}/revoke', {
          params: { path: { organizationId: organization.id, inviteId: id } },
        }),
      ),
    onSuccess: ({ email }) => tellDone(`The invite of ${email} is taken back`),
    onError: tellProblem,
    onSettled: renew,
  });
  const again = useMutation({
    mutationFn: ({ email, name, organization, company, roles }: Invite) => {
      const who = { email, ...(name !== '' && { name }) };
      return company === undefined
        ? invitePerson({ ...who, organizationId: organization.id, roles })
        : must(client.POST('/v1/invites', { body: { ...who, company } }));
    },
    onSuccess: told,
    onError: tellProblem,
    onSettled: renew,
  });
  return { revoke, again };
}
