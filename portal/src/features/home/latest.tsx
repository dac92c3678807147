import { Link } from '@tanstack/react-router';
import { api } from '../../lib/api.ts';
import type { Environment } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { DirectionMark, SetCode } from '../../ui/small.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import classes from './home.module.css';

export const waysOfPartner = { in: 'from you', out: 'to you' } as const;
const shown = 6;

/** The partner's last documents, in its own words. */
export function LatestPanel({ environment }: { readonly environment: Environment }) {
  const { data, isPending, error, refetch } = api.useQuery('get', '/v1/messages', {
    params: { query: { environment, limit: shown, acknowledgements: 'folded' } },
  });
  return (
    <Panel
      title="Latest documents"
      action={
        <Link to="/messages" className={classes.all ?? ''}>
          Show all
        </Link>
      }
    >
      {isPending && <Loading lines={4} />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data?.messages.length === 0 && (
        <p className={classes.empty}>
          None yet. The first one stands here the moment it arrives. What would become of a document is told in the{' '}
          <Link to="/sandbox" search={{ env: 'sandbox' }}>
            Sandbox
          </Link>
          , without sending it.
        </p>
      )}
      <ul className={classes.lines}>
        {data?.messages.map(({ id, direction, sets, subjects, fileName, headline, outcome, at }) => (
          <li key={id}>
            <Link to="/messages/$documentId" params={{ documentId: id }} className={classes.line ?? ''}>
              <DirectionMark direction={direction} words="" />
              <span>{waysOfPartner[direction]}</span>
              <span>{sets[0] === undefined ? '–' : <SetCode code={sets[0].code} count={sets[0].count} />}</span>
              <span className={classes.headline}>
                <b>{subjects[0] ?? fileName}</b>
                <span data-tone={outcome === 'rejected' ? 'red' : undefined}>{headline}</span>
              </span>
              <RelativeTime at={at} />
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
