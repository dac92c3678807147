import { Combobox, useCombobox } from '@mantine/core';
import { IconCheck, IconChevronDown, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import classes from './pick.module.css';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

interface PickProps {
  /** What is chosen here, such as `Partner`. */
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly searchable?: boolean;
  readonly icon?: ReactNode;
}

/** A filter as a small button: it names itself, shows its choice, and lets go of it with one click. */
export function Pick({ name, choices, value, onChange, searchable = false, icon }: PickProps) {
  const [words, setWords] = useState('');
  const box = useCombobox({
    onDropdownClose: () => {
      box.resetSelectedOption();
      setWords('');
    },
    onDropdownOpen: () => {
      if (searchable) box.focusSearchInput();
      box.updateSelectedOptionIndex('active');
    },
  });
  const chosen = choices.find((choice) => choice.value === value);
  const shown = choices.filter((choice) => choice.label.toLowerCase().includes(words.trim().toLowerCase()));
  return (
    <Combobox
      store={box}
      width={230}
      position="bottom-start"
      onOptionSubmit={(next) => {
        onChange(next === value ? undefined : next);
        box.closeDropdown();
      }}
    >
      <div className={classes.pick} data-chosen={value !== undefined || undefined}>
        <Combobox.Target targetType="button">
          <button
            type="button"
            className={classes.target}
            aria-label={`Filter by ${name.toLowerCase()}${chosen === undefined ? '' : `: ${chosen.label}`}`}
            onClick={() => box.toggleDropdown()}
          >
            {icon}
            <span>{name}</span>
            {value !== undefined && <b>{chosen?.label ?? value}</b>}
            {value === undefined && <IconChevronDown size={13} aria-hidden="true" />}
          </button>
        </Combobox.Target>
        {value !== undefined && (
          <button
            type="button"
            className={classes.clear}
            aria-label={`Remove the filter ${name.toLowerCase()}`}
            onClick={() => onChange(undefined)}
          >
            <IconX size={13} />
          </button>
        )}
      </div>
      <Combobox.Dropdown>
        {searchable && (
          <Combobox.Search
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            placeholder={`Find a ${name.toLowerCase()}`}
            aria-label={`Find a ${name.toLowerCase()}`}
          />
        )}
        <Combobox.Options className={classes.options ?? ''} aria-label={name}>
          {shown.map((choice) => (
            <Combobox.Option key={choice.value} value={choice.value} active={choice.value === value}>
              <span className={classes.option}>
                <span>{choice.label}</span>
                {choice.hint !== undefined && <span className={classes.hint}>{choice.hint}</span>}
                {choice.value === value && <IconCheck size={14} aria-hidden="true" />}
              </span>
            </Combobox.Option>
          ))}
          {shown.length === 0 && <Combobox.Empty>Nothing has this name</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
