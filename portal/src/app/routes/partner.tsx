import { Button } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { AgreementsPanel } from '../../features/agreements/agreements-panel.tsx';
import { EndpointsBrief } from '../../features/channels/endpoints-brief.tsx';
import { CompanyIds } from '../../features/company/company-ids.tsx';
import { DeviationsNote } from '../../features/guides/deviations.tsx';
import { PartnerSentence } from '../../features/journey/partner-sentence.tsx';
import { LookupsPanel } from '../../features/lookups/lookups-panel.tsx';
import { OdooRulesLink } from '../../features/odoo/rules-link.tsx';
import { usePartner } from '../../features/partners/partner-query.ts';
import { PartnerView } from '../../features/partners/partner-view.tsx';
import { ReleasesPanel } from '../../features/releases/releases-panel.tsx';
import { useSession } from '../../features/session/session.ts';
import { useEnvironment } from '../../lib/environment.ts';
import { may } from '../../lib/roles.ts';
import { Page } from '../../ui/page.tsx';
import { PartnerTabs } from './partner-frame.tsx';
import { PartnersTrail } from './partners-trail.tsx';

/** One partner, for the integration team. */
export function PartnerPage() {
  const { partnerId } = useParams({ from: '/shell/partners/$partnerId' });
  const environment = useEnvironment();
  const session = useSession();
  const { data } = usePartner(partnerId, environment);
  const name = data?.name ?? 'Partner';
  return (
    <Page
      title={name}
      heading={<PartnersTrail at={name} />}
      actions={
        <>
          <OdooRulesLink partnerId={partnerId} environment={environment} />
          <Button
            variant="default"
            leftSection={<IconInbox size={15} stroke={1.8} />}
            renderRoot={(props) => <Link to="/messages" search={{ partner: partnerId }} {...props} />}
          >
            Show its messages
          </Button>
        </>
      }
    >
      <PartnerSentence partnerId={partnerId} mayRemind={may(session, 'remind')} />
      <PartnerTabs partnerId={partnerId} />
      <PartnerView
        partnerId={partnerId}
        environment={environment}
        parts={(partner) => ({
          agreements: (
            <AgreementsPanel
              partnerId={partner.id}
              environment={environment}
              isInUse={partner.inUse.some((one) => one.environment === environment)}
              mayChange={may(session, 'changeAgreement')}
            >
              <DeviationsNote partnerId={partner.id} />
            </AgreementsPanel>
          ),
          endpoints: (
            <EndpointsBrief
              partnerId={partner.id}
              environment={environment}
              reader={{ side: 'team', other: partner.name, mayWork: may(session, 'addEndpoint') }}
              to={partner.id}
            />
          ),
          lookups: <LookupsPanel partnerId={partner.id} mayChange={may(session, 'changeLookup')} />,
          releases: (
            <ReleasesPanel
              partner={partner}
              mayRelease={may(session, 'makeRelease')}
              mayChange={may(session, 'nameCandidate')}
            />
          ),
          ourIds: <CompanyIds environments={[environment]} mayChange={may(session, 'setCompanyIdentities')} />,
        })}
      />
    </Page>
  );
}
