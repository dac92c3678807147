import { Button } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useRouter } from '@tanstack/react-router';
import { Logo } from '../../ui/logo.tsx';
import { Failed } from '../../ui/states.tsx';
import classes from './route-failed.module.css';

/** A screen could not be opened. Inside the shell the shell stays; without a session there is at least our name and the way to the start. */
export function RouteFailed({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const inShell = document.getElementById('main') !== null;
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <div className={classes.page}>
      {!inShell && (
        <a href="/" className={classes.top} aria-label="Crossdock, to the start">
          <Logo />
        </a>
      )}
      <div className={classes.middle}>
        <Failed
          error={error}
          onRetry={again}
          way={
            <Button variant="default" component="a" href="/messages">
              Go to the messages
            </Button>
          }
        />
      </div>
    </div>
  );
}
