import classes from '../../features/channels/channels.module.css';
import { EndpointList } from '../../features/channels/endpoint-list.tsx';
import { PartnerFrame, useOfPartner } from './partner-frame.tsx';

/** Where events of a partner are posted to. */
export function WebhooksPage() {
  const of = useOfPartner();
  return (
    <PartnerFrame of={of} title="Webhooks">
      <div className={classes.page}>
        <EndpointList {...of} carries="events" />
      </div>
    </PartnerFrame>
  );
}
