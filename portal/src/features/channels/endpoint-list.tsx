import { Button, TextInput } from '@mantine/core';
import { IconPlugConnected, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Endpoint, Environment } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { useRowKeys } from '../../ui/row-keys.ts';
import { Failed, Loading, Nothing } from '../../ui/states.tsx';
import classes from './channels.module.css';
import { useEndpoints } from './channels-query.ts';
import { EndpointCard } from './endpoint-card.tsx';
import { type Reader, standingOf } from './standing.ts';

/** So many fit on a screen. */
const manyEndpoints = 8;

/** Leads to the choice of a channel. */
export function AddEndpointButton() {
  return (
    <Button leftSection={<IconPlus size={14} />} renderRoot={(props) => <Link to="/channels/new" {...props} />}>
      Add an endpoint
    </Button>
  );
}

const byNeed = (reader: Reader) => (one: Endpoint, other: Endpoint) =>
  standingOf(one, reader).rank - standingOf(other, reader).rank || one.name.localeCompare(other.name, 'en');

/** Every endpoint of a partner in an environment, those that need somebody first. */
export function EndpointList({
  partnerId,
  environment,
  reader,
}: {
  readonly partnerId: string;
  readonly environment: Environment;
  readonly reader: Reader;
}) {
  const { data, isPending, error, refetch } = useEndpoints(partnerId, environment);
  const [words, setWords] = useState('');
  const list = useRowKeys<HTMLUListElement>();
  const endpoints = [...(data?.endpoints ?? [])].sort(byNeed(reader));
  const wanted = words.trim().toLowerCase();
  const shown = endpoints.filter((one) =>
    `${one.name} ${one.title} ${standingOf(one, reader).word} ${one.sets.in.join(' ')} ${one.sets.out.join(' ')}`
      .toLowerCase()
      .includes(wanted),
  );
  return (
    <Panel
      title="Endpoints"
      note={endpoints.length > 1 ? `${endpoints.length} in ${environment}` : `in ${environment}`}
      action={reader.mayWork && endpoints.length > 0 && <AddEndpointButton />}
    >
      {isPending && <Loading lines={6} label="Loading the endpoints" />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data !== undefined && endpoints.length === 0 && (
        <Nothing
          icon={<IconPlugConnected size={20} stroke={1.6} />}
          title={`No endpoint in ${environment} yet`}
          action={reader.mayWork && <AddEndpointButton />}
        >
          {reader.mayWork
            ? 'An endpoint is where documents are handed over. Choose how the systems talk; it takes a few minutes.'
            : 'An endpoint is where documents are handed over. An admin or an editor adds one.'}
        </Nothing>
      )}
      {endpoints.length > manyEndpoints && (
        <div className={classes.find}>
          <TextInput
            type="search"
            size="xs"
            aria-label="Find an endpoint"
            placeholder="Name, channel, state or document"
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <span className={classes.faint} role="status">
            {shown.length < endpoints.length ? `${shown.length} of ${endpoints.length}` : ''}
          </span>
        </div>
      )}
      <ul ref={list} className={classes.cards} aria-label="Endpoints">
        {shown.map((endpoint) => (
          <EndpointCard key={endpoint.id} endpoint={endpoint} partnerId={partnerId} reader={reader} />
        ))}
      </ul>
    </Panel>
  );
}
