import { Checkbox, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Releases } from '../../lib/contract.ts';
import { Form } from '../../ui/form.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import classes from './releases.module.css';
import { useCandidates } from './releases-query.ts';

function wrongName(name: string): string | undefined {
  if (name === '') return 'Give it a name';
  if (['draft', 'production', 'sandbox'].includes(name) || /^\d+$/.test(name))
    return 'This word means something else; choose another name';
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(name)) return 'Use small letters, digits, dots and hyphens';
  return undefined;
}

/** Gives the draft as it is now a name, and lets the sandbox run it if wished. */
export function NameCandidate({
  partnerId,
  of,
  onClose,
}: {
  readonly partnerId: string;
  readonly of: Releases;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState('');
  const [isUsed, setUsed] = useState(true);
  const [tried, setTried] = useState(false);
  const save = useMutation({ mutationFn: useCandidates(partnerId, of).name, onSuccess: onClose });
  const wrong = wrongName(name);
  const isKnown = of.candidates.some((one) => one.name === name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong === undefined) save.mutate({ name, isUsed });
  };
  return (
    <Modal opened onClose={onClose} title="Make a candidate of the draft" centered>
      <Form className={classes.form} noValidate onSubmit={submit}>
        <ProblemList error={save.error} />
        <p>
          The draft as it is now gets a name. The sandbox can run it while you go on with the draft, and it can be
          released.
        </p>
        <TextInput
          label="Name"
          placeholder="spring-2027"
          data-autofocus
          maxLength={40}
          value={name}
          description={isKnown ? 'There is a candidate of this name: it becomes the draft of now.' : undefined}
          error={tried && wrong}
          onChange={(event) => setName(event.currentTarget.value.trim().toLowerCase())}
        />
        <Checkbox
          size="xs"
          label="Let the sandbox run it"
          checked={isUsed}
          onChange={(event) => setUsed(event.currentTarget.checked)}
        />
        <FormButtons label="Make it" busy={save.isPending} onClose={onClose} />
      </Form>
    </Modal>
  );
}
