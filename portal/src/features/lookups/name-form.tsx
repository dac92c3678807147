import { Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Form } from '../../ui/form.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import classes from './lookups.module.css';

const isName = (text: string) => /^[a-z][a-z0-9-]{0,39}$/.test(text);

/** Asks what a new look-up is called; it comes to be with its first entry. */
export function NameForm({
  onName,
  onClose,
}: {
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isName(name)) onName(name);
  };
  return (
    <Modal opened onClose={onClose} title="Add a look-up">
      <Form className={classes.form} noValidate onSubmit={submit}>
        <TextInput
          label="Name"
          description="As mappings ask for it: lookup: ship-to"
          placeholder="ship-to"
          data-autofocus
          value={name}
          error={name !== '' && !isName(name) && 'Small letters, digits and hyphens, a letter first'}
          onChange={(event) => setName(event.currentTarget.value.trim().toLowerCase())}
        />
        <FormButtons label="Go on" busy={false} onClose={onClose} />
      </Form>
    </Modal>
  );
}
