import { Link } from '@tanstack/react-router';
import type { Endpoint, Environment } from '../../lib/contract.ts';
import { useLiveTraffic } from '../../lib/live-traffic.ts';
import { Panel } from '../../ui/panel.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { ToldList } from '../../ui/told-list.tsx';
import { ChannelIcon } from './channel-icon.tsx';
import classes from './channels.module.css';
import { movedByTraffic, useEndpoints } from './channels-query.ts';
import { type Reader, standingOf } from './standing.ts';
import { StateLine, StateTag } from './state-line.tsx';
import { toldOf } from './told.ts';

/** So many stand in the brief. */
const most = 4;

/** What does not work comes first, what nobody uses last. */
const weightOf = (endpoint: Endpoint, reader: Reader) => {
  const { rank, word } = standingOf(endpoint, reader);
  return word === 'Not in use' ? 9 : rank;
};

/** The endpoints at the side of another page: how each stands, and what a system must be told. */
export function EndpointsBrief({
  partnerId,
  environment,
  reader,
  to,
}: {
  readonly partnerId: string;
  readonly environment: Environment;
  readonly reader: Reader;
  /** The team names whose channels it goes to. */
  readonly to?: string;
}) {
  const { data, isPending, error, refetch } = useEndpoints(partnerId, environment);
  useLiveTraffic(movedByTraffic);
  const search = to === undefined ? {} : { partner: to };
  const endpoints = [...(data?.endpoints ?? [])].sort((one, other) => weightOf(one, reader) - weightOf(other, reader));
  return (
    <Panel
      title={reader.side === 'partner' ? 'What your system must be told' : 'Channels'}
      {...(reader.side === 'team' && { note: `in ${environment}` })}
      action={
        <Link to="/channels" search={search} className={classes.all ?? ''}>
          {reader.side === 'partner' ? 'Channels' : 'Show all'}
        </Link>
      }
    >
      {isPending && <Loading lines={3} label="Loading the endpoints" />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data !== undefined && endpoints.length === 0 && (
        <p className={classes.empty}>
          No endpoint in {environment} yet.{' '}
          {reader.mayWork && (
            <Link to="/channels/new" search={search}>
              Add one
            </Link>
          )}
        </p>
      )}
      <ul className={classes.brief}>
        {endpoints.slice(0, most).map((endpoint) => (
          <li key={endpoint.id}>
            <div className={classes.cardHead}>
              <ChannelIcon channel={endpoint.channel} size={16} />
              <Link
                to="/channels/$endpointId"
                params={{ endpointId: endpoint.id }}
                search={search}
                className={classes.name ?? ''}
              >
                {endpoint.name}
              </Link>
              <StateTag endpoint={endpoint} reader={reader} />
            </div>
            <StateLine endpoint={endpoint} reader={reader} />
            <Told endpoint={endpoint} reader={reader} />
          </li>
        ))}
      </ul>
      {endpoints.length > most && (
        <p className={classes.foot}>
          <Link to="/channels" search={search} className={classes.all ?? ''}>
            {endpoints.length - most} more
          </Link>
        </p>
      )}
    </Panel>
  );
}

/** So much of each is told here, of what is in use; the rest stands at the endpoint. */
const mostTold = 4;

/** The short values only: no certificates, commands or explanations. */
function Told({ endpoint, reader }: { readonly endpoint: Endpoint; readonly reader: Reader }) {
  if (standingOf(endpoint, reader).word === 'Not in use') return null;
  const items = toldOf(endpoint, reader.side).filter(({ value, multiline }) => !multiline && !/\s/.test(value));
  return items.length === 0 ? null : <ToldList items={items.slice(0, mostTold)} />;
}
