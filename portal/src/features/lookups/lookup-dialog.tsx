import { Button, FileButton, Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { Form } from '../../ui/form.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { tellProblem } from '../../ui/undo.tsx';
import { entriesOf, fileOf } from './entries-file.ts';
import classes from './lookups.module.css';
import { allEntries, type LookupChange, useChangeLookup, useLookup } from './lookups-query.ts';

interface LookupDialogProps {
  readonly partnerId: string;
  readonly name: string;
  readonly mayChange: boolean;
  readonly onClose: () => void;
}

function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}

const counted = ({ written, removed }: { written: number; removed: number }) =>
  [written > 0 && `${written} written`, removed > 0 && `${removed} removed`].filter(Boolean).join(', ');

/** The entries of one look-up: found, written, removed, taken from a file and into one. */
export function LookupDialog({ partnerId, name, mayChange, onClose }: LookupDialogProps) {
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 200);
  const { data, isPending, error, refetch } = useLookup(partnerId, name, q);
  const send = useChangeLookup(partnerId, name);
  const change = useMutation({
    mutationFn: ({ title, body }: { title: Parameters<typeof send>[0]; body: LookupChange }) => send(title, body),
    onError: tellProblem,
  });
  const read = useMutation({
    mutationFn: async (file: File) => {
      const entries = entriesOf(await file.text());
      await send((counts) => `${file.name}: ${counted(counts)}`, { entries });
    },
  });
  const remove = (key: string) =>
    change.mutate({ title: () => `${key} is removed`, body: { entries: { [key]: null } } });
  return (
    <Modal opened onClose={onClose} size="lg" title={<span className="mono">{name}</span>}>
      <div className={classes.tools}>
        <TextInput
          className={classes.grow ?? ''}
          size="xs"
          aria-label="Find a key or value"
          placeholder="Find a key or value"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button
          variant="default"
          onClick={() =>
            void allEntries(partnerId, name).then(({ entries }) => save(name, fileOf(entries)), tellProblem)
          }
        >
          Download CSV
        </Button>
        {mayChange && (
          <FileButton accept=".csv,text/csv" onChange={(file) => file && read.mutate(file)}>
            {(props) => (
              <Button variant="default" loading={read.isPending} {...props}>
                Add from CSV
              </Button>
            )}
          </FileButton>
        )}
      </div>
      <ProblemList error={read.error} />
      {mayChange && (
        <EntryForm
          busy={change.isPending}
          onSave={(key, value) =>
            change.mutateAsync({ title: () => `${key} means ${value}`, body: { entries: { [key]: value } } })
          }
        />
      )}
      {isPending && <Loading lines={4} label="Loading the entries" />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <>
          <p className={classes.faint} aria-live="polite">
            {told(data, q)}
          </p>
          <table className={classes.entries}>
            <thead>
              <tr>
                <th scope="col">Key</th>
                <th scope="col">Means</th>
                {mayChange && (
                  <th scope="col">
                    <span className="visually-hidden">Actions</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {data.entries.map(({ key, value }) => (
                <tr key={key}>
                  <th scope="row">{key}</th>
                  <td>{value}</td>
                  {mayChange && (
                    <td>
                      <Button variant="subtle" color="gray" aria-label={`Remove ${key}`} onClick={() => remove(key)}>
                        Remove
                      </Button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Modal>
  );
}

function told({ entries, total }: { readonly entries: readonly unknown[]; readonly total: number }, q: string): string {
  if (total === 0)
    return q === ''
      ? 'No entry yet: write one, or add a file with the columns key and value.'
      : `Nothing holds “${q}”.`;
  if (entries.length < total)
    return `The first ${entries.length} of ${total.toLocaleString('en')}; find the others by a part of key or value.`;
  return total === 1 ? '1 entry' : `${total} entries`;
}

function EntryForm({
  busy,
  onSave,
}: {
  readonly busy: boolean;
  readonly onSave: (key: string, value: string) => Promise<unknown>;
}) {
  const first = useRef<HTMLInputElement>(null);
  const [key, setKey] = useState('');
  const [value, setValue] = useState('');
  const isWhole = key.trim() !== '' && value.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isWhole) return;
    // Cleared at once, so that the next one can be typed; what was refused comes back unless something else stands there.
    setKey('');
    setValue('');
    first.current?.focus();
    void onSave(key.trim(), value.trim()).catch(() => {
      setKey((now) => now || key);
      setValue((now) => now || value);
    });
  };
  return (
    <Form className={classes.entry} onSubmit={submit}>
      <TextInput
        ref={first}
        size="xs"
        aria-label="Key"
        placeholder="Key of the partner"
        data-autofocus
        maxLength={200}
        value={key}
        onChange={(event) => setKey(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        aria-label="What it means"
        placeholder="What it means to us"
        maxLength={200}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <Button type="submit" loading={busy} disabled={!isWhole}>
        Write
      </Button>
    </Form>
  );
}
