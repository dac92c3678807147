import { Button, PasswordInput, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { IconAlertCircle } from '@tabler/icons-react';
import { toProblem } from '../../lib/problem.ts';
import { Form } from '../../ui/form.tsx';
import { RequestId } from '../../ui/states.tsx';
import { useSignIn } from './session.ts';
import classes from './sign-in-form.module.css';

/** E-mail and password; a refusal shows the hub's own words. */
export function SignInForm({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const signIn = useSignIn();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (/^\S+@\S+$/.test(value) ? null : 'Enter the e-mail address you were invited with'),
      password: isNotEmpty('Enter your password'),
    },
  });
  const problem = signIn.error === null ? undefined : toProblem(signIn.error);
  return (
    <Form
      className={classes.form}
      noValidate
      onSubmit={form.onSubmit((values) => signIn.mutate(values, { onSuccess: onSignedIn }))}
    >
      {problem !== undefined && (
        <div className={classes.problem} role="alert">
          <IconAlertCircle size={16} aria-hidden="true" />
          <div>
            <strong>{problem.title}</strong>
            <p>{problem.detail}</p>
            {problem.requestId !== undefined && <RequestId id={problem.requestId} />}
          </div>
        </div>
      )}
      <TextInput
        label="E-mail"
        type="email"
        autoComplete="username"
        autoFocus
        key={form.key('email')}
        {...form.getInputProps('email')}
      />
      <PasswordInput
        label="Password"
        autoComplete="current-password"
        key={form.key('password')}
        {...form.getInputProps('password')}
      />
      <Button type="submit" size="sm" fullWidth loading={signIn.isPending}>
        Sign in
      </Button>
    </Form>
  );
}
