import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Case } from '../../lib/contract.ts';
import { whose } from '../../lib/whose.ts';
import type { WorkItem } from '../../lib/work-item.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Tag } from '../../ui/tag.tsx';
import classes from './cases.module.css';

/** Whose turn it is, to somebody of the team. */
function turnWords(owner: Case['owner'], partner: string | undefined): string {
  if (owner === 'team') return 'The team’s turn';
  if (owner === 'operator') return 'The operator’s turn';
  return partner === undefined ? 'The partner’s turn' : `${whose(partner)} turn`;
}

/** Where the thing is that mends it, and what going there is called. */
function wayOf({ connectionId, carrierId, endpoint, documentId, kind, code, partner }: Case) {
  if (code === 'keys.unknown' && partner !== undefined)
    return { words: 'Answer them', link: { to: '/cross-references', search: { partner: partner.id } } as const };
  if (connectionId !== undefined) {
    const search = carrierId === undefined ? {} : { carrier: String(carrierId) };
    const words = carrierId === undefined ? 'Open the connection' : 'Add the code';
    return { words, link: { to: '/odoo/$connectionId', params: { connectionId }, search } as const };
  }
  if (endpoint !== undefined) {
    const search = { partner: endpoint.partnerId };
    return {
      words: 'Open the endpoint',
      link: { to: '/channels/$endpointId', params: { endpointId: endpoint.id }, search } as const,
    };
  }
  if (documentId === undefined) return undefined;
  const search = kind === 'delivery' ? ({ tab: 'odoo' } as const) : {};
  return { words: 'Open the message', link: { to: '/messages/$documentId', params: { documentId }, search } as const };
}

export const itemOf = (one: Case): WorkItem => {
  const { documentId, canRetry, isSetAside, title } = one;
  return { documentId, name: title, work: { canRetry, isSetAside, cases: [one] } };
};

interface CaseRowProps {
  readonly one: Case;
  /** undefined where rows cannot be selected. */
  readonly selected: boolean | undefined;
  readonly onToggle: (id: string) => void;
  readonly actions: (item: WorkItem) => ReactNode;
}

/** A case: how bad it is and whose turn, what happened, what to do. */
export function CaseRow({ one, selected, onToggle, actions }: CaseRowProps) {
  const { id, severity, owner, title, detail, remedy, partner, assignee } = one;
  const way = wayOf(one);
  const stop = { 'data-row-link': true, 'data-row-id': id };
  return (
    <li className={classes.case} data-selected={selected || undefined}>
      {selected !== undefined && (
        <Checkbox
          size="xs"
          className={classes.select ?? ''}
          aria-label={`Select ${title}`}
          checked={selected}
          onChange={() => onToggle(id)}
        />
      )}
      <div className={classes.words}>
        <div className={classes.head}>
          <Tag tone={severity === 'error' ? 'red' : 'amber'} look="plain">
            {severity === 'error' ? 'Error' : 'Warning'}
          </Tag>
          {way === undefined ? (
            <b {...stop} tabIndex={-1}>
              {title}
            </b>
          ) : (
            <Link {...way.link} {...stop} className={classes.title ?? ''}>
              {title}
            </Link>
          )}
        </div>
        <p>{detail}</p>
        {remedy !== undefined && <p className={classes.faint}>{remedy}</p>}
        <div className={classes.facts}>
          <span className={classes.turn}>{turnWords(owner, partner?.name)}</span>
          <span>
            since <RelativeTime at={one.since} />
          </span>
          {partner !== undefined && (
            <Link to="/partners/$partnerId" params={{ partnerId: partner.id }}>
              {partner.name}
            </Link>
          )}
          {assignee !== undefined && <span>{assignee.name} has it</span>}
          {way !== undefined && <Link {...way.link}>{way.words}</Link>}
        </div>
      </div>
      {actions(itemOf(one))}
    </li>
  );
}
