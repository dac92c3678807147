import type { ErrorComponentProps } from '@tanstack/react-router';
import { useRouter } from '@tanstack/react-router';
import { Failed } from '../../ui/states.tsx';
import classes from './route-failed.module.css';

/** The whole screen could not be opened, for instance because the hub is out of reach. */
export function RouteFailed({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <main className={classes.page}>
      <Failed
        error={error}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </main>
  );
}
