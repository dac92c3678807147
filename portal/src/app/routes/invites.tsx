import { Button } from '@mantine/core';
import { useState } from 'react';
import { InviteCompany, InvitePerson } from '../../features/invites/invite-forms.tsx';
import classes from '../../features/invites/invites.module.css';
import { InvitesPanel } from '../../features/invites/invites-panel.tsx';
import { useSession } from '../../features/session/session.ts';
import { may } from '../../lib/roles.ts';
import { Page } from '../../ui/page.tsx';

/** Whom the team has invited: companies, colleagues, people of partners. */
export function InvitesPage() {
  const session = useSession();
  const [open, setOpen] = useState<'company' | 'colleague'>();
  const close = () => setOpen(undefined);
  const mayCompany = may(session, 'inviteCompany');
  return (
    <Page
      title="Invites"
      lead="Who may come in, and who has"
      actions={
        <div className={classes.buttons}>
          {mayCompany && (
            <Button size="xs" onClick={() => setOpen('company')}>
              Invite a company
            </Button>
          )}
          {may(session, 'invitePerson') && (
            <Button size="xs" variant="default" onClick={() => setOpen('colleague')}>
              Invite a colleague
            </Button>
          )}
        </div>
      }
    >
      <div className={classes.page}>
        <InvitesPanel mayChange={mayCompany} actions={null} />
      </div>
      {open === 'company' && <InviteCompany onClose={close} />}
      {open === 'colleague' && <InvitePerson organization={session.organization} side="team" onClose={close} />}
    </Page>
  );
}
