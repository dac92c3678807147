import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { IconArrowsLeftRight, IconFileText, IconSearch, IconUsersGroup } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../lib/api.ts';
import { setCodes, setName } from '../../lib/sets.ts';
import { Pick } from '../../ui/pick.tsx';
import { DatePick } from './date-pick.tsx';
import type { MessageFilters } from './filters.ts';
import { OutcomeTabs } from './outcome-tabs.tsx';
import classes from './toolbar.module.css';

/** A change of filters; what is undefined is let go. */
export type FilterChange = { [Key in keyof MessageFilters]?: MessageFilters[Key] | undefined };

interface ToolbarProps {
  readonly filters: MessageFilters;
  readonly onChange: (change: FilterChange, how?: { readonly replace: boolean }) => void;
  /** Only the integration team sees more than one partner. */
  readonly withPartners: boolean;
}

const directions = [
  { value: 'in', label: 'Received' },
  { value: 'out', label: 'Sent' },
];
const sets = setCodes.map((code) => ({ value: code, label: code, hint: setName(code) ?? '' }));

function PartnerPick({
  value,
  onChange,
}: {
  readonly value: string | undefined;
  readonly onChange: (next: string | undefined) => void;
}) {
  const { data } = api.useQuery('get', '/v1/partners');
  const choices = (data?.partners ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Pick
      name="Partner"
      icon={<IconUsersGroup size={14} stroke={1.7} aria-hidden="true" />}
      choices={choices}
      value={value}
      onChange={onChange}
      searchable={choices.length > 7}
    />
  );
}

/** Search and filters; each of them lives in the address. */
export function Toolbar({ filters, onChange, withPartners }: ToolbarProps) {
  return (
    <div className={classes.toolbar}>
      <OutcomeTabs value={filters.outcome} onChange={(outcome) => onChange({ outcome })} />
      <div className={classes.filters}>
        <Search
          value={filters.q ?? ''}
          onChange={(q) => onChange({ q: q === '' ? undefined : q }, { replace: true })}
        />
        <Pick
          name="Direction"
          icon={<IconArrowsLeftRight size={14} stroke={1.7} aria-hidden="true" />}
          choices={directions}
          value={filters.direction}
          onChange={(direction) => onChange({ direction: direction as MessageFilters['direction'] })}
        />
        <Pick
          name="Set"
          icon={<IconFileText size={14} stroke={1.7} aria-hidden="true" />}
          choices={sets}
          value={filters.set}
          onChange={(set) => onChange({ set })}
        />
        {withPartners && <PartnerPick value={filters.partner} onChange={(partner) => onChange({ partner })} />}
        <DatePick value={filters} onChange={onChange} />
      </div>
    </div>
  );
}

const typingMs = 250;

function Search({ value, onChange }: { readonly value: string; readonly onChange: (words: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState(value);
  const settle = useDebouncedCallback(onChange, typingMs);
  useEffect(() => setWords(value), [value]);
  useHotkeys([['/', () => input.current?.focus()]]);
  const change = (next: string) => {
    setWords(next);
    settle(next.trim());
  };
  return (
    <TextInput
      ref={input}
      type="search"
      size="xs"
      className={classes.search ?? ''}
      aria-label="Search messages"
      placeholder="PO, BOL, PRO, SSCC, control number, file"
      maxLength={100}
      leftSection={<IconSearch size={14} stroke={1.8} />}
      rightSection={
        words === '' ? <Kbd>/</Kbd> : <CloseButton size="xs" aria-label="Clear the search" onClick={() => change('')} />
      }
      value={words}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') input.current?.blur();
      }}
    />
  );
}
