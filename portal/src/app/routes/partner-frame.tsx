import { IconChevronRight } from '@tabler/icons-react';
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCompany } from '../../features/company/company-query.ts';
import { usePartner } from '../../features/partners/partner-query.ts';
import { useSession } from '../../features/session/session.ts';
import type { Environment } from '../../lib/contract.ts';
import { useEnvironment } from '../../lib/environment.ts';
import { may } from '../../lib/roles.ts';
import { Page } from '../../ui/page.tsx';
import trail from './message.module.css';
import classes from './partner-frame.module.css';

/** Whose channels and keys a page shows, and who looks at it. */
export interface OfPartner {
  readonly partnerId: string;
  readonly environment: Environment;
  readonly reader: { readonly side: 'team' | 'partner'; readonly other: string; readonly mayWork: boolean };
}

/** The partner that a page is about: the one that the address names for the team, a partner's own organisation for itself. */
export function useOfPartner(): OfPartner {
  const session = useSession();
  const environment = useEnvironment();
  const named = useSearch({ strict: false, select: ({ partner }) => partner });
  const isTeam = session.side === 'team';
  const partnerId = isTeam && named !== undefined ? named : session.organization.id;
  const partner = usePartner(partnerId, environment).data?.name ?? 'The partner';
  const company = useCompany().data?.name ?? 'The other side';
  const mayWork = may(session, 'addEndpoint');
  return { partnerId, environment, reader: { side: session.side, other: isTeam ? partner : company, mayWork } };
}

/** The pages about one partner, for the team. */
export function PartnerTabs({ partnerId }: { readonly partnerId: string }) {
  const of = { search: { partner: partnerId }, className: classes.tab ?? '' };
  return (
    <nav className={classes.tabs} aria-label="About the partner">
      <Link
        to="/partners/$partnerId"
        params={{ partnerId }}
        className={classes.tab ?? ''}
        activeOptions={{ includeSearch: false }}
      >
        Overview
      </Link>
      <Link to="/journey" {...of} activeOptions={{ includeSearch: false }}>
        Journey
      </Link>
      <Link to="/profile" {...of} activeOptions={{ includeSearch: false }}>
        Profile
      </Link>
      <Link to="/agreement" {...of} activeOptions={{ includeSearch: false }}>
        Agreement
      </Link>
      <Link to="/go-live" {...of} activeOptions={{ includeSearch: false }}>
        Go-live
      </Link>
      <Link to="/channels" {...of} activeOptions={{ includeSearch: false }}>
        Channels
      </Link>
      <Link to="/guides" {...of} activeOptions={{ includeSearch: false }}>
        Guides
      </Link>
      <Link to="/mappings" {...of} activeOptions={{ includeSearch: false }}>
        Mappings
      </Link>
      <Link to="/cross-references" {...of} activeOptions={{ includeSearch: false }}>
        Cross references
      </Link>
      <Link to="/sandbox" {...of} activeOptions={{ includeSearch: false }}>
        Sandbox
      </Link>
      <Link to="/certification" {...of} activeOptions={{ includeSearch: false }}>
        Certification
      </Link>
      <Link to="/keys" {...of} activeOptions={{ includeSearch: false }}>
        Keys and certificates
      </Link>
      <Link to="/webhooks" {...of} activeOptions={{ includeSearch: false }}>
        Webhooks
      </Link>
    </nav>
  );
}

interface PartnerFrameProps {
  readonly of: OfPartner;
  readonly title: string;
  /** Where the page stands below its list: `Channels`, and the name of what is on screen. */
  readonly under?: { readonly to: '/channels' | '/mappings' | '/certification'; readonly label: string };
  readonly actions?: ReactNode;
  /** What is on the page names itself in a heading. */
  readonly hasOwnHeading?: boolean;
  /** `fill` gives the content the height that is left. */
  readonly layout?: 'fill';
  readonly children: ReactNode;
}

/** A page about one partner: a partner sees it as its own, the team among the pages of that partner. */
export function PartnerFrame(props: PartnerFrameProps) {
  const { title, under, actions, hasOwnHeading = false, layout, children } = props;
  const { partnerId, reader } = props.of;
  const isTeam = reader.side === 'team';
  const hasTrail = isTeam || under !== undefined;
  return (
    <Page
      title={isTeam ? `${title} · ${reader.other}` : title}
      actions={actions}
      {...(layout && { layout })}
      {...(hasTrail && {
        heading: (
          <nav aria-label="Trail" className={trail.trail}>
            {isTeam && (
              <>
                <Link to="/partners">Partners</Link>
                <IconChevronRight size={14} aria-hidden="true" />
                <Link to="/partners/$partnerId" params={{ partnerId }}>
                  {reader.other}
                </Link>
                <IconChevronRight size={14} aria-hidden="true" />
              </>
            )}
            {under !== undefined && (
              <>
                <Link to={under.to}>{under.label}</Link>
                <IconChevronRight size={14} aria-hidden="true" />
              </>
            )}
            {hasOwnHeading ? <span>{title}</span> : <h1>{title}</h1>}
          </nav>
        ),
      })}
    >
      {isTeam && <PartnerTabs partnerId={partnerId} />}
      {children}
    </Page>
  );
}
