import { useNavigate, useSearch } from '@tanstack/react-router';
import { AddEndpoint } from '../../features/channels/add-endpoint.tsx';
import { ChannelChoice } from '../../features/channels/channel-choice.tsx';
import classes from '../../features/channels/channels.module.css';
import { PartnerFrame, useOfPartner } from './partner-frame.tsx';

/** A new endpoint: first how the systems talk, then what that needs to know. */
export function AddEndpointPage() {
  const of = useOfPartner();
  const { channel } = useSearch({ from: '/shell/channels/new' });
  const navigate = useNavigate();
  return (
    <PartnerFrame of={of} title="Add an endpoint" under={{ to: '/channels', label: 'Channels' }}>
      <div className={classes.page}>
        {channel === undefined ? (
          <ChannelChoice side={of.reader.side} />
        ) : (
          <AddEndpoint
            key={channel}
            partnerId={of.partnerId}
            environment={of.environment}
            side={of.reader.side}
            channelName={channel}
            onAdded={({ id }) => void navigate({ to: '/channels/$endpointId', params: { endpointId: id } })}
            onCancel={() => void navigate({ to: '/channels/new' })}
          />
        )}
      </div>
    </PartnerFrame>
  );
}
