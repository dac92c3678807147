import { Link } from '@tanstack/react-router';
import { EmailForm } from '../../features/entry/email-form.tsx';
import { client } from '../../lib/api.ts';
import { EntryPage } from './entry-page.tsx';

async function ask(email: string): Promise<void> {
  const { error, response } = await client.POST('/v1/password-resets', { body: { email } });
  if (!response.ok) throw error;
}

export function ForgotPasswordPage() {
  return (
    <EntryPage
      title="Forgot your password?"
      words="A mail with a link goes to the address that you sign in with."
      foot={<Link to="/sign-in">Back to the sign-in</Link>}
    >
      <EmailForm
        button="Mail me a link"
        send={ask}
        then="The link in the mail chooses another password; it is good for an hour."
      />
    </EntryPage>
  );
}
