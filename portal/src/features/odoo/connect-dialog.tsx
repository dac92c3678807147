import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { OdooAccess } from '../../lib/contract.ts';
import { Form } from '../../ui/form.tsx';
import { tellDone } from '../../ui/undo.tsx';
import { AccessFields, TestButton, TestResult, useAccess } from './access-form.tsx';
import classes from './odoo.module.css';
import { useConnect } from './odoo-query.ts';
import { SendFrom } from './send-from.tsx';

const empty: OdooAccess = { url: '', database: '', login: '', apiKey: '' };

/** Connects a database of Odoo for production: tried before anything is kept. */
export function ConnectDialog({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [sendFrom, setSendFrom] = useState('');
  const [tried, setTried] = useState<'test' | 'save'>();
  const connect = useConnect();
  const save = useMutation({
    mutationFn: connect,
    onSuccess: (made) => {
      tellDone(`${made.name} is connected`);
      void navigate({ to: '/odoo/$connectionId', params: { connectionId: made.id } });
    },
  });
  const { access, test, isComplete, change } = useAccess(empty, save);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried('save');
    test.reset();
    if (isComplete && sendFrom !== '') save.mutate({ ...access, sendFrom, ...(name.trim() && { name: name.trim() }) });
  };
  const onTest = () => {
    setTried(tried ?? 'test');
    save.reset();
    if (isComplete) test.mutate(access);
  };
  return (
    <Modal opened onClose={onClose} title="Connect an Odoo for production" centered size="lg">
      <Form className={classes.form} noValidate onSubmit={submit}>
        <AccessFields access={access} onChange={change} tried={tried !== undefined} error={save.error ?? test.error} />
        <TextInput
          label="Name"
          description="What it is called here."
          placeholder={access.database === '' ? 'Odoo' : `Odoo ${access.database}`}
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <SendFrom
          value={sendFrom}
          onChange={setSendFrom}
          wrong={tried === 'save' && sendFrom === '' ? 'Choose from when on; there is no default' : undefined}
        />
        <TestResult test={test} />
        <div className={classes.buttons}>
          <Button type="submit" loading={save.isPending}>
            Connect
          </Button>
          <TestButton busy={test.isPending} onClick={onTest} />
          <Button variant="subtle" color="gray" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
