import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EmailForm } from '../../features/entry/email-form.tsx';
import { RegistrationWizard } from '../../features/entry/registration-wizard.tsx';
import { OtherSession } from '../../features/session/other-session.tsx';
import { signOnQuery, useTakeSession } from '../../features/session/session.ts';
import { client } from '../../lib/api.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { EntryPage } from './entry-page.tsx';

async function start(email: string): Promise<void> {
  const { error, response } = await client.POST('/v1/registrations', { body: { email } });
  if (!response.ok) throw error;
}

const haveAccount = (
  <>
    You have an account already? <Link to="/sign-in">Sign in</Link>.
  </>
);

/** Registers a company: the address first, then, by the link of the mail, everything else. */
export function RegisterPage() {
  const token = useLocation({ select: ({ hash }) => hash });
  const navigate = useNavigate();
  const take = useTakeSession();
  if (token === '') return <Begin />;
  return (
    <RegistrationWizard
      key={token}
      token={token}
      above={<OtherSession />}
      whenClosed={(problem) => <Begin problem={problem} />}
      onIn={(session) => {
        take(session);
        void navigate({ to: '/', replace: true });
      }}
    />
  );
}

function Begin({ problem }: { readonly problem?: ReactNode }) {
  const { data, isPending, error, refetch } = useQuery(signOnQuery);
  const whom = data?.organization || 'the company that runs this hub';
  return (
    <EntryPage
      title="Register your company"
      words={`To exchange documents with ${whom}. About 6 minutes, and you can leave and come back.`}
      foot={haveAccount}
    >
      {problem}
      {isPending && <Loading lines={3} />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data?.registration === 'open' && (
        <EmailForm
          button="Mail me a link"
          send={start}
          then="The link in the mail opens the registration, here or on another device."
        />
      )}
      {data !== undefined && data.registration !== 'open' && (
        <p>
          Companies are registered by invite here. Ask the integration team of {whom} for one; an invite comes by mail.
        </p>
      )}
    </EntryPage>
  );
}
