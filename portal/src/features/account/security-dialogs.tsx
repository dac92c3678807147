import { Button, CopyButton, Modal, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { client, must } from '../../lib/api.ts';
import { Form } from '../../ui/form.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import classes from './account.module.css';
import { QrCode } from './qr-code.tsx';
import { renewSecurity, type Shown, useWish, type Wish } from './security-query.ts';

const titles: Readonly<Record<Wish['kind'], string>> = {
  app: 'Set up an authenticator app',
  'remove-app': 'Remove the authenticator app',
  codes: 'New recovery codes',
  passkey: 'Add a passkey',
  'remove-passkey': 'Remove the passkey',
  email: 'Use another e-mail address',
};

/** The browser says of a passkey that it was not made in words of its own. */
const words = (error: unknown) =>
  error instanceof Error && error.name !== 'TypeError'
    ? {
        title: 'No passkey was made',
        detail: 'The browser made none: it was cancelled, or this device has one already.',
        requestId: '',
      }
    : error;

/** Asks for the password before anything that would outlast the session, then does it. */
export function AskPassword({
  wish: given,
  email,
  onDone,
  onClose,
}: {
  readonly wish: Wish;
  readonly email: string;
  readonly onDone: (shown: Shown | undefined) => void;
  readonly onClose: () => void;
}) {
  const [password, setPassword] = useState('');
  const [text, setText] = useState(given.kind === 'passkey' ? given.name : '');
  const [tried, setTried] = useState(false);
  const doIt = useWish(onDone);
  const wish: Wish =
    given.kind === 'passkey'
      ? { ...given, name: text.trim() }
      : given.kind === 'email'
        ? { ...given, email: text.trim() }
        : given;
  const needsText = given.kind === 'passkey' || given.kind === 'email';
  const wrongText =
    needsText && text.trim() === '' && (given.kind === 'email' ? 'Enter the new address' : 'Enter a name');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (password !== '' && !wrongText) doIt.mutate({ wish, password });
  };
  return (
    <Modal opened onClose={onClose} title={titles[given.kind]} centered>
      <Form className={classes.form} noValidate onSubmit={submit}>
        <ProblemList
          error={words(doIt.error)}
          names={{ password: 'Your password', email: 'New e-mail', name: 'Name' }}
        />
        <input type="text" autoComplete="username" value={email} readOnly hidden />
        {given.kind === 'passkey' && (
          <TextInput
            label="Name"
            description="Where it is kept, such as this laptop or a security key."
            data-autofocus
            maxLength={80}
            value={text}
            error={tried && wrongText}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        {given.kind === 'email' && (
          <TextInput
            label="New e-mail"
            type="email"
            data-autofocus
            description="A mail with a link goes there; until it is followed nothing changes."
            maxLength={254}
            value={text}
            error={tried && wrongText}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        <PasswordInput
          label="Your password"
          autoComplete="current-password"
          {...(!needsText && { 'data-autofocus': true })}
          value={password}
          error={tried && password === '' && 'Enter your password'}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <FormButtons label="Continue" busy={doIt.isPending} onClose={onClose} />
      </Form>
    </Modal>
  );
}

/** The QR code and the first code of the app. */
export function ConfirmApp({
  app,
  onDone,
  onClose,
}: {
  readonly app: Extract<Shown, { kind: 'app' }>;
  readonly onDone: (codes: readonly string[]) => void;
  readonly onClose: () => void;
}) {
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () => must(client.POST('/v1/account/totp/confirm', { body: { code: code.trim() } })),
    onSuccess: ({ codes }) => onDone(codes),
    onSettled: () => renewSecurity(queries),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim().length >= 6) confirm.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={titles.app} centered closeOnClickOutside={false}>
      <Form className={classes.form} noValidate onSubmit={submit}>
        <p>Scan this with your app, or type the secret into it.</p>
        <div className={classes.qr}>
          <QrCode text={app.uri} label="QR code for the authenticator app" />
        </div>
        <CopyButton value={app.secret} timeout={4_000}>
          {({ copied, copy }) => (
            <div className={classes.secret}>
              <code>{app.secret}</code>
              <Button size="compact-xs" variant="default" onClick={copy}>
                {copied ? 'Copied' : 'Copy'}
              </Button>
            </div>
          )}
        </CopyButton>
        <ProblemList error={confirm.error} names={{ code: 'The code' }} />
        <TextInput
          label="Code that the app shows"
          inputMode="numeric"
          autoComplete="one-time-code"
          data-autofocus
          maxLength={7}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <FormButtons label="Confirm" busy={confirm.isPending} disabled={code.trim().length < 6} onClose={onClose} />
      </Form>
    </Modal>
  );
}

/** Recovery codes, shown now and never again. */
export function ShowCodes({ codes, onClose }: { readonly codes: readonly string[]; readonly onClose: () => void }) {
  return (
    <Modal
      opened
      onClose={onClose}
      title="Your recovery codes"
      centered
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <div className={classes.form}>
        <p>
          Each takes the place of the app once, for a phone that is lost. They are shown only now: keep them apart from
          it.
        </p>
        <ul className={classes.codes} aria-label="Recovery codes">
          {codes.map((code) => (
            <li key={code}>
              <code>
                {code.slice(0, 5)}-{code.slice(5)}
              </code>
            </li>
          ))}
        </ul>
        <div className={classes.buttons}>
          <CopyButton value={codes.join('\n')} timeout={4_000}>
            {({ copied, copy }) => (
              <Button variant="default" data-autofocus onClick={copy}>
                {copied ? 'Copied' : 'Copy all'}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>I have them</Button>
        </div>
      </div>
    </Modal>
  );
}
