import { Button } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, client } from '../../lib/api.ts';
import type { Mail, MailState } from '../../lib/contract.ts';
import { absoluteTime } from '../../lib/time.ts';
import { Panel } from '../../ui/panel.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Failed, Loading, Nothing } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { tellDone, tellProblem } from '../../ui/undo.tsx';
import classes from './mails.module.css';

const states: Readonly<
  Record<MailState, { readonly tone: 'green' | 'amber' | 'red' | 'slate'; readonly label: string }>
> = {
  queued: { tone: 'amber', label: 'On its way' },
  sending: { tone: 'amber', label: 'On its way' },
  kept: { tone: 'slate', label: 'Kept here' },
  sent: { tone: 'green', label: 'Sent' },
  failed: { tone: 'red', label: 'Not sent' },
  unknown: { tone: 'red', label: 'Perhaps sent' },
};

const State = ({ mail }: { readonly mail: Mail }) => (
  <Tag tone={states[mail.state].tone}>{states[mail.state].label}</Tag>
);

/** The mails of the hub, newest first. */
export function MailsPanel({
  chosen,
  onChoose,
}: {
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}) {
  const { data, isPending, error, refetch } = api.useQuery(
    'get',
    '/v1/mails',
    { params: { query: { limit: 200 } } },
    { refetchInterval: 5_000 },
  );
  const mails = data?.mails ?? [];
  return (
    <Panel title="Mails" note="the newest 200">
      {isPending && <Loading lines={6} label="Loading the mails" />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data !== undefined && mails.length === 0 && (
        <Nothing icon={<IconMail size={20} stroke={1.7} />} title="No mail yet">
          Invites, links for lost passwords and notices of sign-ins stand here as soon as there is one.
        </Nothing>
      )}
      <ul className={classes.rows} aria-label="Mails">
        {mails.map((mail) => (
          <li key={mail.id}>
            <button
              type="button"
              className={classes.row}
              aria-current={mail.id === chosen}
              onClick={() => onChoose(mail.id)}
            >
              <span className={classes.head}>
                <b>{mail.subject}</b>
                <State mail={mail} />
              </span>
              <span className={classes.faint}>
                to {mail.recipient} · <RelativeTime at={mail.at} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** One mail: what it says, as long as that is kept, with its link. */
export function MailPanel({ id, mayRetry }: { readonly id: string; readonly mayRetry: boolean }) {
  const params = { params: { path: { mailId: id } } };
  const { data, isPending, error, refetch } = api.useQuery('get', '/v1/mails/{mailId}', params);
  const queries = useQueryClient();
  const again = useMutation({
    mutationFn: async () => {
      const { error: problem, response } = await client.POST('/v1/mails/{mailId}/retry', params);
      if (!response.ok) throw problem;
    },
    onSuccess: () => tellDone('The mail is in the queue again'),
    onError: tellProblem,
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['get', '/v1/mails'] });
      await queries.invalidateQueries({ queryKey: ['get', '/v1/mails/{mailId}'] });
    },
  });
  if (isPending) return <Loading lines={6} label="Loading the mail" />;
  if (data === undefined) return <Failed error={error} onRetry={() => void refetch()} />;
  const isBad = data.state === 'failed' || data.state === 'unknown';
  return (
    <Panel title={data.subject}>
      <div className={classes.mail}>
        <dl>
          <dt>To</dt>
          <dd>{data.recipient}</dd>
          <dt>Written</dt>
          <dd>{absoluteTime(data.at)}</dd>
          <dt>State</dt>
          <dd>
            <State mail={data} />
          </dd>
          {data.lastError !== undefined && (
            <>
              <dt>Because</dt>
              <dd>{data.lastError}</dd>
            </>
          )}
        </dl>
        {data.text === undefined ? (
          <p className={classes.faint}>
            The mail server has it; what it said is not kept here, since its link opens an account.
          </p>
        ) : (
          <div className={classes.text}>
            <Text text={data.text} link={data.link} />
          </div>
        )}
        {isBad && mayRetry && (
          <div className={classes.buttons}>
            <Button size="xs" loading={again.isPending} onClick={() => again.mutate()}>
              Send again
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}

/** The text with its one link as a link. */
function Text({ text, link }: { readonly text: string; readonly link: string | undefined }) {
  if (link === undefined || !text.includes(link)) return text;
  const [before, ...after] = text.split(link);
  return (
    <>
      {before}
      <a href={link} rel="noreferrer">
        {link}
      </a>
      {after.join(link)}
    </>
  );
}
