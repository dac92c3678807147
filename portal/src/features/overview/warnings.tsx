import { Alert, Stack } from '@mantine/core';
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Environment, Overview } from '../../lib/contract.ts';
import { isParked, waitingWords } from '../../ui/connection-state.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import classes from './overview.module.css';
import { useOverview } from './overview-query.ts';

type Warning = NonNullable<Overview['warnings']>[number];
type Connection = NonNullable<Overview['odoo']>[number];

const shown = 4;

/** A connection that is parked: since when, what waits, and that it goes on by itself. */
function Parked({ connection, reason }: { readonly connection: Connection; readonly reason: string | undefined }) {
  const { id, name, state, since, waiting } = connection;
  return (
    <Alert
      classNames={{ title: classes.warningTitle ?? '' }}
      color={state === 'refused' ? 'red' : 'yellow'}
      icon={<IconPlugConnectedX />}
      title={`${name} is parked: ${state === 'refused' ? 'Odoo does not let the hub in' : 'no answer'}`}
    >
      Since <RelativeTime at={since} />. {waitingWords(waiting)} {reason}{' '}
      <Link to="/odoo/$connectionId" params={{ connectionId: id }} className={classes.way ?? ''}>
        Open the connection
      </Link>
    </Alert>
  );
}

/** From a warning to the place that mends it. */
function wayOf(code: string): ReactNode {
  const [, connectionId, carrier] = /^odoo\.\w+\/([0-9a-f-]{36})(?:\/carrier-code\/(\d+))?/.exec(code) ?? [];
  if (connectionId === undefined) return null;
  return (
    <Link
      to="/odoo/$connectionId"
      params={{ connectionId }}
      search={carrier === undefined ? {} : { carrier }}
      className={classes.way ?? ''}
    >
      {carrier === undefined ? 'Open the connection' : 'Add the code'}
    </Link>
  );
}

const ofConnection = (code: string) => /^odoo\.connection\/(.+)$/.exec(code)?.[1];

/** What concerns the hub or a partner as a whole and waits for a person; nothing while all is well. */
export function Warnings({ environment }: { readonly environment: Environment }) {
  const { warnings = [], odoo = [] } = useOverview(environment).data ?? {};
  const parked = odoo.filter(({ state }) => isParked(state));
  const others = warnings.filter(({ code }) => !parked.some(({ id }) => id === ofConnection(code)));
  if (parked.length === 0 && others.length === 0) return null;
  const reasonOf = (id: string) => warnings.find(({ code }: Warning) => ofConnection(code) === id)?.detail;
  return (
    <Stack gap="xs" role="region" aria-label="Warnings">
      {parked.map((connection) => (
        <Parked key={connection.id} connection={connection} reason={reasonOf(connection.id)} />
      ))}
      {others.slice(0, shown).map(({ code, title, detail, since }) => (
        <Alert
          key={`${code} ${since}`}
          classNames={{ title: classes.warningTitle ?? '' }}
          color="yellow"
          icon={<IconAlertTriangle />}
          title={title}
        >
          {detail} <RelativeTime at={since} /> {wayOf(code)}
        </Alert>
      ))}
      {others.length > shown && (
        <Link to="/cases" className={classes.way ?? ''}>
          {others.length - shown} more
        </Link>
      )}
    </Stack>
  );
}
