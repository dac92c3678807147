import { Modal, Radio, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { CaseCause } from '../../lib/contract.ts';
import type { WorkItem } from '../../lib/work-item.ts';
import { Form } from '../../ui/form.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import classes from './work.module.css';
import type { WorkVerbs } from './work-query.ts';

/** Causes in the words of whoever resolves. */
const causes: Readonly<Record<CaseCause, string>> = {
  'corrected-here': 'I corrected it in the hub',
  'corrected-in-odoo': 'It is done or corrected in Odoo by hand',
  'corrected-by-partner': 'The partner corrected it or sent it again',
  'settled-elsewhere': 'It is settled with the partner outside of the hub',
  'no-fault': 'There was nothing wrong',
};
const causeKeys = Object.keys(causes) as CaseCause[];

interface ResolveDialogProps {
  readonly items: readonly WorkItem[];
  readonly verbs: WorkVerbs;
  readonly onClose: () => void;
}

/** Asks with which cause cases are resolved. */
export function ResolveDialog({ items, verbs, onClose }: ResolveDialogProps) {
  const [cause, setCause] = useState<CaseCause>();
  const [note, setNote] = useState('');
  const cases = items.flatMap(({ work }) => work.cases);
  const [only] = cases;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (cause === undefined) return;
    void verbs.resolve(items, cause, note.trim());
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={cases.length === 1 ? 'Resolve the case' : `Resolve ${cases.length} cases`}>
      <Form className={classes.form} onSubmit={submit}>
        <div className={classes.lead}>
          <b>{cases.length === 1 ? only?.title : 'All of them with the same cause'}</b>
          <p>Nothing is sent and nothing is tried again: what it is about leaves the list of what waits.</p>
        </div>
        <Radio.Group
          label="What became of it?"
          value={cause ?? ''}
          onChange={(value) => setCause(value as CaseCause)}
          withAsterisk={false}
        >
          <div className={classes.causes}>
            {causeKeys.map((key, nth) => (
              <Radio
                key={key}
                value={key}
                label={causes[key]}
                size="sm"
                {...(nth === 0 && { 'data-autofocus': true })}
              />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label="Note"
          description="For colleagues; it stays with the case."
          autosize
          minRows={2}
          maxRows={6}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <FormButtons label="Resolve" busy={false} disabled={cause === undefined} onClose={onClose} />
      </Form>
    </Modal>
  );
}
