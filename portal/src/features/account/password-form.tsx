import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { client, rememberCsrfToken } from '../../lib/api.ts';
import { Form } from '../../ui/form.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import classes from './account.module.css';

const shortest = 12;

/** Changes one's own password. The session goes on under another token, so the new one takes the place of what is known of it. */
function useChangePassword() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: { oldPassword: string; newPassword: string }) => {
      const { data, error } = await client.PUT('/v1/account/password', { body });
      if (data === undefined) throw error;
      return data;
    },
    onSuccess: (session) => {
      rememberCsrfToken(session.csrfToken);
      queries.setQueryData(['session'], session);
      void queries.invalidateQueries({ queryKey: ['get', '/v1/account/sessions'] });
    },
  });
}

/** The old password, and the new one twice. */
export function PasswordForm({
  email,
  oldLabel = 'Present password',
  autoFocus = false,
  onDone,
}: {
  readonly email: string;
  readonly oldLabel?: string;
  readonly autoFocus?: boolean;
  readonly onDone: () => void;
}) {
  const [oldPassword, setOld] = useState('');
  const [newPassword, setNew] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const change = useChangePassword();
  const wrong = {
    old: oldPassword === '' && `Enter the ${oldLabel.toLowerCase()}`,
    new: newPassword.length < shortest && `At least ${shortest} characters; four words are easy to remember`,
    again: again !== newPassword && 'This is not the same as above',
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong.old || wrong.new || wrong.again) return;
    change.mutate(
      { oldPassword, newPassword },
      {
        onSuccess: () => {
          for (const clear of [setOld, setNew, setAgain]) clear('');
          setTried(false);
          onDone();
        },
      },
    );
  };
  return (
    <Form className={classes.form} noValidate onSubmit={submit}>
      <ProblemList error={change.error} names={{ oldPassword: oldLabel, newPassword: 'New password' }} />
      {/* So that a password manager knows whose password it is. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <PasswordInput
        label={oldLabel}
        autoComplete="current-password"
        autoFocus={autoFocus}
        value={oldPassword}
        error={tried && wrong.old}
        onChange={(event) => setOld(event.currentTarget.value)}
      />
      <PasswordInput
        label="New password"
        autoComplete="new-password"
        description={tried && wrong.new ? undefined : `At least ${shortest} characters`}
        value={newPassword}
        error={tried && wrong.new}
        onChange={(event) => setNew(event.currentTarget.value)}
      />
      <PasswordInput
        label="New password again"
        autoComplete="new-password"
        value={again}
        error={tried && wrong.again}
        onChange={(event) => setAgain(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" loading={change.isPending}>
          Change the password
        </Button>
      </div>
    </Form>
  );
}
