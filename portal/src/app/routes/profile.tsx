import { ProfileFlow } from '../../features/profile/profile-flow.tsx';
import { useProfile } from '../../features/profile/profile-query.ts';
import { useSession } from '../../features/session/session.ts';
import { may } from '../../lib/roles.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { PartnerFrame, useOfPartner } from './partner-frame.tsx';

/** What a partner says of itself. */
export function ProfilePage() {
  const of = useOfPartner();
  const session = useSession();
  const { data, isPending, error, refetch } = useProfile(of.partnerId);
  return (
    <PartnerFrame of={of} title="Profile">
      {isPending && <Loading lines={8} label="Opening the profile" />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <ProfileFlow
          key={of.partnerId}
          partnerId={of.partnerId}
          opened={data}
          mayChange={may(session, 'saveProfile')}
        />
      )}
    </PartnerFrame>
  );
}
