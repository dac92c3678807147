import classes from '../../features/channels/channels.module.css';
import { MappingList } from '../../features/mappings/mapping-list.tsx';
import { useSession } from '../../features/session/session.ts';
import { may } from '../../lib/roles.ts';
import { PartnerFrame, useOfPartner } from './partner-frame.tsx';

/** What becomes of each document of a partner. */
export function MappingsPage() {
  const of = useOfPartner();
  const session = useSession();
  return (
    <PartnerFrame of={of} title="Mappings">
      <div className={classes.page}>
        <MappingList partnerId={of.partnerId} side={of.reader.side} mayChange={may(session, 'addMapping')} />
      </div>
    </PartnerFrame>
  );
}
