import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Form } from '../../ui/form.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import classes from './entry.module.css';

interface EmailFormProps {
  readonly button: string;
  /** @throws the problem */
  readonly send: (email: string) => Promise<void>;
  /** What the mail is for, once it is on its way. */
  readonly then: string;
}

/** Asks for an address and mails a link to it. What is told is the same for every address. */
export function EmailForm({ button, send, then }: EmailFormProps) {
  const [email, setEmail] = useState('');
  const [tried, setTried] = useState(false);
  const ask = useMutation({ mutationFn: send });
  const wrong = !/^[^\s@]+@[^\s@]+$/.test(email.trim()) && 'Enter an address such as lena@company.example';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!wrong) ask.mutate(email.trim());
  };
  if (ask.isSuccess)
    return (
      <div className={classes.done} role="status">
        <p>
          <strong>Look into the mailbox of {email.trim()}.</strong> {then}
        </p>
        <p>Nothing there after a few minutes? Look into the spam folder. Three mails an hour go to one address.</p>
        <div>
          <Button variant="default" onClick={() => ask.reset()}>
            Use another address
          </Button>
        </div>
      </div>
    );
  return (
    <Form className={classes.form} noValidate onSubmit={submit}>
      <ProblemList error={ask.error} names={{ email: 'E-mail' }} />
      <TextInput
        label="E-mail"
        type="email"
        autoComplete="username"
        autoFocus
        maxLength={254}
        value={email}
        error={tried && wrong}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <Button type="submit" size="sm" fullWidth loading={ask.isPending}>
        {button}
      </Button>
    </Form>
  );
}
