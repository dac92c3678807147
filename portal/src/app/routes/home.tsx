import { AgreedPanel } from '../../features/agreements/agreed-panel.tsx';
import { EndpointsPanel } from '../../features/agreements/endpoints-panel.tsx';
import { CompanyIds } from '../../features/company/company-ids.tsx';
import { useCompany } from '../../features/company/company-query.ts';
import classes from '../../features/home/home.module.css';
import { LatestPanel, waysOfPartner } from '../../features/home/latest.tsx';
import { TryPanel } from '../../features/home/try-panel.tsx';
import { YourTurn } from '../../features/home/your-turn.tsx';
import { usePartner } from '../../features/partners/partner-view.tsx';
import { useSession } from '../../features/session/session.ts';
import type { Environment, Partner } from '../../lib/contract.ts';
import { useEnvironment } from '../../lib/environment.ts';
import { may } from '../../lib/roles.ts';
import { IdentityList } from '../../ui/identity-list.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Failed, Loading } from '../../ui/states.tsx';

function Ids({ partner, environment, company }: { partner: Partner; environment: Environment; company: string }) {
  const own = partner.identities.filter((one) => one.environment === environment);
  return (
    <Panel title="Ids in envelopes" note={environment}>
      <div className={classes.block}>
        <h3 className={classes.name}>You</h3>
        {own.length > 0 ? (
          <IdentityList identities={own} whose="your" />
        ) : (
          <p className={classes.faint}>None in {environment} yet.</p>
        )}
      </div>
      <div className={classes.block}>
        <h3 className={classes.name}>{company}</h3>
        <CompanyIds environments={[environment]} mayChange={false} />
      </div>
    </Panel>
  );
}

/** A partner's home: what to do next, what its system must be told, what is agreed, and its last documents. */
export function HomePage() {
  const session = useSession();
  const environment = useEnvironment();
  const { data: partner, isPending, error, refetch } = usePartner(session.organization.id, environment);
  const { data: company } = useCompany();
  const name = company?.name ?? 'They';
  return (
    <Page title="Home" lead={session.organization.name}>
      {isPending && <Loading lines={10} label="Loading your home" />}
      {!isPending && partner === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {partner !== undefined && (
        <div className={classes.page}>
          <div className={classes.column}>
            <YourTurn
              partner={partner}
              environment={environment}
              company={name}
              mayKeys={may(session, 'createApiKey')}
            />
            {may(session, 'tryDocument') && <TryPanel partnerId={partner.id} />}
            <LatestPanel environment={environment} />
            <AgreedPanel partnerId={partner.id} environment={environment} ways={waysOfPartner} />
          </div>
          <div className={classes.column}>
            <EndpointsPanel
              partnerId={partner.id}
              environment={environment}
              words={{
                inbox: 'Where your system sends documents',
                outbox: 'Where ours wait for you',
                events: 'Where your system sends events as JSON',
                work: 'Where work waits for you as JSON',
              }}
              mayWork={may(session, 'pauseEndpoint')}
            />
            <Ids partner={partner} environment={environment} company={name} />
          </div>
        </div>
      )}
    </Page>
  );
}
