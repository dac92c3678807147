import classes from '../../features/agreement/agreement.module.css';
import { useSignedAgreement } from '../../features/agreement/agreement-query.ts';
import { SignaturePanel } from '../../features/agreement/signature-panel.tsx';
import { TermsPanel } from '../../features/agreement/terms-panel.tsx';
import { VersionsPanel } from '../../features/agreement/versions-panel.tsx';
import { AgreementsPanel } from '../../features/agreements/agreements-panel.tsx';
import { DeviationsNote } from '../../features/guides/deviations.tsx';
import { usePartner } from '../../features/partners/partner-query.ts';
import { useSession } from '../../features/session/session.ts';
import { may } from '../../lib/roles.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { PartnerFrame, useOfPartner } from './partner-frame.tsx';

/** What is agreed with a partner, to change in place; who has signed it; what it was before. */
export function AgreementPage() {
  const of = useOfPartner();
  const session = useSession();
  const { data, isPending, error, refetch } = useSignedAgreement(of.partnerId);
  const { data: partner } = usePartner(of.partnerId, of.environment);
  const { side } = session;
  return (
    <PartnerFrame of={of} title="Agreement">
      <div className={classes.page} key={of.partnerId}>
        {isPending && <Loading lines={10} label="Loading the agreement" />}
        {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
        {data !== undefined && (
          <SignaturePanel
            partnerId={of.partnerId}
            agreement={data}
            side={side}
            maySign={may(session, 'signAgreement')}
            name={session.user.name}
          />
        )}
        <AgreementsPanel
          partnerId={of.partnerId}
          environment={of.environment}
          isInUse={partner?.inUse.some((one) => one.environment === of.environment) ?? false}
          mayChange={may(session, 'changeAgreement')}
          side={side}
        >
          <DeviationsNote partnerId={of.partnerId} />
        </AgreementsPanel>
        {data !== undefined && <TermsPanel agreement={data} />}
        {data !== undefined && <VersionsPanel partnerId={of.partnerId} agreement={data} />}
      </div>
    </PartnerFrame>
  );
}
