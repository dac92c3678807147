import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Environment, Partner } from '../../lib/contract.ts';
import { rolesText } from '../../lib/roles.ts';
import { IdentityList } from '../../ui/identity-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { kinds } from '../../ui/stage-words.ts';
import { DailyBars } from './daily-bars.tsx';
import { Journey } from './journey.tsx';
import classes from './partner-detail.module.css';

function Empty({ children }: { readonly children: ReactNode }) {
  return <p className={classes.empty}>{children}</p>;
}

function Identities({
  partner,
  environment,
  ourIds,
}: {
  readonly partner: Partner;
  readonly environment: Environment;
  readonly ourIds: ReactNode;
}) {
  const own = partner.identities.filter((identity) => identity.environment === environment);
  const isReleased = partner.inUse.some((one) => one.environment === environment);
  return (
    <Panel title="Trading ids" note={environment}>
      {own.length === 0 && (
        <Empty>
          {isReleased
            ? 'None for this environment: documents of this partner cannot be recognised.'
            : 'They hold from the first release on.'}
        </Empty>
      )}
      {own.length > 0 && (
        <div className={classes.block}>
          {ourIds !== undefined && <h3 className={classes.whose}>{partner.name}</h3>}
          <IdentityList identities={own} whose="the partner’s" />
        </div>
      )}
      {ourIds !== undefined && (
        <div className={classes.block}>
          <h3 className={classes.whose}>We</h3>
          {ourIds}
        </div>
      )}
    </Panel>
  );
}

function ApiKeys({ partner, environment }: { readonly partner: Partner; readonly environment: Environment }) {
  const own = partner.apiKeys.filter((key) => key.environment === environment);
  return (
    <Panel
      title="API keys"
      action={
        <Link className={classes.manage ?? ''} to="/keys" search={{ partner: partner.id }}>
          Manage
        </Link>
      }
    >
      {own.length === 0 && (
        <Empty>
          No key for {environment}: a program that calls the API needs one.{' '}
          <Link to="/keys" search={{ partner: partner.id }}>
            Create a key
          </Link>
        </Empty>
      )}
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
    <Panel
      title="People"
      action={
        <Link className={classes.manage ?? ''} to="/people" search={{ org: partner.id }}>
          Manage
        </Link>
      }
    >
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

/** Parts of the page that the route puts in. */
export interface PartnerParts {
  readonly agreements?: ReactNode;
  readonly releases?: ReactNode;
  readonly endpoints?: ReactNode;
  readonly lookups?: ReactNode;
  /** Beside the partner's trading ids. */
  readonly ourIds?: ReactNode;
}

/** Everything that was agreed with one partner, and the traffic that comes of it. */
export function PartnerDetail({
  partner,
  environment,
  parts: { agreements, releases, endpoints, lookups, ourIds },
}: {
  readonly partner: Partner;
  readonly environment: Environment;
  readonly parts: PartnerParts;
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
          {agreements}
          {releases}
        </div>
        <div className={classes.column}>
          <Identities partner={partner} environment={environment} ourIds={ourIds} />
          {endpoints}
          {lookups}
          <ApiKeys partner={partner} environment={environment} />
          <Users partner={partner} />
        </div>
      </div>
    </div>
  );
}
