import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { ProfileForm } from '../../lib/contract.ts';
import classes from './profile.module.css';
import type { StepProps } from './profile-steps.tsx';

type Hours = NonNullable<ProfileForm['hours']>;

const week = [
  ['mon', 'Mon'],
  ['tue', 'Tue'],
  ['wed', 'Wed'],
  ['thu', 'Thu'],
  ['fri', 'Fri'],
  ['sat', 'Sat'],
  ['sun', 'Sun'],
] as const;

/** Zone, days and hours of work, and the days on which nobody works. */
export function HoursStep({ kept: { form, change }, errors }: StepProps) {
  const hours: Hours = form.hours ?? {};
  const { timeZone = '', days = [], from = '', to = '', closed = [] } = hours;
  const [day, setDay] = useState('');
  const put = (said: Hours) => change({ hours: { ...hours, ...said } });
  // What is no whole time yet is not said yet.
  const time = (part: 'from' | 'to', value: string) => {
    const { [part]: _, ...rest } = hours;
    change({ hours: /^\d\d:\d\d$/.test(value) ? { ...hours, [part]: value } : rest });
  };
  return (
    <>
      <TextInput
        label="Zone"
        placeholder="America/Chicago"
        maxLength={60}
        value={timeZone}
        error={errors['body/change/hours/timeZone']}
        onChange={(event) => put({ timeZone: event.currentTarget.value })}
      />
      <fieldset className={classes.week}>
        <legend>Days</legend>
        {week.map(([key, label]) => (
          <Checkbox
            key={key}
            label={label}
            checked={days.includes(key)}
            onChange={() =>
              put({ days: week.map(([one]) => one).filter((one) => (one === key) !== days.includes(one)) })
            }
          />
        ))}
      </fieldset>
      <div className={classes.two}>
        <TextInput
          label="From"
          type="time"
          value={from}
          onChange={(event) => time('from', event.currentTarget.value)}
        />
        <TextInput label="To" type="time" value={to} onChange={(event) => time('to', event.currentTarget.value)} />
      </div>
      <div className={classes.closed}>
        <TextInput
          label="Closed on"
          description="Holidays; not needed"
          type="date"
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <Button
          variant="default"
          leftSection={<IconPlus size={13} />}
          disabled={day === '' || closed.includes(day) || closed.length >= 60}
          onClick={() => {
            put({ closed: [...closed, day].sort() });
            setDay('');
          }}
        >
          Add
        </Button>
      </div>
      {closed.length > 0 && (
        <ul className={classes.days} aria-label="Closed on">
          {closed.map((one) => (
            <li key={one}>
              {one}
              <button
                type="button"
                aria-label={`Open on ${one}`}
                onClick={() => put({ closed: closed.filter((each) => each !== one) })}
              >
                <IconX size={12} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
