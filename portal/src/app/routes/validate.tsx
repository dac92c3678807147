import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { DocumentDrop } from '../../features/message/preview/document-drop.tsx';
import { Result } from '../../features/message/preview/result.tsx';
import classes from '../../features/message/preview/sandbox.module.css';
import { usePreview } from '../../features/message/preview/use-preview.ts';
import { signOnQuery } from '../../features/session/session.ts';
import { cx } from '../../lib/cx.ts';
import { Logo } from '../../ui/logo.tsx';
import { Failed, Loading } from '../../ui/states.tsx';

/** Looks at a document of somebody who has no account, where the operator allows it. */
export function ValidatePage() {
  const { data, isPending, error, refetch } = useQuery(signOnQuery);
  const control = usePreview(undefined);
  useEffect(() => {
    document.title = 'Validate a document · Crossdock';
  }, []);
  return (
    <main className={cx(classes.page, classes.alone)}>
      <header className={classes.aloneHead}>
        <Logo />
        <h1>Validate a document</h1>
        <Link to="/sign-in">Sign in</Link>
        <p className={classes.lead}>
          It is held against the X12 standard and the rules of the trade, and you see the acknowledgement that it would
          get. Nothing of it is kept.
        </p>
      </header>
      {isPending && <Loading lines={4} />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data?.openValidator === false && (
        <p className={classes.plain}>
          {data.organization || 'The company that runs this hub'} lets only people with an account look at documents.{' '}
          <Link to="/sign-in">Sign in</Link>, and use the sandbox.
        </p>
      )}
      {data?.openValidator && (
        <>
          <DocumentDrop
            onTake={control.take}
            busy={control.isLooking}
            small={control.looked !== undefined}
            note="Up to 1 MB, and thirty documents a minute from one address."
          />
          {control.isLooking && <Loading lines={8} label="Looking at the document" />}
          {control.error !== null && <Failed error={control.error} />}
          {control.looked !== undefined && <Result looked={control.looked} control={control} whose={undefined} />}
        </>
      )}
    </main>
  );
}
