import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { SignInForm } from '../../features/session/sign-in-form.tsx';
import { isOwnPath } from '../../lib/own-path.ts';
import { Logo } from '../../ui/logo.tsx';
import classes from './sign-in.module.css';
import { SignInScene } from './sign-in-scene.tsx';

export function SignInPage() {
  const { next } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const router = useRouter();
  useEffect(() => {
    document.title = 'Sign in · Crossdock';
  }, []);
  const go = () => {
    if (isOwnPath(next)) router.history.push(next);
    else void navigate({ to: '/' });
  };
  return (
    <main className={classes.page}>
      <section className={classes.card}>
        <Logo />
        <div className={classes.words}>
          <h1>Sign in</h1>
          <p>Follow every document from its first byte to the field it changed in Odoo.</p>
        </div>
        <SignInForm onSignedIn={go} />
        <p className={classes.foot}>
          No account yet? Ask the integration team that invited you, or read the <a href="/docs">API documentation</a>.
        </p>
      </section>
      <SignInScene />
    </main>
  );
}
