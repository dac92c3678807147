import { Modal, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Form } from '../../ui/form.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import classes from './go-live.module.css';

interface WithReasonProps {
  readonly title: string;
  readonly children: ReactNode;
  /** What the button does. */
  readonly label: string;
  readonly ask: string;
  /** Has to be typed, where it is not taken back. */
  readonly name?: string;
  readonly onClose: () => void;
  readonly work: (reason: string, name: string) => Promise<unknown>;
}

/** A step that somebody will want to know the reason of. */
export function WithReason({ title, children, label, ask, name, onClose, work }: WithReasonProps) {
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const run = useMutation({ mutationFn: () => work(reason.trim(), typed), onSuccess: onClose });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={title} centered>
      <Form className={classes.form} noValidate onSubmit={submit}>
        <ProblemList error={run.error} />
        {children}
        <Textarea
          label={ask}
          data-autofocus
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {name !== undefined && (
          <TextInput
            label={`Type the name to confirm: ${name}`}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        <FormButtons
          label={label}
          busy={run.isPending}
          disabled={reason.trim() === '' || (name !== undefined && typed !== name)}
          onClose={onClose}
        />
      </Form>
    </Modal>
  );
}
