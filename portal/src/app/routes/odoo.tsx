import { ConnectionList } from '../../features/odoo/connection-list.tsx';
import { useSession } from '../../features/session/session.ts';
import { useEnvironment } from '../../lib/environment.ts';
import { may } from '../../lib/roles.ts';
import { Page } from '../../ui/page.tsx';

/** The Odoo databases that this environment works with. */
export function OdooPage() {
  const environment = useEnvironment();
  const session = useSession();
  return (
    <Page title="Odoo">
      <ConnectionList environment={environment} mayConnect={may(session, 'connectOdoo')} />
    </Page>
  );
}
