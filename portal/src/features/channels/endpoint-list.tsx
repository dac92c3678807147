import { Button, TextInput } from '@mantine/core';
import { IconPlugConnected, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Endpoint, Environment } from '../../lib/contract.ts';
import { useLiveTraffic } from '../../lib/live-traffic.ts';
import { Panel } from '../../ui/panel.tsx';
import { useRowKeys } from '../../ui/row-keys.ts';
import { Failed, Loading, Nothing } from '../../ui/states.tsx';
import classes from './channels.module.css';
import { movedByTraffic, useChannels, useEndpoints } from './channels-query.ts';
import { EndpointCard } from './endpoint-card.tsx';
import { type Reader, standingOf } from './standing.ts';

/** So many fit on a screen. */
const manyEndpoints = 8;

/** Leads to the choice of a channel, or to the form of the only one that carries events. */
function AddButton({ carries }: { readonly carries: 'events' | undefined }) {
  const { data } = useChannels();
  const able = data?.channels.filter((one) => one.carries === carries) ?? [];
  const [only] = able.length === 1 ? able : [];
  return (
    <Button
      leftSection={<IconPlus size={14} />}
      renderRoot={(props) => (
        <Link to="/channels/new" search={only === undefined ? {} : { channel: only.name }} {...props} />
      )}
    >
      {only === undefined ? 'Add an endpoint' : `Add a ${only.title.toLowerCase()}`}
    </Button>
  );
}

const wordsOf = {
  all: {
    ...{ title: 'Endpoints', one: 'endpoint', what: 'An endpoint is where documents are handed over.' },
    way: 'Choose how the systems talk; it takes a few minutes.',
  },
  events: {
    ...{ title: 'Webhooks', one: 'webhook', what: 'A webhook gets every event the moment it happens, signed.' },
    way: 'Give the address of a system that receives them.',
  },
} as const;

const byNeed = (reader: Reader) => (one: Endpoint, other: Endpoint) =>
  standingOf(one, reader).rank - standingOf(other, reader).rank || one.name.localeCompare(other.name, 'en');

/** Every endpoint of a partner in an environment, those that need somebody first. */
export function EndpointList({
  partnerId,
  environment,
  reader,
  carries,
}: {
  readonly partnerId: string;
  readonly environment: Environment;
  readonly reader: Reader;
  /** Those that carry events only; all unless given. */
  readonly carries?: 'events';
}) {
  const { data, isPending, error, refetch } = useEndpoints(partnerId, environment);
  useLiveTraffic(movedByTraffic);
  const [wanted, setWanted] = useState('');
  const list = useRowKeys<HTMLUListElement>();
  const words = wordsOf[carries ?? 'all'];
  const endpoints = (data?.endpoints ?? [])
    .filter((one) => carries === undefined || one.carries === carries)
    .sort(byNeed(reader));
  const shown = endpoints.filter((one) =>
    `${one.name} ${one.title} ${standingOf(one, reader).word} ${one.sets.in.join(' ')} ${one.sets.out.join(' ')}`
      .toLowerCase()
      .includes(wanted.trim().toLowerCase()),
  );
  return (
    <Panel
      title={words.title}
      note={endpoints.length > 1 ? `${endpoints.length} in ${environment}` : `in ${environment}`}
      action={reader.mayWork && endpoints.length > 0 && <AddButton carries={carries} />}
    >
      {isPending && <Loading lines={6} label="Loading the endpoints" />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data !== undefined && endpoints.length === 0 && (
        <Nothing
          icon={<IconPlugConnected size={20} stroke={1.6} />}
          title={`No ${words.one} in ${environment} yet`}
          action={reader.mayWork && <AddButton carries={carries} />}
        >
          {words.what} {reader.mayWork ? words.way : 'An admin or an editor adds one.'}
        </Nothing>
      )}
      {endpoints.length > manyEndpoints && (
        <div className={classes.find}>
          <TextInput
            type="search"
            size="xs"
            aria-label="Find an endpoint"
            placeholder="Name, channel, state or document"
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value)}
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
