import { Button, NativeSelect } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { InvitePerson } from '../../features/invites/invite-forms.tsx';
import { InvitesPanel } from '../../features/invites/invites-panel.tsx';
import classes from '../../features/people/people.module.css';
import { PeoplePanel } from '../../features/people/people-panel.tsx';
import { useSession } from '../../features/session/session.ts';
import { api } from '../../lib/api.ts';
import { may } from '../../lib/roles.ts';
import { Page } from '../../ui/page.tsx';

/** The team chooses whose people it looks at. */
function OrganizationPick({
  own,
  chosen,
}: {
  readonly own: { readonly id: string; readonly name: string };
  readonly chosen: string;
}) {
  const navigate = useNavigate({ from: '/people' });
  const { data } = api.useQuery('get', '/v1/partners');
  const partners = data?.partners ?? [];
  const choose = (id: string) =>
    void navigate({ search: (search) => ({ ...search, org: id === own.id ? undefined : id }) as { org?: string } });
  return (
    <NativeSelect
      size="xs"
      aria-label="Organisation"
      data={[
        { value: own.id, label: `${own.name} (your team)` },
        ...partners.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={chosen}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  );
}

/** Who may act for an organisation: people with their roles. */
export function PeoplePage() {
  const { org } = useSearch({ from: '/shell/people' });
  const session = useSession();
  const own = session.organization;
  const isTeam = session.side === 'team';
  const { data } = api.useQuery('get', '/v1/partners', {}, { enabled: isTeam });
  const partner = data?.partners.find(({ id }) => id === org);
  const organization = isTeam && org !== undefined ? { id: org, name: partner?.name ?? 'the partner' } : own;
  const ofTeam = organization.id === own.id && isTeam;
  const [inviting, setInviting] = useState(false);
  const mayInvite = may(session, 'invitePerson');
  return (
    <Page title="People" actions={isTeam && <OrganizationPick own={own} chosen={organization.id} />}>
      <div className={classes.page} key={organization.id}>
        <PeoplePanel
          organization={organization}
          side={ofTeam ? 'team' : 'partner'}
          mayChange={may(session, 'addUser')}
          self={session.user.id}
        />
        {may(session, 'listOrganizationInvites') && (
          <InvitesPanel
            organizationId={organization.id}
            mayChange={mayInvite}
            quiet
            actions={
              <Button size="xs" onClick={() => setInviting(true)}>
                Invite a person
              </Button>
            }
          />
        )}
        {inviting && (
          <InvitePerson
            organization={organization}
            side={ofTeam ? 'team' : 'partner'}
            onClose={() => setInviting(false)}
          />
        )}
      </div>
    </Page>
  );
}
