import { IconPlugConnectedX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Environment } from '../../lib/contract.ts';
import { StateSentence, StateTag } from '../../ui/connection-state.tsx';
import { Failed, Loading, Nothing } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import classes from './odoo.module.css';
import { useConnections } from './odoo-query.ts';

/** The Odoo databases of an environment, each with how it stands. */
export function ConnectionList({ environment }: { readonly environment: Environment }) {
  const { data, isPending, error, refetch } = useConnections(environment);
  if (isPending) return <Loading lines={4} label="Loading the connections" />;
  if (data === undefined) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data.connections.length === 0)
    return (
      <Nothing icon={<IconPlugConnectedX size={20} stroke={1.7} />} title={`No Odoo is connected for ${environment}`}>
        {environment === 'production' ? (
          <span className={classes.remedy}>
            Connect one where the hub runs: <code>npx crossdock odoo connect --help</code>. Until then events wait as
            held deliveries.
          </span>
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
    </div>
  );
}
