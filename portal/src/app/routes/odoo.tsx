import { ConnectionList } from '../../features/odoo/connection-list.tsx';
import { useEnvironment } from '../../lib/environment.ts';
import { Page } from '../../ui/page.tsx';

/** The Odoo databases that this environment works with. */
export function OdooPage() {
  const environment = useEnvironment();
  return (
    <Page title="Odoo">
      <ConnectionList environment={environment} />
    </Page>
  );
}
