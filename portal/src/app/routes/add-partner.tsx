import { useNavigate } from '@tanstack/react-router';
import { CompanyIds } from '../../features/company/company-ids.tsx';
import { AddPartner } from '../../features/onboarding/add-partner.tsx';
import { useSession } from '../../features/session/session.ts';
import { may } from '../../lib/roles.ts';
import { Page } from '../../ui/page.tsx';
import { tellDone } from '../../ui/undo.tsx';

/** Makes a partner, and lands on its page, which says what comes next. */
export function AddPartnerPage() {
  const navigate = useNavigate();
  const session = useSession();
  return (
    <Page title="Add a partner">
      <AddPartner
        ourIds={<CompanyIds mayChange={may(session, 'setCompanyIdentities')} />}
        onMade={({ id, name }) => {
          tellDone(`${name} is there`);
          void navigate({ to: '/partners/$partnerId', params: { partnerId: id } });
        }}
        onCancel={() => void navigate({ to: '/partners' })}
      />
    </Page>
  );
}
