import type { Endpoint, Environment, Session } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { isOffered } from './channel-choice.tsx';
import classes from './channels.module.css';
import { useChannels, useEndpointChanges, useEndpoints } from './channels-query.ts';
import { EndpointForm } from './endpoint-form.tsx';

/** `sftp`, or `sftp-2` where that is taken. */
function freeName(channel: string, taken: ReadonlySet<string>): string {
  let name = channel;
  for (let nth = 2; taken.has(name); nth++) name = `${channel}-${nth}`;
  return name;
}

/** The second step of an endpoint: what its channel needs to know. */
export function AddEndpoint({
  partnerId,
  environment,
  channelName,
  named,
  side,
  other,
  offers,
  onAdded,
  onCancel,
}: {
  readonly partnerId: string;
  readonly environment: Environment;
  readonly channelName: string;
  /** What the agreement calls it. */
  readonly named?: string | undefined;
  readonly side: Session['side'];
  /** What the other side is called. */
  readonly other: string;
  /** What its form may begin with, by what the schema calls it. */
  readonly offers: Readonly<Record<string, string | undefined>>;
  readonly onAdded: (endpoint: Endpoint) => void;
  readonly onCancel: () => void;
}) {
  const channels = useChannels();
  const endpoints = useEndpoints(partnerId, environment);
  const changes = useEndpointChanges(partnerId);
  if (channels.isPending || endpoints.isPending) return <Loading lines={8} label="Loading the form" />;
  if (channels.data === undefined) return <Failed error={channels.error} onRetry={() => void channels.refetch()} />;
  const channel = channels.data.channels.find((one) => one.name === channelName && isOffered(one, side));
  if (channel === undefined) return <p className={classes.lead}>This hub has no such channel for you to set up.</p>;
  const taken = new Set(endpoints.data?.endpoints.map(({ name }) => name));
  return (
    <div className={classes.sheet}>
      <Panel title={channel.title} note={`a new endpoint in ${environment}`}>
        <p className={classes.about}>
          {channel.description} {side === 'partner' && `Below, “the partner” is you; “we” and “the hub” are ${other}.`}
        </p>
        <EndpointForm
          key={`${environment} ${channel.name}`}
          channel={channel}
          usualName={named !== undefined && !taken.has(named) ? named : freeName(channel.name, taken)}
          offers={offers}
          save={({ name, settings }) => changes.add({ environment, name, settings, channel: channel.name })}
          onSaved={onAdded}
          onCancel={onCancel}
        />
      </Panel>
    </div>
  );
}
