import classes from '../../features/keys/keys.module.css';
import { ApiKeysPanel, EndpointKeysPanel } from '../../features/keys/keys-panel.tsx';
import { useSession } from '../../features/session/session.ts';
import { may } from '../../lib/roles.ts';
import { PartnerFrame, useOfPartner } from './partner-frame.tsx';

/** What acts for a partner and proves who is who: API keys, certificates, SSH keys and secrets. */
export function KeysPage() {
  const of = useOfPartner();
  const session = useSession();
  const isTeam = session.side === 'team';
  const panel = {
    organization: { id: of.partnerId, name: isTeam ? of.reader.other : session.organization.name },
    environment: of.environment,
    side: session.side,
    mayKeys: may(session, 'createApiKey'),
    mayChange: of.reader.mayWork,
  };
  return (
    <PartnerFrame of={of} title="Keys and certificates">
      <div className={classes.page} key={of.partnerId}>
        <ApiKeysPanel {...panel} />
        <EndpointKeysPanel {...panel} />
      </div>
    </PartnerFrame>
  );
}
