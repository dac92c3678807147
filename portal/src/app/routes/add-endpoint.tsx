import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { AddEndpoint } from '../../features/channels/add-endpoint.tsx';
import { ChannelChoice } from '../../features/channels/channel-choice.tsx';
import classes from '../../features/channels/channels.module.css';
import type { Endpoint } from '../../lib/contract.ts';
import { inSentence } from '../../lib/setting-fields.ts';
import { SecretOnce } from '../../ui/secret-once.tsx';
import { PartnerFrame, useOfPartner } from './partner-frame.tsx';

/** A new endpoint: first how the systems talk, then what that needs to know. */
export function AddEndpointPage() {
  const of = useOfPartner();
  const { channel } = useSearch({ from: '/shell/channels/new' });
  const navigate = useNavigate();
  // What was made for it is shown this once: the way on leads over it.
  const [made, setMade] = useState<Endpoint>();
  const open = ({ id }: Endpoint) => void navigate({ to: '/channels/$endpointId', params: { endpointId: id } });
  const secret = made?.made?.[0];
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
            other={of.reader.other}
            channelName={channel}
            onAdded={(endpoint) => (endpoint.made?.length ? setMade(endpoint) : open(endpoint))}
            onCancel={() => void navigate({ to: '/channels/new' })}
          />
        )}
        {made !== undefined && secret !== undefined && (
          <SecretOnce
            title={`${secret.label} of ${made.name}`}
            secret={secret.value}
            label={inSentence(secret.label)}
            onClose={() => open(made)}
          >
            <p>{secret.help ?? 'It is shown only now.'}</p>
          </SecretOnce>
        )}
      </div>
    </PartnerFrame>
  );
}
