import { Modal } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Form } from '../../ui/form.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { NoteField } from './note-field.tsx';
import classes from './work.module.css';
import type { WorkVerbs } from './work-query.ts';

/** The same note about several cases. */
export function NoteDialog({
  caseIds,
  verbs,
  onClose,
}: {
  readonly caseIds: readonly string[];
  readonly verbs: WorkVerbs;
  readonly onClose: () => void;
}) {
  const [note, setNote] = useState('');
  const words = note.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words === '') return;
    void verbs.note(caseIds, words);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={`Note about ${caseIds.length} cases`}>
      <Form className={classes.form} onSubmit={submit}>
        <NoteField label="Note" more=" It is added to each of them." value={note} onChange={setNote} />
        <FormButtons label="Add the note" busy={false} disabled={words === ''} onClose={onClose} />
      </Form>
    </Modal>
  );
}
