import classes from '../../features/channels/channels.module.css';
import { EndpointList } from '../../features/channels/endpoint-list.tsx';
import { ChannelMatrix } from '../../features/channels/matrix.tsx';
import { PartnerFrame, useOfPartner } from './partner-frame.tsx';

/** Can you reach me, can I reach you: every endpoint of a partner, and what goes over it. */
export function ChannelsPage() {
  const of = useOfPartner();
  return (
    <PartnerFrame of={of} title="Channels">
      <div className={classes.page}>
        <EndpointList {...of} />
        <ChannelMatrix {...of} />
      </div>
    </PartnerFrame>
  );
}
