import { Button, TextInput } from '@mantine/core';
import { IconCircleCheck, IconFilterOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Case, Environment } from '../../lib/contract.ts';
import type { WorkItem } from '../../lib/work-item.ts';
import { Panel } from '../../ui/panel.tsx';
import { Pick } from '../../ui/pick.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Failed, Loading, Nothing } from '../../ui/states.tsx';
import classes from './cases.module.css';
import { type CaseFilters, useCases } from './cases-query.ts';

const kinds = [
  { value: 'delivery', label: 'Deliveries' },
  { value: 'document', label: 'Documents' },
  { value: 'deadline', label: 'Deadlines' },
  { value: 'odoo', label: 'Odoo' },
  { value: 'hub', label: 'The hub' },
] as const;

/** Where the thing is that mends it. */
function Way({ one }: { readonly one: Case }) {
  const { connectionId, carrierId, documentId } = one;
  if (connectionId !== undefined)
    return (
      <Link
        to="/odoo/$connectionId"
        params={{ connectionId }}
        search={carrierId === undefined ? {} : { carrier: String(carrierId) }}
      >
        {carrierId === undefined ? 'Open the connection' : 'Add the code'}
      </Link>
    );
  if (documentId !== undefined)
    return (
      <Link to="/messages/$documentId" params={{ documentId }} search={one.kind === 'delivery' ? { tab: 'odoo' } : {}}>
        Open the message
      </Link>
    );
  return null;
}

type Actions = (item: WorkItem) => ReactNode;

function CaseRow({ one, actions }: { readonly one: Case; readonly actions: Actions }) {
  return (
    <li>
      <div className={classes.words}>
        <b>{one.title}</b>
        <p>{one.detail}</p>
        {one.remedy !== undefined && <p className={classes.faint}>{one.remedy}</p>}
        <div className={classes.facts}>
          <span>
            since <RelativeTime at={one.since} />
          </span>
          {one.partner !== undefined && (
            <Link to="/partners/$partnerId" params={{ partnerId: one.partner.id }}>
              {one.partner.name}
            </Link>
          )}
          {one.assignee !== undefined && <span>{one.assignee.name} has it</span>}
          <Way one={one} />
        </div>
      </div>
      {actions({ name: one.title, work: { canRetry: false, isSetAside: false, cases: [one] } })}
    </li>
  );
}

/** What is open and waits for a person, newest first. */
export function CasesPanel({
  environment,
  filters,
  onChange,
  actions,
}: {
  readonly environment: Environment;
  readonly filters: CaseFilters;
  readonly onChange: (filters: CaseFilters) => void;
  /** What can be done about a case. */
  readonly actions: Actions;
}) {
  const cases = useCases(environment, filters);
  const rows = cases.data?.pages.flatMap((page) => page.cases) ?? [];
  const total = cases.data?.pages[0]?.total ?? 0;
  const narrowed = filters.q !== undefined || filters.kind !== undefined;
  return (
    <Panel
      title="Open cases"
      note={cases.data && total > 0 ? (rows.length < total ? `${rows.length} of ${total}` : `${total}`) : undefined}
      action={
        <div className={classes.filters}>
          <Pick
            name="Kind"
            choices={kinds}
            value={filters.kind}
            onChange={(kind) => onChange({ ...filters, kind: kind as CaseFilters['kind'] })}
          />
          <TextInput
            type="search"
            size="xs"
            aria-label="Search cases"
            placeholder="Order, code, partner"
            maxLength={100}
            defaultValue={filters.q ?? ''}
            onKeyDown={(event) => {
              if (event.key === 'Enter') onChange({ ...filters, q: event.currentTarget.value.trim() || undefined });
            }}
            onBlur={(event) => onChange({ ...filters, q: event.currentTarget.value.trim() || undefined })}
          />
        </div>
      }
    >
      {cases.isPending && <Loading lines={6} label="Loading the cases" />}
      {cases.isError && cases.data === undefined && <Failed error={cases.error} onRetry={() => void cases.refetch()} />}
      {cases.data !== undefined && rows.length === 0 && !narrowed && (
        <Nothing icon={<IconCircleCheck size={20} stroke={1.7} />} title="No case is open">
          Whatever needs a person appears here, with what to do about it.
        </Nothing>
      )}
      {cases.data !== undefined && rows.length === 0 && narrowed && (
        <Nothing
          icon={<IconFilterOff size={20} stroke={1.7} />}
          title="No open case fits"
          action={
            <Button variant="default" onClick={() => onChange({})}>
              Remove the filters
            </Button>
          }
        >
          Take the search or the kind away.
        </Nothing>
      )}
      <ul className={classes.rows} aria-label="Open cases">
        {rows.map((one) => (
          <CaseRow key={one.id} one={one} actions={actions} />
        ))}
      </ul>
      {cases.hasNextPage && (
        <div className={classes.more}>
          <Button variant="default" loading={cases.isFetchingNextPage} onClick={() => void cases.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </Panel>
  );
}
