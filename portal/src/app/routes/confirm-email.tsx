import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ConfirmEmail } from '../../features/entry/confirm-email.tsx';
import { linkToken } from '../../lib/link-token.ts';
import { EntryPage } from './entry-page.tsx';

export function ConfirmEmailPage() {
  const [token] = useState(linkToken);
  return (
    <EntryPage
      title="Your new e-mail address"
      words="Confirm that it is yours; you sign in with it from then on."
      foot={<Link to="/sign-in">Back to the sign-in</Link>}
    >
      <ConfirmEmail token={token} then={<Link to="/account">To my account</Link>} />
    </EntryPage>
  );
}
