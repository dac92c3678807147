import { Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './odoo.module.css';

/** From when on released transfers go to partners: `now`, `all` or a date; empty until it is chosen. */
export function SendFrom({
  value,
  onChange,
  wrong,
}: {
  readonly value: string;
  readonly onChange: (from: string) => void;
  /** What is wrong with the choice. */
  readonly wrong?: string | undefined;
}) {
  const [isDate, setIsDate] = useState(false);
  const choose = (kind: string) => {
    setIsDate(kind === 'date');
    onChange(kind === 'date' ? '' : kind);
  };
  return (
    <fieldset className={classes.field}>
      <legend>Which transfers go out?</legend>
      <Radio.Group value={isDate ? 'date' : value} onChange={choose} aria-label="Which transfers go out?" error={wrong}>
        <div className={classes.checks}>
          <Radio size="xs" value="now" label="From now on: what is released or changed in Odoo after this" />
          <Radio size="xs" value="date" label="Since a date" />
          {isDate && (
            <TextInput
              size="xs"
              type="date"
              aria-label="Since this date (UTC)"
              value={value}
              onChange={(event) => onChange(event.currentTarget.value)}
            />
          )}
          <Radio size="xs" value="all" label="All that is ready now, old ones too" />
        </div>
      </Radio.Group>
    </fieldset>
  );
}
