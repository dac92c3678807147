import { Popover, TextInput, UnstyledButton } from '@mantine/core';
import { IconCalendar, IconCheck, IconChevronDown, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { shortDay } from '../../lib/time.ts';
import pick from '../../ui/pick.module.css';
import classes from './date-pick.module.css';
import { type MessageFilters, spanKeys, spans } from './filters.ts';

type DateFilter = Pick<MessageFilters, 'when' | 'from' | 'to'>;

function words({ when, from, to }: DateFilter): string | undefined {
  if (when !== undefined) return spans[when].label;
  if (from !== undefined && to !== undefined)
    return from === to ? shortDay(from) : `${shortDay(from)} – ${shortDay(to)}`;
  if (from !== undefined) return `since ${shortDay(from)}`;
  if (to !== undefined) return `until ${shortDay(to)}`;
  return undefined;
}

interface DatePickProps {
  readonly value: DateFilter;
  readonly onChange: (value: { [Key in keyof DateFilter]: DateFilter[Key] | undefined }) => void;
}

/** The time that the list covers: a span back from now, or days. */
export function DatePick({ value, onChange }: DatePickProps) {
  const [opened, setOpened] = useState(false);
  const shown = words(value);
  const none = { when: undefined, from: undefined, to: undefined };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={236} trapFocus>
      <div className={pick.pick} data-chosen={shown !== undefined || undefined}>
        <Popover.Target>
          <button
            type="button"
            className={pick.target}
            aria-label={`Filter by date${shown === undefined ? '' : `: ${shown}`}`}
            onClick={() => setOpened((now) => !now)}
          >
            <IconCalendar size={14} stroke={1.7} aria-hidden="true" />
            <span>Date</span>
            {shown === undefined ? <IconChevronDown size={13} aria-hidden="true" /> : <b>{shown}</b>}
          </button>
        </Popover.Target>
        {shown !== undefined && (
          <button
            type="button"
            className={pick.clear}
            aria-label="Remove the filter date"
            onClick={() => onChange(none)}
          >
            <IconX size={13} />
          </button>
        )}
      </div>
      <Popover.Dropdown p={6}>
        {spanKeys.map((span) => (
          <UnstyledButton
            key={span}
            className={classes.span}
            aria-pressed={value.when === span}
            onClick={() => {
              onChange({ ...none, when: span });
              setOpened(false);
            }}
          >
            {spans[span].label}
            {value.when === span && <IconCheck size={14} aria-hidden="true" />}
          </UnstyledButton>
        ))}
        <div className={classes.days}>
          <TextInput
            type="date"
            size="xs"
            label="From"
            value={value.from ?? ''}
            onChange={({ currentTarget }) =>
              onChange({ ...none, to: value.to, from: currentTarget.value || undefined })
            }
          />
          <TextInput
            type="date"
            size="xs"
            label="To"
            value={value.to ?? ''}
            onChange={({ currentTarget }) =>
              onChange({ ...none, from: value.from, to: currentTarget.value || undefined })
            }
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
