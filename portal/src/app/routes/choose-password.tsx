import { useSearch } from '@tanstack/react-router';
import { PasswordForm } from '../../features/account/password-form.tsx';
import { useSession } from '../../features/session/session.ts';
import { useLeave } from '../shell/user-menu.tsx';
import { EntryPage, useGoOn } from './entry-page.tsx';
import classes from './sign-in.module.css';

/** Whoever signed in with a temporary password chooses one of their own before anything else. */
export function ChoosePasswordPage() {
  const { next } = useSearch({ from: '/choose-password' });
  const { user } = useSession();
  const leave = useLeave();
  const goOn = useGoOn(next);
  return (
    <EntryPage
      title="Choose your password"
      words={`Welcome, ${user.name}. The password that you were given is a temporary one that somebody else has seen.`}
      foot={
        <>
          Not {user.email}?{' '}
          <button type="button" className={classes.leave} onClick={leave}>
            Sign out
          </button>
        </>
      }
    >
      <PasswordForm email={user.email} oldLabel="Temporary password" autoFocus onDone={goOn} />
    </EntryPage>
  );
}
