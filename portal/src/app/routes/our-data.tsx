import { Link } from '@tanstack/react-router';
import { useCompany } from '../../features/company/company-query.ts';
import { usePartner } from '../../features/partners/partner-query.ts';
import { useSession } from '../../features/session/session.ts';
import { useEnvironment } from '../../lib/environment.ts';
import { rolesText } from '../../lib/roles.ts';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import classes from './our-data.module.css';

/** Who sees a partner's data, until when, what it can take along, and what happens when it leaves. */
export function OurDataPage() {
  const session = useSession();
  const environment = useEnvironment();
  const company = useCompany().data?.name ?? 'The company';
  const { data } = usePartner(session.organization.id, environment);
  return (
    <Page title="Our data" lead="Who sees it, and until when">
      <div className={classes.page}>
        <Panel title="Who reads it">
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Who</th>
                <th scope="col">Sees</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">Your people</th>
                <td>
                  {(data?.users ?? []).map(({ name, email, roles }) => (
                    <span key={email} className={classes.person}>
                      {name} <small>{rolesText(roles)}</small>
                    </span>
                  ))}
                  All that you exchange and set up, and nothing of other partners: the database itself keeps you apart.{' '}
                  <Link to="/people">Who they are</Link>
                </td>
              </tr>
              <tr>
                <th scope="row">Your systems</th>
                <td>
                  What the scopes of their keys allow, in one environment each. <Link to="/keys">Keys</Link>
                </td>
              </tr>
              <tr>
                <th scope="row">{company}’s integration team</th>
                <td>
                  Your documents and what became of them, your settings and certificates, your profile, the agreement.
                  They see no password and no secret of a channel, only that there is one.
                </td>
              </tr>
              <tr>
                <th scope="row">{company}’s Odoo</th>
                <td>What your documents say of orders, shipments and receipts, once production runs your documents.</td>
              </tr>
              <tr>
                <th scope="row">Other partners</th>
                <td>Nothing.</td>
              </tr>
            </tbody>
          </table>
        </Panel>
        <Panel title="Until when">
          <dl className={classes.facts}>
            <dt>Documents and events</dt>
            <dd>Are kept byte for byte; nothing is deleted by itself. What was agreed stands in the agreement.</dd>
            <dt>Audit trail</dt>
            <dd>Who did what is chained and sealed: nobody can change it afterwards, we neither.</dd>
            <dt>Registration</dt>
            <dd>A form that was never finished is deleted a week after it was opened last.</dd>
            <dt>Mails</dt>
            <dd>Their text is gone from here once a mail server has them.</dd>
            <dt>Passwords and keys</dt>
            <dd>Are kept as hashes, secrets of channels sealed; none of them is shown again.</dd>
          </dl>
        </Panel>
        <Panel title="What you can take along">
          <ul className={classes.list}>
            <li>
              Every document, byte for byte: <Link to="/messages">Messages</Link>, “Download”; by machine{' '}
              <code>GET /v1/outbox</code> and <code>GET /v1/events</code>.
            </li>
            <li>
              The agreement with both signatures, as PDF: <Link to="/agreement">Agreement</Link>.
            </li>
            <li>
              Guide and sample of each document: <Link to="/agreement">Agreement</Link>, “To take along”.
            </li>
          </ul>
        </Panel>
        <Panel title="When you leave">
          <p className={classes.text}>
            Ask {company} to end the exchange. Your keys are revoked and your endpoints removed, so that nothing goes
            either way any more. What was exchanged stays with both sides as the record of it; your people can be
            disabled by your own admin at any time, under <Link to="/people">People</Link>.
          </p>
        </Panel>
      </div>
    </Page>
  );
}
