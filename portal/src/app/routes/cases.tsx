import { useNavigate, useSearch } from '@tanstack/react-router';
import classes from '../../features/cases/cases.module.css';
import { CasesPanel } from '../../features/cases/cases-panel.tsx';
import type { CaseFilters } from '../../features/cases/cases-query.ts';
import { FailuresPanel } from '../../features/cases/failures-panel.tsx';
import { useSession } from '../../features/session/session.ts';
import { WorkActions } from '../../features/work/work-actions.tsx';
import { useEnvironment } from '../../lib/environment.ts';
import { may } from '../../lib/roles.ts';
import { Page } from '../../ui/page.tsx';

/** What waits for a person: what failed, by cause, and every open case. */
export function CasesPage() {
  const { q, kind } = useSearch({ from: '/shell/cases' });
  const navigate = useNavigate({ from: '/cases' });
  const environment = useEnvironment();
  const session = useSession();
  const change = (next: CaseFilters) =>
    void navigate({ search: (search) => ({ ...search, ...next }) as CaseFilters, replace: true });
  return (
    <Page title="Cases" lead="What waits for a person">
      <div className={classes.page}>
        <FailuresPanel environment={environment} mayRetry={may(session, 'retryFailures')} />
        <CasesPanel
          key={`${q} ${kind}`}
          environment={environment}
          filters={{ q, kind }}
          onChange={(next) => change({ q: undefined, kind: undefined, ...next })}
          actions={(item) => <WorkActions session={session} items={[item]} look="menu" />}
        />
      </div>
    </Page>
  );
}
