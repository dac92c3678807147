import { Button } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ChangeEndpoint } from '../../features/channels/change-endpoint.tsx';
import classes from '../../features/channels/channels.module.css';
import { movedByTraffic, useEndpoint } from '../../features/channels/channels-query.ts';
import { EndpointDetail } from '../../features/channels/endpoint-detail.tsx';
import { useSession } from '../../features/session/session.ts';
import { DeliveriesPanel } from '../../features/webhooks/deliveries-panel.tsx';
import { SecretsPanel } from '../../features/webhooks/secrets-panel.tsx';
import { TestEvent } from '../../features/webhooks/test-event.tsx';
import type { Endpoint, Environment } from '../../lib/contract.ts';
import { useEnvironment } from '../../lib/environment.ts';
import { useLiveTraffic } from '../../lib/live-traffic.ts';
import { may } from '../../lib/roles.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { BothIds } from './both-ids.tsx';
import { type OfPartner, PartnerFrame, useOfPartner } from './partner-frame.tsx';

/** A link into the other environment brings the whole frame with it. */
function useOwnEnvironment(own: Environment | undefined): void {
  const shown = useEnvironment();
  const navigate = useNavigate();
  useEffect(() => {
    if (own === undefined || own === shown) return;
    void navigate({ to: '.', search: (search) => ({ ...search, env: own }), replace: true });
  }, [own, shown, navigate]);
}

function Framed({
  title,
  children,
}: {
  /** Of the page below the endpoint. */
  readonly title?: string;
  readonly children: (endpoint: Endpoint, of: OfPartner) => React.ReactNode;
}) {
  const of = useOfPartner();
  const { endpointId } = useParams({ strict: false });
  const { data, isPending, error, refetch } = useEndpoint(of.partnerId, endpointId ?? '');
  useLiveTraffic(movedByTraffic);
  useOwnEnvironment(data?.environment);
  const name = data?.name ?? 'Endpoint';
  return (
    <PartnerFrame
      of={of}
      title={title === undefined ? name : `${name}: ${title}`}
      under={{ to: '/channels', label: 'Channels' }}
      hasOwnHeading={title === undefined && data !== undefined}
    >
      {isPending && <Loading lines={10} label="Loading the endpoint" />}
      {!isPending && data === undefined && (
        <Failed
          error={error}
          onRetry={() => void refetch()}
          way={
            <Button variant="default" renderRoot={(props) => <Link to="/channels" {...props} />}>
              Back to the channels
            </Button>
          }
        />
      )}
      {data !== undefined && children(data, of)}
    </PartnerFrame>
  );
}

/** What stands at an endpoint that carries events beside what every endpoint has. */
function eventPanels({
  partnerId,
  endpoint,
  mayChange,
  mayReplay,
}: {
  readonly partnerId: string;
  readonly endpoint: Endpoint;
  readonly mayChange: boolean;
  readonly mayReplay: boolean;
}) {
  const at = { partnerId, endpointId: endpoint.id };
  return {
    main: (
      <>
        <DeliveriesPanel at={at} mayReplay={mayReplay} />
        {mayChange && <TestEvent at={at} />}
      </>
    ),
    side: mayChange && <SecretsPanel at={at} endpoint={endpoint} />,
  };
}

/** One endpoint of a partner. */
export function EndpointPage() {
  const session = useSession();
  return (
    <Framed>
      {(endpoint, { partnerId, reader }) => (
        <EndpointDetail
          key={endpoint.id}
          endpoint={endpoint}
          partnerId={partnerId}
          reader={reader}
          ids={<BothIds partnerId={partnerId} environment={endpoint.environment} side={reader.side} />}
          events={
            endpoint.carries === 'events'
              ? eventPanels({
                  partnerId,
                  endpoint,
                  mayChange: reader.mayWork,
                  mayReplay: may(session, 'replayWebhook'),
                })
              : undefined
          }
        />
      )}
    </Framed>
  );
}

/** Its name and settings, to change. */
export function EndpointSettingsPage() {
  const navigate = useNavigate();
  return (
    <Framed title="settings">
      {(endpoint, { partnerId }) => (
        <div className={classes.page}>
          <ChangeEndpoint
            key={endpoint.id}
            partnerId={partnerId}
            endpoint={endpoint}
            onDone={() => void navigate({ to: '/channels/$endpointId', params: { endpointId: endpoint.id } })}
          />
        </div>
      )}
    </Framed>
  );
}
