import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconCircleCheck, IconFilterOff } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Environment } from '../../lib/contract.ts';
import type { WorkItem } from '../../lib/work-item.ts';
import { Panel } from '../../ui/panel.tsx';
import { Pick } from '../../ui/pick.tsx';
import { useRowKeys } from '../../ui/row-keys.ts';
import { Failed, Loading, Nothing } from '../../ui/states.tsx';
import { CaseRow, itemOf } from './case-row.tsx';
import classes from './cases.module.css';
import { type CaseFilters, useCases } from './cases-query.ts';

const kinds = [
  { value: 'delivery', label: 'Deliveries' },
  { value: 'document', label: 'Documents' },
  { value: 'deadline', label: 'Deadlines' },
  { value: 'odoo', label: 'Odoo' },
  { value: 'hub', label: 'The hub' },
] as const;
const owners = [
  { value: 'team', label: 'The team' },
  { value: 'partner', label: 'The partner' },
  { value: 'operator', label: 'The operator' },
] as const;
const severities = [
  { value: 'error', label: 'Errors', hint: 'something does not go on' },
  { value: 'warning', label: 'Warnings', hint: 'it goes on for now' },
] as const;

function Filters({
  filters,
  onChange,
}: {
  readonly filters: CaseFilters;
  readonly onChange: (filters: CaseFilters) => void;
}) {
  const search = (q: string) => onChange({ ...filters, q: q.trim() || undefined });
  return (
    <div className={classes.filters}>
      <Pick
        name="Turn"
        choices={owners}
        value={filters.owner}
        onChange={(owner) => onChange({ ...filters, owner: owner as CaseFilters['owner'] })}
      />
      <Pick
        name="Severity"
        choices={severities}
        value={filters.severity}
        onChange={(severity) => onChange({ ...filters, severity: severity as CaseFilters['severity'] })}
      />
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
          if (event.key === 'Enter') search(event.currentTarget.value);
        }}
        onBlur={(event) => search(event.currentTarget.value)}
      />
    </div>
  );
}

const none: ReadonlySet<string> = new Set();

interface CasesPanelProps {
  readonly environment: Environment;
  readonly filters: CaseFilters;
  readonly onChange: (filters: CaseFilters) => void;
  /** Rows are selected to do something about them. */
  readonly selectable: boolean;
  /** What can be done about a case. */
  readonly actions: (item: WorkItem) => ReactNode;
  /** The same for the selected ones; nothing where there are none. */
  readonly selection: (items: readonly WorkItem[], clear: () => void) => ReactNode;
}

/** What is open and waits for a person, newest first. */
export function CasesPanel({ environment, filters, onChange, selectable, actions, selection }: CasesPanelProps) {
  const cases = useCases(environment, filters);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(none);
  const toggle = (id: string) =>
    setChosen((before) =>
      before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
    );
  const clear = () => setChosen(none);
  const list = useRowKeys<HTMLUListElement>({ onToggle: selectable ? toggle : undefined, onClear: clear });
  const rows = cases.data?.pages.flatMap((page) => page.cases) ?? [];
  const total = cases.data?.pages[0]?.total ?? 0;
  const narrowed = Object.values(filters).some((value) => value !== undefined);
  const selected = rows.filter(({ id }) => chosen.has(id));
  return (
    <>
      <Panel
        title="Open cases"
        note={cases.data && total > 0 ? (rows.length < total ? `${rows.length} of ${total}` : `${total}`) : undefined}
        action={<Filters filters={filters} onChange={onChange} />}
      >
        {cases.isPending && <Loading lines={6} label="Loading the cases" />}
        {cases.isError && cases.data === undefined && (
          <Failed error={cases.error} onRetry={() => void cases.refetch()} />
        )}
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
            Take the search or a filter away.
          </Nothing>
        )}
        {selectable && rows.length > 0 && (
          <div className={classes.all}>
            <Checkbox
              size="xs"
              label={rows.length < total ? `Select the ${rows.length} shown` : `Select all ${rows.length}`}
              checked={selected.length === rows.length}
              indeterminate={selected.length > 0 && selected.length < rows.length}
              onChange={(event) => setChosen(event.currentTarget.checked ? new Set(rows.map(({ id }) => id)) : none)}
            />
            <span className={classes.keys}>
              <kbd>j</kbd> <kbd>k</kbd> move, <kbd>x</kbd> selects
            </span>
          </div>
        )}
        <ul ref={list} className={classes.rows} aria-label="Open cases">
          {rows.map((one) => (
            <CaseRow
              key={one.id}
              one={one}
              selected={selectable ? chosen.has(one.id) : undefined}
              onToggle={toggle}
              actions={actions}
            />
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
      {selection(selected.map(itemOf), clear)}
    </>
  );
}
