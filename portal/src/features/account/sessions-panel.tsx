import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, client } from '../../lib/api.ts';
import type { OwnSession } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { tellDone, tellProblem } from '../../ui/undo.tsx';
import classes from './account.module.css';

const browsers = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
  ['curl/', 'curl'],
] as const;
const systems = [
  ['Windows', 'Windows'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const;

const methods = {
  password: 'by password',
  code: 'by password and code',
  passkey: 'by passkey',
  'sign-on': 'by single sign-on',
} as const;

/** `Firefox on Linux`, of what a browser calls itself. */
function browserWords(browser: string | undefined): string {
  if (browser === undefined) return 'Unknown browser';
  const name = browsers.find(([mark]) => browser.includes(mark))?.[1];
  const system = systems.find(([mark]) => browser.includes(mark))?.[1];
  if (name === undefined) return browser.slice(0, 60);
  return system === undefined ? name : `${name} on ${system}`;
}

async function done(answer: Promise<{ error?: unknown; response: Response }>): Promise<void> {
  const { error, response } = await answer;
  if (!response.ok) throw error;
}

function useSessionChanges() {
  const queries = useQueryClient();
  const onError = tellProblem;
  const renew = () => queries.invalidateQueries({ queryKey: ['get', '/v1/account/sessions'] });
  const end = useMutation({
    mutationFn: ({ id }: OwnSession) =>
      done(client.DELETE('/v1/account/sessions/{sessionId}', { params: { path: { sessionId: id } } })),
    onSuccess: (_, session) => {
      tellDone(`The session of ${browserWords(session.browser)} has ended`);
      void renew();
    },
    onError,
  });
  const endOthers = useMutation({
    mutationFn: () => done(client.DELETE('/v1/account/sessions')),
    onSuccess: () => {
      tellDone('All other sessions have ended');
      void renew();
    },
    onError,
  });
  return { end, endOthers };
}

/** Where one is signed in. */
export function SessionsPanel() {
  const { data, isPending, error, refetch } = api.useQuery('get', '/v1/account/sessions');
  const { end, endOthers } = useSessionChanges();
  const sessions = data?.sessions ?? [];
  return (
    <Panel
      title="Where you are signed in"
      action={
        sessions.length > 1 && (
          <Button size="xs" variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
            End all others
          </Button>
        )
      }
    >
      {isPending && <Loading lines={3} label="Loading the sessions" />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      <ul className={classes.rows} aria-label="Sessions">
        {sessions.map((session) => (
          <li key={session.id}>
            <div className={classes.words} title={session.browser}>
              <div className={classes.head}>
                <b>{browserWords(session.browser)}</b>
                {session.current && <Tag tone="green">This one</Tag>}
              </div>
              <span className={classes.faint}>
                {methods[session.method]}
                {session.address !== undefined && <> from {session.address}</>} · signed in{' '}
                <RelativeTime at={session.createdAt} />
                {session.lastUsedAt !== undefined && !session.current && (
                  <>
                    {' · '}used <RelativeTime at={session.lastUsedAt} />
                  </>
                )}
              </span>
            </div>
            {!session.current && (
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                aria-label={`End the session of ${browserWords(session.browser)}`}
                onClick={() => end.mutate(session)}
              >
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
