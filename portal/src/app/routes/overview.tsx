import { Figures } from '../../features/overview/figures.tsx';
import { FirstSteps } from '../../features/overview/first-steps.tsx';
import { Attention, Latest } from '../../features/overview/newest.tsx';
import { useLiveOverview } from '../../features/overview/overview-query.ts';
import { OdooPanel, PartnersPanel } from '../../features/overview/side-panels.tsx';
import { Warnings } from '../../features/overview/warnings.tsx';
import { useSession } from '../../features/session/session.ts';
import { useEnvironment } from '../../lib/environment.ts';
import { usePartnerless } from '../../lib/partnerless.ts';
import { Page } from '../../ui/page.tsx';
import classes from './overview.module.css';

/** The integration team's first look: what waits, what moves, who with. */
export function OverviewPage() {
  const environment = useEnvironment();
  const { none, mayAdd } = usePartnerless(useSession());
  useLiveOverview();
  return (
    <Page title="Overview" lead="The last 24 hours">
      <div className={classes.overview}>
        {none && <FirstSteps environment={environment} mayAdd={mayAdd} />}
        <Warnings environment={environment} />
        <Figures environment={environment} />
        <div className={classes.columns}>
          <div className={classes.column}>
            <Attention environment={environment} />
            <Latest environment={environment} />
          </div>
          <div className={classes.column}>
            <PartnersPanel environment={environment} mayAdd={mayAdd} />
            <OdooPanel environment={environment} />
          </div>
        </div>
      </div>
    </Page>
  );
}
