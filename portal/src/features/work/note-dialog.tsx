import { Modal, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Form } from '../../ui/form.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
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
        <Textarea
          label="Note"
          description="For colleagues only: partners do not see it. It is added to each of them."
          data-autofocus
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <FormButtons label="Add the note" busy={false} disabled={words === ''} onClose={onClose} />
      </Form>
    </Modal>
  );
}
