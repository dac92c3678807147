import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { client } from '../../lib/api.ts';
import { Form } from '../../ui/form.tsx';
import { NewPassword, wrongPassword } from '../../ui/new-password.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import classes from './entry.module.css';
import { LinkProblem } from './link-problem.tsx';

/** Chooses a new password by the link of a mail. */
export function ResetForm({
  token,
  again,
  onDone,
}: {
  readonly token: string;
  /** The way to another link. */
  readonly again: ReactNode;
  readonly onDone: () => void;
}) {
  const [newPassword, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const reset = useMutation({
    mutationFn: async () => {
      const { error, response } = await client.POST('/v1/password-resets/finish', { body: { token, newPassword } });
      if (!response.ok) throw error;
    },
    onSuccess: onDone,
  });
  const wrong = wrongPassword(newPassword);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!wrong) reset.mutate();
  };
  const status = (reset.error as { status?: number } | null)?.status;
  if (status === 404 || status === 410) return <LinkProblem error={reset.error}>{again}</LinkProblem>;
  return (
    <Form className={classes.form} noValidate onSubmit={submit}>
      <ProblemList error={reset.error} names={{ newPassword: 'New password' }} />
      <NewPassword label="New password" value={newPassword} error={tried && wrong} onChange={setPassword} />
      <Button type="submit" size="sm" fullWidth loading={reset.isPending}>
        Choose this password
      </Button>
    </Form>
  );
}
