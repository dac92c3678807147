import { useNavigate, useSearch } from '@tanstack/react-router';
import classes from '../../features/mails/mails.module.css';
import { MailPanel, MailsPanel } from '../../features/mails/mails-panel.tsx';
import { useSession } from '../../features/session/session.ts';
import { may } from '../../lib/roles.ts';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';

/** Every mail that the hub wrote. Without a mail server it is read here; its links are followed from here. */
export function MailsPage() {
  const { mail } = useSearch({ from: '/shell/mails' });
  const navigate = useNavigate({ from: '/mails' });
  const session = useSession();
  return (
    <Page title="Mails" lead="What the hub wrote to people">
      <div className={classes.page}>
        <MailsPanel chosen={mail} onChoose={(id) => void navigate({ search: (search) => ({ ...search, mail: id }) })} />
        {mail === undefined || !may(session, 'getMail') ? (
          <Panel title="A mail">
            <p className={classes.note}>
              {may(session, 'getMail')
                ? 'Choose one at the left to read it. That you read it goes on record: its link may open an account.'
                : 'What mails say is for admins of the team: their links open accounts.'}
            </p>
          </Panel>
        ) : (
          <MailPanel key={mail} id={mail} mayRetry={may(session, 'retryMail')} />
        )}
      </div>
    </Page>
  );
}
