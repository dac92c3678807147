import { AgreedPanel } from '../../features/agreements/agreed-panel.tsx';
import { EndpointsBrief } from '../../features/channels/endpoints-brief.tsx';
import { useCompany } from '../../features/company/company-query.ts';
import { DeviationsNote } from '../../features/guides/deviations.tsx';
import classes from '../../features/home/home.module.css';
import { LatestPanel, waysOfPartner } from '../../features/home/latest.tsx';
import { YourTurn } from '../../features/home/your-turn.tsx';
import { JourneyLine } from '../../features/journey/journey-line.tsx';
import { useJourney } from '../../features/journey/journey-query.ts';
import { TurnCard } from '../../features/journey/turn-card.tsx';
import { usePartner } from '../../features/partners/partner-query.ts';
import { useSession } from '../../features/session/session.ts';
import { useEnvironment } from '../../lib/environment.ts';
import { may } from '../../lib/roles.ts';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { BothIds } from './both-ids.tsx';

/** A partner's home: what to do next, what its system must be told, what is agreed, and its last documents. */
export function HomePage() {
  const session = useSession();
  const environment = useEnvironment();
  const { data: partner, isPending, error, refetch } = usePartner(session.organization.id, environment);
  const { data: company } = useCompany();
  // Whose turn it is is said once, and not by one half of what is known.
  const { data: journey, isPending: isUnsure } = useJourney(session.organization.id);
  const name = company?.name ?? 'They';
  return (
    <Page title="Home" lead={session.organization.name}>
      {(isPending || isUnsure) && <Loading lines={10} label="Loading your home" />}
      {!isPending && partner === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {partner !== undefined && !isUnsure && (
        <div className={classes.page}>
          <div className={classes.column}>
            {journey !== undefined && (
              <TurnCard
                journey={journey}
                reader={{ side: 'partner', other: name, mayRemind: may(session, 'remind'), mayWork: true }}
              />
            )}
            <YourTurn
              partner={partner}
              environment={environment}
              company={name}
              mayKeys={may(session, 'createApiKey')}
              isBeside={(journey?.requirements.currentlyDue.length ?? 0) > 0}
            />
            {journey !== undefined && journey.stage !== 'live' && (
              <JourneyLine journey={journey} side="partner" other={name} />
            )}
            <LatestPanel environment={environment} />
            {journey !== undefined && journey.stage === 'live' && (
              <JourneyLine journey={journey} side="partner" other={name} />
            )}
            <AgreedPanel partnerId={partner.id} environment={environment} ways={waysOfPartner}>
              <DeviationsNote partnerId={partner.id} />
            </AgreedPanel>
          </div>
          <div className={classes.column}>
            <EndpointsBrief
              partnerId={partner.id}
              environment={environment}
              reader={{ side: 'partner', other: name, mayWork: may(session, 'addEndpoint') }}
            />
            <Panel title="Ids in envelopes" note={environment}>
              <BothIds partnerId={partner.id} environment={environment} side="partner" />
            </Panel>
          </div>
        </div>
      )}
    </Page>
  );
}
