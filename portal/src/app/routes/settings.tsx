import classes from '../../features/channels/channels.module.css';
import { CompanyIds } from '../../features/company/company-ids.tsx';
import home from '../../features/home/home.module.css';
import { IdentitiesPanel } from '../../features/identity/identities-panel.tsx';
import { OursPanels } from '../../features/identity/ours-panels.tsx';
import { useSession } from '../../features/session/session.ts';
import { useEnvironment } from '../../lib/environment.ts';
import { may } from '../../lib/roles.ts';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';

/** How partners know us: ids in envelopes, certificates and keys of the house. */
export function SettingsPage() {
  const session = useSession();
  const environment = useEnvironment();
  return (
    <Page title="Settings" lead={session.organization.name}>
      <div className={classes.page}>
        <IdentitiesPanel key={environment} environment={environment} mayChange={may(session, 'addAs2Identity')} />
        <OursPanels />
        <Panel title="Our ids in envelopes" note={environment}>
          <div className={home.block}>
            <CompanyIds environments={[environment]} mayChange={may(session, 'setCompanyIdentities')} />
          </div>
        </Panel>
      </div>
    </Page>
  );
}
