import { UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Draft } from '../../lib/setting-draft.ts';
import { type Field, groupsOf } from '../../lib/setting-fields.ts';
import { SettingInput } from './setting-input.tsx';
import classes from './settings.module.css';

interface SettingsFieldsProps {
  readonly fields: readonly Field[];
  readonly draft: Draft;
  /** By the names of the settings. */
  readonly errors: Readonly<Record<string, string>>;
  /** Secret settings that have a value. */
  readonly secrets: readonly string[];
  readonly onChange: (draft: Draft) => void;
}

/** The fields of a schema under their headings; what few people need is folded, unless something is wrong with it. */
export function SettingsFields({ fields, draft, errors, secrets, onChange }: SettingsFieldsProps) {
  const advanced = fields.filter(({ isAdvanced }) => isAdvanced);
  const isWrong = advanced.some(({ name }) => errors[name] !== undefined);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (isWrong) setOpen(true);
  }, [isWrong]);
  const inputs = (of: readonly Field[]) =>
    groupsOf(of).map(({ title, fields: some }) => {
      const list = some.map((field) => (
        <SettingInput
          key={field.name}
          field={field}
          typed={draft[field.name]!}
          error={errors[field.name]}
          isKept={secrets.includes(field.name)}
          onChange={(typed) => onChange({ ...draft, [field.name]: typed })}
        />
      ));
      if (title === undefined) return list;
      return (
        <fieldset key={title} className={classes.group}>
          <legend>{title}</legend>
          {list}
        </fieldset>
      );
    });
  return (
    <>
      {inputs(fields.filter(({ isAdvanced }) => !isAdvanced))}
      {advanced.length > 0 && (
        <div className={classes.advanced}>
          <UnstyledButton
            className={classes.fold}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            data-open={isOpen || undefined}
          >
            <IconChevronRight size={14} aria-hidden="true" />
            Further settings
            <span>{advanced.map(({ title }) => title).join(', ')}</span>
          </UnstyledButton>
          {isOpen && inputs(advanced)}
        </div>
      )}
    </>
  );
}
