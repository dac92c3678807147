import { useNavigate, useSearch } from '@tanstack/react-router';
import classes from '../../features/cases/cases.module.css';
import { CasesPanel } from '../../features/cases/cases-panel.tsx';
import type { CaseFilters } from '../../features/cases/cases-query.ts';
import { FailuresPanel } from '../../features/cases/failures-panel.tsx';
import { useSession } from '../../features/session/session.ts';
import { SelectionBar } from '../../features/work/selection-bar.tsx';
import { WorkActions } from '../../features/work/work-actions.tsx';
import { useEnvironment } from '../../lib/environment.ts';
import { may } from '../../lib/roles.ts';
import { Page } from '../../ui/page.tsx';

/** What waits for a person: what failed, by cause, and every open case. */
export function CasesPage() {
  const { q, kind, owner, severity } = useSearch({ from: '/shell/cases' });
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
          key={`${q} ${kind} ${owner} ${severity}`}
          environment={environment}
          filters={{ q, kind, owner, severity }}
          onChange={(next) => change({ q: undefined, kind: undefined, owner: undefined, severity: undefined, ...next })}
          selectable={may(session, 'updateCases')}
          actions={(item) => <WorkActions session={session} items={[item]} look="menu" />}
          selection={(items, onClear) => <SelectionBar session={session} items={items} onClear={onClear} />}
        />
      </div>
    </Page>
  );
}
