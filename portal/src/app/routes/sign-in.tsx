import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { signOnQuery } from '../../features/session/session.ts';
import { SignInForm } from '../../features/session/sign-in-form.tsx';
import { EntryPage, useGoOn } from './entry-page.tsx';

export function SignInPage() {
  const { next } = useSearch({ from: '/sign-in' });
  const goOn = useGoOn(next);
  const { data } = useQuery(signOnQuery);
  return (
    <EntryPage
      title="Sign in"
      words="Follow every document from its first byte to the field it changed in Odoo."
      foot={
        data?.registration === 'open' ? (
          <>
            No account yet? <Link to="/register">Register your company</Link>, ask an admin of it to invite you, or read
            the <a href="/docs">API documentation</a>.
          </>
        ) : (
          <>
            No account yet? Ask the integration team that invited you, or read the <a href="/docs">API documentation</a>
            .
          </>
        )
      }
    >
      <SignInForm forgot={<Link to="/forgot-password">Forgot your password?</Link>} onSignedIn={goOn} />
    </EntryPage>
  );
}
