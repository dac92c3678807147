import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { client, must } from '../../lib/api.ts';
import classes from './entry.module.css';
import { LinkProblem } from './link-problem.tsx';

/** Confirms another address by the link of a mail. A button does it: what only reads mails ahead must not. */
export function ConfirmEmail({ token, then }: { readonly token: string; readonly then: ReactNode }) {
  const confirm = useMutation({
    mutationFn: () => must(client.POST('/v1/account/email/confirm', { body: { token } })),
  });
  if (confirm.data)
    return (
      <div className={classes.done} role="status">
        <p>
          You sign in as <strong>{confirm.data.email}</strong> from now on. The old address was told.
        </p>
        {then}
      </div>
    );
  if (confirm.error) return <LinkProblem error={confirm.error}>{then}</LinkProblem>;
  return (
    <Button size="sm" fullWidth loading={confirm.isPending} onClick={() => confirm.mutate()}>
      Confirm the address
    </Button>
  );
}
