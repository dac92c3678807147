import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ResetForm } from '../../features/entry/reset-form.tsx';
import { linkToken } from '../../lib/link-token.ts';
import { tellDone } from '../../ui/undo.tsx';
import { EntryPage } from './entry-page.tsx';

export function ResetPasswordPage() {
  const navigate = useNavigate();
  const [token] = useState(linkToken);
  return (
    <EntryPage
      title="Choose a new password"
      words="All your sessions end then, on every device."
      foot={<Link to="/sign-in">Back to the sign-in</Link>}
    >
      <ResetForm
        token={token}
        again={<Link to="/forgot-password">Ask for another link</Link>}
        onDone={() => {
          tellDone('The password is changed: sign in with it');
          void navigate({ to: '/sign-in' });
        }}
      />
    </EntryPage>
  );
}
