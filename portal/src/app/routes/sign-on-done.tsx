import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { LinkProblem } from '../../features/entry/link-problem.tsx';
import { useTakeSession } from '../../features/session/session.ts';
import { client, must } from '../../lib/api.ts';
import { Loading } from '../../ui/states.tsx';
import { EntryPage } from './entry-page.tsx';

/** Where the server of the single sign-on sends people back to. */
export function SignOnDonePage() {
  const navigate = useNavigate();
  const take = useTakeSession();
  const finish = useMutation({
    mutationFn: (query: string) => must(client.POST('/v1/session/sign-on/finish', { body: { query } })),
    onSuccess: (session) => {
      take(session);
      void navigate({ to: '/', replace: true });
    },
  });
  // The answer is good once: it is sent once, however often this is drawn, and leaves the address at once.
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const query = window.location.search;
    window.history.replaceState(window.history.state, '', window.location.pathname);
    finish.mutate(query);
  }, [finish]);
  return (
    <EntryPage
      title="Single sign-on"
      words={finish.error ? 'It did not let you in.' : 'One moment: the hub looks at the answer.'}
      foot={<Link to="/sign-in">Back to the sign-in</Link>}
    >
      {finish.error ? <LinkProblem error={finish.error} /> : <Loading lines={3} label="Signing in" />}
    </EntryPage>
  );
}
