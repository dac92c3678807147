import { Button, FileInput, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { RunDetail } from '../../lib/contract.ts';
import { errorsByPlace } from '../../lib/errors-by-place.ts';
import { toProblem } from '../../lib/problem.ts';
import { Form } from '../../ui/form.tsx';
import { tellProblem } from '../../ui/undo.tsx';
import { useCertificationChanges } from './certification-query.ts';
import classes from './frame.module.css';

type FormShape = NonNullable<RunDetail['conversation'][number]['form']>;
type Field = FormShape['fields'][number];

interface FrameFormProps {
  readonly partnerId: string;
  readonly runId: string;
  readonly frame: string;
  readonly form: FormShape;
}

interface InputProps {
  readonly field: Field;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
  readonly keepFile: (file: File) => Promise<{ readonly id: string }>;
}

function FormInput({ field, value, error, onChange, keepFile }: InputProps) {
  const { label, kind, required, help, options = [] } = field;
  const [file, setFile] = useState<File | null>(null);
  const upload = useMutation({ mutationFn: keepFile, onSuccess: ({ id }) => onChange(id) });
  const common = { label, withAsterisk: required, ...(error !== undefined && { error }) };
  if (kind === 'choice')
    return (
      <NativeSelect
        {...common}
        {...(help !== undefined && { description: help })}
        data={[...(required && value !== '' ? [] : [{ value: '', label: 'Choose' }]), ...options]}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  if (kind === 'file') {
    const trouble = upload.error === null ? error : toProblem(upload.error).detail;
    return (
      <FileInput
        label={label}
        withAsterisk={required}
        description={upload.isPending ? 'Sending it …' : 'Image or PDF'}
        accept="application/pdf,image/png,image/jpeg,image/tiff"
        placeholder="Choose a file"
        clearable
        value={file}
        {...(trouble !== undefined && { error: trouble })}
        onChange={(chosen) => {
          setFile(chosen);
          onChange('');
          if (chosen !== null) upload.mutate(chosen);
        }}
      />
    );
  }
  return (
    <TextInput
      {...common}
      {...(help !== undefined && { description: help })}
      inputMode={kind === 'number' ? 'decimal' : 'text'}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** What is awaited, done by hand: the same event as the document would have become. */
export function FrameForm({ partnerId, runId, frame, form }: FrameFormProps) {
  const { answer, keepFile } = useCertificationChanges(partnerId);
  const [fields, setFields] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(form.fields.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]]))),
  );
  const send = useMutation({
    mutationFn: () =>
      answer(runId, frame, Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))),
    // The step was done elsewhere meanwhile, and the form goes with it: that is said beside the page.
    onError: (error) => {
      if (toProblem(error).status === 409) tellProblem(error);
    },
  });
  const faults = errorsByPlace(send.error);
  const errorOf = (name: string) => {
    const fault = faults[`body/fields/${name}`];
    return fault === undefined ? undefined : `This ${fault}.`;
  };
  const placed = form.fields.some(({ name }) => errorOf(name) !== undefined);
  const elsewhere = send.error !== null && !placed ? toProblem(send.error) : undefined;
  return (
    <Form
      className={classes.form}
      noValidate
      aria-label={form.title}
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <p className={classes.formHead}>
        <b>{form.title}</b> No EDI? Do it here; it counts the same.
      </p>
      {form.fields.length > 0 && (
        <div className={classes.fields}>
          {form.fields.map((field) => (
            <FormInput
              key={field.name}
              field={field}
              value={fields[field.name] ?? ''}
              error={errorOf(field.name)}
              keepFile={keepFile}
              onChange={(value) => setFields((before) => ({ ...before, [field.name]: value }))}
            />
          ))}
        </div>
      )}
      {elsewhere !== undefined && (
        <p className={classes.why} role="alert">
          <b>{elsewhere.title}.</b> {elsewhere.detail}
        </p>
      )}
      <Button type="submit" loading={send.isPending}>
        {form.title}
      </Button>
    </Form>
  );
}
