import { Button } from '@mantine/core';
import { IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Environment } from '../../lib/contract.ts';
import { StateSentence, StateTag } from '../../ui/connection-state.tsx';
import { Failed, Loading, Nothing } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ConnectDialog } from './connect-dialog.tsx';
import classes from './odoo.module.css';
import { useConnections } from './odoo-query.ts';

/** A company with several databases connects each. */
function AnotherConnection() {
  const [isOpen, setOpen] = useState(false);
  return (
    <span className={classes.first}>
      <Button
        variant="default"
        leftSection={<IconPlugConnected size={15} stroke={1.8} />}
        onClick={() => setOpen(true)}
      >
        Connect another Odoo
      </Button>
      <span className={classes.faint}>Each partner works with one of them: move it there on its page.</span>
      {isOpen && <ConnectDialog onClose={() => setOpen(false)} />}
    </span>
  );
}

/** Leads to the first connection: here for whoever may make it, and by the command line. */
function FirstConnection({ mayConnect }: { readonly mayConnect: boolean }) {
  const [isOpen, setOpen] = useState(false);
  if (!mayConnect) return <>An admin or integrator of the team connects it. Until then events wait.</>;
  return (
    <span className={classes.first}>
      <span>It is tried before anything is kept. Until then events wait as held deliveries.</span>
      <Button leftSection={<IconPlugConnected size={15} stroke={1.8} />} onClick={() => setOpen(true)}>
        Connect an Odoo
      </Button>
      <span className={classes.remedy}>
        Or where the hub runs: <code>npx crossdock odoo connect --help</code>
      </span>
      {isOpen && <ConnectDialog onClose={() => setOpen(false)} />}
    </span>
  );
}

/** The Odoo databases of an environment, each with how it stands. */
export function ConnectionList({
  environment,
  mayConnect,
}: {
  readonly environment: Environment;
  readonly mayConnect: boolean;
}) {
  const { data, isPending, error, refetch } = useConnections(environment);
  if (isPending) return <Loading lines={4} label="Loading the connections" />;
  if (data === undefined) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data.connections.length === 0)
    return (
      <Nothing icon={<IconPlugConnectedX size={20} stroke={1.7} />} title={`No Odoo is connected for ${environment}`}>
        {environment === 'production' ? (
          <FirstConnection mayConnect={mayConnect} />
        ) : (
          'The sandbox only ever speaks with a twin of Odoo, never with a real one.'
        )}
      </Nothing>
    );
  return (
    <div className={classes.list}>
      {data.connections.map((connection) => (
        <Link
          key={connection.id}
          to="/odoo/$connectionId"
          params={{ connectionId: connection.id }}
          className={classes.card ?? ''}
        >
          <span className={classes.cardHead}>
            <b>{connection.name}</b>
            <StateTag state={connection.state} />
            {connection.kind === 'twin' && <Tag tone="violet">Twin, not a real Odoo</Tag>}
            {!connection.feed.begun && <Tag tone="amber">Feed not begun</Tag>}
            {connection.missing.length > 0 && <Tag tone="amber">{connection.missing.length} entries missing</Tag>}
          </span>
          <span>
            <StateSentence connection={connection} />
          </span>
          <span className={classes.faint}>
            Odoo {connection.version} · database {connection.database} · user {connection.login}
          </span>
        </Link>
      ))}
      {environment === 'production' && mayConnect && <AnotherConnection />}
    </div>
  );
}
