import { useSession } from '../../features/session/session.ts';
import { HomePage } from './home.tsx';
import { OverviewPage } from './overview.tsx';

/** The first page: the team's overview, or a partner's home. */
export function StartPage() {
  return useSession().side === 'team' ? <OverviewPage /> : <HomePage />;
}
