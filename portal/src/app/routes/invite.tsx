import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { InviteForm } from '../../features/entry/invite-form.tsx';
import { OtherSession } from '../../features/session/other-session.tsx';
import { useTakeSession } from '../../features/session/session.ts';
import { linkToken } from '../../lib/link-token.ts';
import { EntryPage } from './entry-page.tsx';

export function InvitePage() {
  const navigate = useNavigate();
  const take = useTakeSession();
  const [token] = useState(linkToken);
  return (
    <EntryPage
      title="You are invited"
      words="Choose a password, and you are in."
      foot={
        <>
          You have an account already? <Link to="/sign-in">Sign in</Link>.
        </>
      }
    >
      <OtherSession />
      <InviteForm
        token={token}
        signIn={<Link to="/sign-in">To the sign-in</Link>}
        onIn={(session) => {
          take(session);
          void navigate({ to: '/', replace: true });
        }}
      />
    </EntryPage>
  );
}
