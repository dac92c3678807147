import { Textarea } from '@mantine/core';

interface NoteFieldProps {
  readonly label: string;
  /** What is said beside that partners do not see it. */
  readonly more?: string;
  readonly value: string;
  readonly onChange: (note: string) => void;
}

/** A note for colleagues in the making. */
export function NoteField({ label, more = '', value, onChange }: NoteFieldProps) {
  return (
    <Textarea
      label={label}
      description={`For colleagues only: partners do not see it.${more}`}
      data-autofocus
      autosize
      minRows={2}
      maxRows={8}
      maxLength={2000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
