import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { PasswordForm } from '../../features/account/password-form.tsx';
import { useSession } from '../../features/session/session.ts';
import { isOwnPath } from '../../lib/own-path.ts';
import { Logo } from '../../ui/logo.tsx';
import { useLeave } from '../shell/user-menu.tsx';
import classes from './sign-in.module.css';
import { SignInScene } from './sign-in-scene.tsx';

/** Whoever signed in with a temporary password chooses one of their own before anything else. */
export function ChoosePasswordPage() {
  const { next } = useSearch({ from: '/choose-password' });
  const { user } = useSession();
  const navigate = useNavigate();
  const router = useRouter();
  const leave = useLeave();
  useEffect(() => {
    document.title = 'Choose your password · Crossdock';
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
          <h1>Choose your password</h1>
          <p>Welcome, {user.name}. The password that you were given is a temporary one that somebody else has seen.</p>
        </div>
        <PasswordForm email={user.email} oldLabel="Temporary password" autoFocus onDone={go} />
        <p className={classes.foot}>
          Not {user.email}?{' '}
          <button type="button" className={classes.leave} onClick={leave}>
            Sign out
          </button>
        </p>
      </section>
      <SignInScene />
    </main>
  );
}
