import { api } from '../../lib/api.ts';
import type { Endpoint, Environment } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { Copyable } from '../../ui/small.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import classes from './agreements.module.css';

interface EndpointsPanelProps {
  readonly partnerId: string;
  readonly environment: Environment;
  /** What each endpoint is for, in the reader's words. */
  readonly words: Readonly<Record<Endpoint['id'], string>>;
}

/** The addresses that the partner's machine must know, ready to copy. */
export function EndpointsPanel({ partnerId, environment, words }: EndpointsPanelProps) {
  const { data, isPending, error, refetch } = api.useQuery('get', '/v1/partners/{partnerId}/endpoints', {
    params: { path: { partnerId }, query: { environment } },
  });
  return (
    <Panel title="Addresses" note={`with a key for ${environment}`}>
      {isPending && <Loading lines={3} label="Loading the addresses" />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      <ul className={classes.endpoints}>
        {data?.endpoints.map(({ id, method, address, command }) => (
          <li key={id}>
            <b>{words[id]}</b>
            <span className={classes.address}>
              <span className={classes.method}>{method}</span>
              <Copyable value={address} label={`the address of the ${id}`} />
            </span>
            <span className={classes.faint}>
              <Copyable value={command} shown="the curl line" label={`a command for the ${id}:`} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
