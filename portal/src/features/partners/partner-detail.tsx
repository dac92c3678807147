import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Environment, Partner } from '../../lib/contract.ts';
import { rolesText } from '../../lib/roles.ts';
import { Panel } from '../../ui/panel.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Agreements } from './agreements.tsx';
import { DailyBars } from './daily-bars.tsx';
import { Journey } from './journey.tsx';
import classes from './partner-detail.module.css';
import { kinds } from './words.ts';

function Empty({ children }: { readonly children: ReactNode }) {
  return <p className={classes.empty}>{children}</p>;
}

function Identities({ partner, environment }: { readonly partner: Partner; readonly environment: Environment }) {
  const own = partner.identities.filter((identity) => identity.environment === environment);
  return (
    <Panel title="Trading ids">
      {own.length === 0 && <Empty>None for this environment: documents of this partner cannot be recognised.</Empty>}
      <dl className={classes.pairs}>
        {own.map((identity) => (
          <div key={`${identity.qualifier}/${identity.id}`}>
            <dt>Interchange (ISA)</dt>
            <dd className="mono">
              {identity.qualifier}/{identity.id}
            </dd>
            <dt>Group (GS)</dt>
            <dd className="mono">{identity.groupId}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

/** The page where people and keys are changed. */
function Manage({ partner }: { readonly partner: Partner }) {
  return (
    <Link className={classes.manage ?? ''} to="/people" search={{ org: partner.id }}>
      Manage
    </Link>
  );
}

function ApiKeys({ partner, environment }: { readonly partner: Partner; readonly environment: Environment }) {
  const own = partner.apiKeys.filter((key) => key.environment === environment);
  return (
    <Panel title="API keys" action={<Manage partner={partner} />}>
      {own.length === 0 && <Empty>No key for this environment.</Empty>}
      <ul className={classes.lines}>
        {own.map((key) => (
          <li key={key.id}>
            <div className={classes.line}>
              <b>{key.name}</b>
              <span className="mono">{key.prefix}…</span>
            </div>
            <div className={classes.line} data-faint>
              <span>{key.scopes.join(', ')}</span>
              <span>
                {key.lastUsedAt === undefined ? (
                  'never used'
                ) : (
                  <>
                    used <RelativeTime at={key.lastUsedAt} />
                  </>
                )}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Users({ partner }: { readonly partner: Partner }) {
  return (
    <Panel title="People" action={<Manage partner={partner} />}>
      {partner.users.length === 0 && <Empty>Nobody of this partner can sign in yet.</Empty>}
      <ul className={classes.lines}>
        {partner.users.map((user) => (
          <li key={user.email}>
            <div className={classes.line}>
              <b>{user.name}</b>
              <span>{rolesText(user.roles)}</span>
            </div>
            <div className={classes.line} data-faint>
              <a href={`mailto:${user.email}`}>{user.email}</a>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Everything that was agreed with one partner, and the traffic that comes of it. */
export function PartnerDetail({
  partner,
  environment,
}: {
  readonly partner: Partner;
  readonly environment: Environment;
}) {
  const { received, sent, attention } = partner.traffic;
  return (
    <div className={classes.detail}>
      <header className={classes.header}>
        <h1>{partner.name}</h1>
        <Journey stage={partner.stage} />
        <ul className={classes.facts}>
          <li>{kinds[partner.kind]}</li>
          <li>{partner.timeZone}</li>
          {partner.inUse.map(({ environment: where, release, candidate }) => (
            <li key={where}>
              {where} runs {release === undefined ? (candidate ?? 'the draft') : `release ${release}`}
            </li>
          ))}
          {partner.lastAt !== undefined && (
            <li>
              last document <RelativeTime at={partner.lastAt} />
            </li>
          )}
        </ul>
      </header>
      <div className={classes.columns}>
        <div className={classes.column}>
          <Panel
            title="Traffic of 14 days"
            note={`24 hours: ${received} received, ${sent} sent${attention > 0 ? `, ${attention} need attention` : ''}`}
          >
            <DailyBars daily={partner.daily} />
          </Panel>
          <Agreements partner={partner} environment={environment} />
        </div>
        <div className={classes.column}>
          <Identities partner={partner} environment={environment} />
          <ApiKeys partner={partner} environment={environment} />
          <Users partner={partner} />
        </div>
      </div>
    </div>
  );
}
