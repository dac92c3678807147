import classes from '../../features/account/account.module.css';
import { PasswordForm } from '../../features/account/password-form.tsx';
import { SecurityPanel } from '../../features/account/security-panel.tsx';
import { SessionsPanel } from '../../features/account/sessions-panel.tsx';
import { useSession } from '../../features/session/session.ts';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { tellDone } from '../../ui/undo.tsx';

/** One's own account: how one signs in, password and sessions. */
export function AccountPage() {
  const { user, mustSetUpSecondFactor = false } = useSession();
  return (
    <Page title="My account" lead={user.email}>
      <div className={classes.page}>
        <Panel title="Password" note="changing it ends all your other sessions">
          <div className={classes.block}>
            <PasswordForm
              email={user.email}
              onDone={() => tellDone('The password is changed; other sessions have ended')}
            />
          </div>
        </Panel>
        <div className={classes.column}>
          <SecurityPanel email={user.email} isNeeded={mustSetUpSecondFactor} />
          {!mustSetUpSecondFactor && <SessionsPanel />}
        </div>
      </div>
    </Page>
  );
}
