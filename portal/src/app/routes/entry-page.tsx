import { useNavigate, useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { isOwnPath } from '../../lib/own-path.ts';
import { Logo } from '../../ui/logo.tsx';
import classes from './sign-in.module.css';
import { SignInScene } from './sign-in-scene.tsx';

interface EntryPageProps {
  readonly title: string;
  readonly words: ReactNode;
  readonly foot: ReactNode;
  readonly children: ReactNode;
}

/** A page before the shell: one form, and beside it what the product does. */
export function EntryPage({ title, words, foot, children }: EntryPageProps) {
  useEffect(() => {
    document.title = `${title} · Crossdock`;
  }, [title]);
  return (
    <main className={classes.page}>
      <section className={classes.card}>
        <Logo />
        <div className={classes.words}>
          <h1>{title}</h1>
          <p>{words}</p>
        </div>
        {children}
        <p className={classes.foot}>{foot}</p>
      </section>
      <SignInScene />
    </main>
  );
}

/** Leads on to the address that was wanted, where it is one of ours. */
export function useGoOn(next: string | undefined): () => void {
  const navigate = useNavigate();
  const router = useRouter();
  return () => {
    if (isOwnPath(next)) router.history.push(next);
    else void navigate({ to: '/' });
  };
}
