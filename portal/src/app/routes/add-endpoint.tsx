import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { AddEndpoint } from '../../features/channels/add-endpoint.tsx';
import { ChannelChoice } from '../../features/channels/channel-choice.tsx';
import classes from '../../features/channels/channels.module.css';
import { useCompany } from '../../features/company/company-query.ts';
import type { Company, Endpoint, Environment } from '../../lib/contract.ts';
import { inSentence } from '../../lib/setting-fields.ts';
import { SecretOnce } from '../../ui/secret-once.tsx';
import { Loading } from '../../ui/states.tsx';
import { PartnerFrame, useOfPartner } from './partner-frame.tsx';

/** How we are called at an endpoint unless somebody says otherwise; in the sandbox by another id, so that nothing of a test is taken for real. */
function ourId(company: Company | undefined, environment: Environment): string | undefined {
  const id = company?.identities.production[0]?.id;
  return id === undefined || environment === 'production' ? id : `${id}-TEST`;
}

/** A new endpoint: first how the systems talk, then what that needs to know. */
export function AddEndpointPage() {
  const of = useOfPartner();
  const { channel, name } = useSearch({ from: '/shell/channels/new' });
  // What the agreement names is set up in the sandbox first, wherever its reader is; production follows with the go-live.
  const environment = name === undefined ? of.environment : 'sandbox';
  const navigate = useNavigate();
  const { data: company, isPending } = useCompany();
  // What was made for it is shown this once: the way on leads over it.
  const [made, setMade] = useState<Endpoint>();
  const open = ({ id }: Endpoint) => void navigate({ to: '/channels/$endpointId', params: { endpointId: id } });
  const secret = made?.made?.[0];
  return (
    <PartnerFrame of={of} title="Add an endpoint" under={{ to: '/channels', label: 'Channels' }}>
      <div className={classes.page}>
        {channel === undefined ? (
          <ChannelChoice side={of.reader.side} />
        ) : isPending ? (
          <Loading lines={8} label="Loading the form" />
        ) : (
          <AddEndpoint
            key={channel}
            partnerId={of.partnerId}
            environment={environment}
            side={of.reader.side}
            other={of.reader.other}
            channelName={channel}
            named={name}
            offers={{ 'our-id': ourId(company, environment) }}
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
