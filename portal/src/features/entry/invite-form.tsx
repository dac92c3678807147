import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { client, must } from '../../lib/api.ts';
import type { OpenInvite, Session } from '../../lib/contract.ts';
import { Form } from '../../ui/form.tsx';
import { NewPassword, wrongPassword } from '../../ui/new-password.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { Loading } from '../../ui/states.tsx';
import classes from './entry.module.css';
import { LinkProblem } from './link-problem.tsx';

interface InviteFormProps {
  readonly token: string;
  /** The way to the sign-in, for a link that opens nothing any more. */
  readonly signIn: ReactNode;
  readonly onIn: (session: Session) => void;
}

/** Accepts an invite: who one is, and a password. */
export function InviteForm(props: InviteFormProps) {
  const { token, signIn } = props;
  const { data, isPending, error } = useQuery({
    queryKey: ['invite', token],
    queryFn: () => must(client.POST('/v1/invites/read', { body: { token } })),
    retry: false,
  });
  if (isPending) return <Loading lines={5} label="Reading the invite" />;
  if (data === undefined) return <LinkProblem error={error}>{signIn}</LinkProblem>;
  return <Accept {...props} invite={data} />;
}

function Accept({ token, invite, signIn, onIn }: InviteFormProps & { readonly invite: OpenInvite }) {
  const [name, setName] = useState(invite.name);
  const [company, setCompany] = useState(invite.company?.name ?? '');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const accept = useMutation({
    mutationFn: () =>
      must(
        client.POST('/v1/invites/accept', {
          body: { token, name: name.trim(), password, ...(invite.company && { company: company.trim() }) },
        }),
      ),
    onSuccess: onIn,
  });
  const wrong = {
    name: name.trim() === '' && 'Enter your name',
    company: invite.company !== undefined && company.trim() === '' && 'Enter the name of your company',
    password: wrongPassword(password),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!wrong.name && !wrong.company && !wrong.password) accept.mutate();
  };
  const status = (accept.error as { status?: number } | null)?.status;
  if (status === 404 || status === 410) return <LinkProblem error={accept.error}>{signIn}</LinkProblem>;
  return (
    <Form className={classes.form} noValidate onSubmit={submit}>
      <dl className={classes.facts}>
        <dt>Invited by</dt>
        <dd>
          {invite.invitedBy}, {invite.organization}
        </dd>
        <dt>Sign in as</dt>
        <dd>{invite.email}</dd>
      </dl>
      <ProblemList error={accept.error} names={{ name: 'Your name', password: 'Password', company: 'Company' }} />
      <input type="text" autoComplete="username" value={invite.email} readOnly hidden />
      {invite.company !== undefined && (
        <TextInput
          label="Company"
          description={`As people say it; ${invite.organization} sees it.`}
          autoComplete="organization"
          maxLength={120}
          value={company}
          error={tried && wrong.company}
          onChange={(event) => setCompany(event.currentTarget.value)}
        />
      )}
      <TextInput
        label="Your name"
        autoComplete="name"
        maxLength={120}
        value={name}
        error={tried && wrong.name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NewPassword value={password} error={tried && wrong.password} onChange={setPassword} />
      <Button type="submit" size="sm" fullWidth loading={accept.isPending}>
        Accept and sign in
      </Button>
    </Form>
  );
}
