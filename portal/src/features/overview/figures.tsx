import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Environment, Overview } from '../../lib/contract.ts';
import { duration } from '../../lib/time.ts';
import { Failed } from '../../ui/states.tsx';
import classes from './figures.module.css';
import { useOverview } from './overview-query.ts';

interface Figure {
  readonly name: string;
  readonly value: ReactNode;
  readonly note: string;
  readonly tone?: 'amber' | 'red';
  /** Documents behind the figure, where a list can show them. */
  /** Leads to the cases instead. */
  readonly toCases?: true;
  readonly search?: { readonly outcome?: 'attention'; readonly direction?: 'in' | 'out'; readonly when?: '24h' };
}

const count = new Intl.NumberFormat('en-US');

function figures(overview: Overview): readonly Figure[] {
  const { applyLatencyMs: latency } = overview;
  return [
    {
      name: 'Needs attention',
      value: count.format(overview.attention),
      note: overview.attention === 0 ? 'nobody has to act' : 'wait for a person',
      search: { outcome: 'attention' },
      ...(overview.attention > 0 && { tone: 'amber' as const }),
    },
    {
      name: 'Received',
      value: count.format(overview.received),
      note: 'documents',
      search: { direction: 'in', when: '24h' },
    },
    { name: 'Sent', value: count.format(overview.sent), note: 'documents', search: { direction: 'out', when: '24h' } },
    {
      name: 'Receipt to Odoo',
      value: latency === undefined ? '–' : duration(latency.p50),
      note: latency === undefined ? 'nothing applied yet' : `median, 95% within ${duration(latency.p95)}`,
    },
    { name: 'Backlog', value: count.format(overview.eventBacklog), note: 'deliveries not finished' },
    {
      name: 'Failed',
      value: count.format(overview.refused),
      note:
        overview.openCases === undefined
          ? 'deliveries'
          : `deliveries; ${count.format(overview.openCases)} open ${overview.openCases === 1 ? 'case' : 'cases'}`,
      toCases: true,
      ...(overview.refused > 0 && { tone: 'red' as const }),
    },
  ];
}

function Cell({ figure }: { readonly figure: Figure }) {
  const words = (
    <>
      <span className={classes.name}>{figure.name}</span>
      <span className={classes.value}>{figure.value}</span>
      <span className={classes.note}>{figure.note}</span>
    </>
  );
  return (
    <li className={classes.cell} data-tone={figure.tone}>
      {figure.toCases && <Link to="/cases">{words}</Link>}
      {figure.search !== undefined && (
        <Link to="/messages" search={figure.search}>
          {words}
        </Link>
      )}
      {figure.search === undefined && !figure.toCases && <div>{words}</div>}
    </li>
  );
}

/** The state of the traffic in one line of figures; a figure leads to its documents. */
export function Figures({ environment }: { readonly environment: Environment }) {
  const { data, isPending, error, refetch } = useOverview(environment);
  if (isPending) {
    return (
      <div className={classes.loading} role="status" aria-label="Loading the figures">
        <Skeleton height={74} />
      </div>
    );
  }
  if (data === undefined) return <Failed error={error} onRetry={() => void refetch()} />;
  return (
    <ul className={classes.figures} aria-label="Figures of the last 24 hours">
      {figures(data).map((figure) => (
        <Cell key={figure.name} figure={figure} />
      ))}
    </ul>
  );
}
