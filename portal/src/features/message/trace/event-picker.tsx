import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { Message } from '../../../lib/contract.ts';
import classes from './event-picker.module.css';

interface EventPickerProps {
  readonly message: Message;
  /** From 1; 0 where there is none. */
  readonly ordinal: number;
  readonly onPick: (ordinal: number) => void;
}

/** Chooses among the events of a document with more than one. */
export function EventPicker({ message, ordinal, onPick }: EventPickerProps) {
  const count = message.events.length;
  if (ordinal === 0 || count < 2) return null;
  return (
    <div className={classes.picker}>
      <ActionIcon size={24} aria-label="Event before" disabled={ordinal === 1} onClick={() => onPick(ordinal - 1)}>
        <IconChevronLeft size={15} />
      </ActionIcon>
      <NativeSelect
        size="xs"
        aria-label="Event"
        value={String(ordinal)}
        onChange={(change) => onPick(Number(change.currentTarget.value))}
        data={message.events.map(({ subject }, index) => ({
          value: String(index + 1),
          label: `${index + 1}/${count} ${subject}`,
        }))}
      />
      <ActionIcon size={24} aria-label="Next event" disabled={ordinal === count} onClick={() => onPick(ordinal + 1)}>
        <IconChevronRight size={15} />
      </ActionIcon>
    </div>
  );
}
