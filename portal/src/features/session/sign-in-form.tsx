import { Button, PasswordInput, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { IconAlertCircle, IconFingerprint } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Session } from '../../lib/contract.ts';
import { toProblem } from '../../lib/problem.ts';
import { Form } from '../../ui/form.tsx';
import { RequestId } from '../../ui/states.tsx';
import { signOnQuery, usePasskeySignIn, useSignIn, useSignOn } from './session.ts';
import classes from './sign-in-form.module.css';

/** That the person closed the window of the browser is no failure. */
const isGivenUp = (error: unknown) => error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name);

function Refusal({ error }: { readonly error: unknown }) {
  const problem = toProblem(error);
  return (
    <div className={classes.problem} role="alert">
      <IconAlertCircle size={16} aria-hidden="true" />
      <div>
        <strong>{problem.title}</strong>
        <p>{problem.detail}</p>
        {problem.requestId !== undefined && <RequestId id={problem.requestId} />}
      </div>
    </div>
  );
}

/** E-mail and password, then a code where the account asks for one; or a passkey, or single sign-on. A refusal shows the hub's own words. */
export function SignInForm({
  email = '',
  forgot,
  onSignedIn,
}: {
  /** Who signs in, where that is known. */
  readonly email?: string;
  readonly forgot: ReactNode;
  readonly onSignedIn: (session: Session) => void;
}) {
  const signIn = useSignIn();
  const passkey = usePasskeySignIn();
  const signOn = useSignOn();
  const ways = useQuery(signOnQuery);
  const [asksForCode, setAsks] = useState(false);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email, password: '', code: '' },
    validate: {
      email: (value) => (/^\S+@\S+$/.test(value) ? null : 'Enter the e-mail address you were invited with'),
      password: isNotEmpty('Enter your password'),
    },
  });
  const code = (signIn.error as { code?: string } | null)?.code;
  const shown = [code === 'http.code-needed' ? null : signIn.error, passkey.error, signOn.error].find(
    (error) => error !== null && !isGivenUp(error),
  );
  const submit = ({ email, password, code: given }: typeof form.values) =>
    signIn.mutate(
      { email, password, ...(asksForCode && { code: given }) },
      {
        onSuccess: onSignedIn,
        onError: (error) => {
          if ((error as unknown as { code?: string }).code === 'http.code-needed') setAsks(true);
        },
      },
    );
  return (
    <div className={classes.form}>
      <Form className={classes.form} noValidate onSubmit={form.onSubmit(submit)}>
        {shown !== undefined && <Refusal error={shown} />}
        <TextInput
          label="E-mail"
          type="email"
          autoComplete="username"
          autoFocus={email === ''}
          data-autofocus={email === '' || undefined}
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          data-autofocus={email !== '' || undefined}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        {asksForCode && (
          <TextInput
            label="Code"
            description="The six digits that your app shows, or a recovery code."
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
            maxLength={20}
            key={form.key('code')}
            {...form.getInputProps('code')}
          />
        )}
        <Button type="submit" size="sm" fullWidth loading={signIn.isPending}>
          Sign in
        </Button>
      </Form>
      <p className={classes.forgot}>{forgot}</p>
      <div className={classes.others}>
        <Button
          variant="default"
          size="sm"
          fullWidth
          leftSection={<IconFingerprint size={16} aria-hidden="true" />}
          loading={passkey.isPending}
          onClick={() => passkey.mutate(undefined, { onSuccess: onSignedIn })}
        >
          Use a passkey
        </Button>
        {ways.data?.signOn !== undefined && (
          <Button variant="default" size="sm" fullWidth loading={signOn.isPending} onClick={() => signOn.mutate()}>
            Team: sign in with {ways.data.signOn.label}
          </Button>
        )}
      </div>
    </div>
  );
}
