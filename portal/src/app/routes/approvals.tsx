import { useSearch } from '@tanstack/react-router';
import { ApprovalsView } from '../../features/go-live/approvals-view.tsx';
import { WhatIfPanel } from '../../features/mappings/what-if-panel.tsx';
import { useSession } from '../../features/session/session.ts';
import { may } from '../../lib/roles.ts';
import { Page } from '../../ui/page.tsx';

/** Requests for go-lives, for those who approve them. */
export function ApprovalsPage() {
  const session = useSession();
  const { request } = useSearch({ from: '/shell/approvals' });
  return (
    <Page title="Approvals" lead="What wants to go live, the longest waiting first">
      <ApprovalsView
        chosen={request}
        mayDecide={may(session, 'approveGoLive')}
        whatIf={(path) => <WhatIfPanel path={path} usual="production" mayRun={may(session, 'whatIfMapping')} />}
      />
    </Page>
  );
}
