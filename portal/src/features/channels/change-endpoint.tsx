import type { Endpoint } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import classes from './channels.module.css';
import { useChannels, useEndpointChanges } from './channels-query.ts';
import { EndpointForm } from './endpoint-form.tsx';

/** Name and settings of an endpoint, to change. */
export function ChangeEndpoint({
  partnerId,
  endpoint,
  onDone,
}: {
  readonly partnerId: string;
  readonly endpoint: Endpoint;
  readonly onDone: () => void;
}) {
  const { data, isPending, error, refetch } = useChannels();
  const changes = useEndpointChanges(partnerId);
  if (isPending) return <Loading lines={8} label="Loading the form" />;
  const channel = data?.channels.find((one) => one.name === endpoint.channel);
  if (channel === undefined) return <Failed error={error} onRetry={() => void refetch()} />;
  return (
    <div className={classes.sheet}>
      <Panel title={`${endpoint.name}: settings`} note={`${channel.title}, ${endpoint.environment}`}>
        <EndpointForm
          key={endpoint.id}
          channel={channel}
          endpoint={endpoint}
          usualName={endpoint.name}
          save={(change) => changes.change(endpoint, change)}
          onSaved={onDone}
          onCancel={onDone}
        />
      </Panel>
    </div>
  );
}
