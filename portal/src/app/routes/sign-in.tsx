import { useSearch } from '@tanstack/react-router';
import { SignInForm } from '../../features/session/sign-in-form.tsx';
import { EntryPage, useGoOn } from './entry-page.tsx';

export function SignInPage() {
  const { next } = useSearch({ from: '/sign-in' });
  const goOn = useGoOn(next);
  return (
    <EntryPage
      title="Sign in"
      words="Follow every document from its first byte to the field it changed in Odoo."
      foot={
        <>
          No account yet? Ask the integration team that invited you, or read the <a href="/docs">API documentation</a>.
        </>
      }
    >
      <SignInForm onSignedIn={goOn} />
    </EntryPage>
  );
}
