import { Button, Modal } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api } from '../../lib/api.ts';
import { Form } from '../../ui/form.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { NoteField } from './note-field.tsx';
import classes from './work.module.css';
import type { WorkVerbs } from './work-query.ts';

interface NotesDialogProps {
  readonly caseId: string;
  readonly verbs: WorkVerbs;
  readonly onClose: () => void;
}

/** A case with what colleagues noted about it, and room for one more note. */
export function NotesDialog({ caseId, verbs, onClose }: NotesDialogProps) {
  const [note, setNote] = useState('');
  const { data, isPending, error, refetch } = api.useQuery('get', '/v1/cases/{caseId}', {
    params: { path: { caseId } },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const words = note.trim();
    if (words === '') return;
    setNote('');
    void verbs.note([caseId], words);
  };
  return (
    <Modal opened onClose={onClose} title="Notes" size="lg">
      {isPending && <Loading lines={4} />}
      {data === undefined && !isPending && <Failed error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <Form className={classes.form} onSubmit={submit}>
          <div className={classes.lead}>
            <b>{data.title}</b>
            <p>{data.detail}</p>
            {data.remedy !== undefined && <p>{data.remedy}</p>}
          </div>
          {data.notes.length === 0 && <p className={classes.faint}>Nobody noted anything so far.</p>}
          <ol className={classes.notes}>
            {data.notes.map((one) => (
              <li key={`${one.at} ${one.author}`}>
                <p className={classes.faint}>
                  {one.author} · <RelativeTime at={one.at} />
                </p>
                <p className={classes.note}>{one.note}</p>
              </li>
            ))}
          </ol>
          <NoteField label="New note" value={note} onChange={setNote} />
          <div className={classes.buttons}>
            <Button type="submit" loading={verbs.busy} disabled={note.trim() === ''}>
              Add the note
            </Button>
            <Button variant="default" onClick={onClose}>
              Close
            </Button>
          </div>
        </Form>
      )}
    </Modal>
  );
}
