import { AgreedPanel } from '../../features/agreements/agreed-panel.tsx';
import { DeviationsNote } from '../../features/guides/deviations.tsx';
import { waysOfPartner } from '../../features/home/latest.tsx';
import { PartnerView } from '../../features/partners/partner-view.tsx';
import { useSession } from '../../features/session/session.ts';
import { useEnvironment } from '../../lib/environment.ts';
import { Page } from '../../ui/page.tsx';

/** A partner's own organisation: what was agreed, which keys exist, how much passes through. */
export function OrganisationPage() {
  const { organization } = useSession();
  const environment = useEnvironment();
  return (
    <Page title="My organisation">
      <PartnerView
        partnerId={organization.id}
        environment={environment}
        parts={({ id }) => ({
          agreements: (
            <AgreedPanel partnerId={id} environment={environment} ways={waysOfPartner}>
              <DeviationsNote partnerId={id} />
            </AgreedPanel>
          ),
        })}
      />
    </Page>
  );
}
