import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { OdooConnection } from '../../lib/contract.ts';
import { Form } from '../../ui/form.tsx';
import { AccessFields, TestButton, TestResult, useAccess } from './access-form.tsx';
import classes from './odoo.module.css';
import type { OdooChanges } from './odoo-query.ts';

/** Another key for a connection, and another login or address where they changed too. The old key is not shown: nobody can read it. */
export function ReplaceKey({
  connection,
  changes,
  onClose,
}: {
  readonly connection: OdooConnection;
  readonly changes: OdooChanges;
  readonly onClose: () => void;
}) {
  const { url, database, login } = connection;
  const [tried, setTried] = useState(false);
  const save = useMutation({ mutationFn: changes.replaceKey, onSuccess: onClose });
  const { access, test, isComplete, change } = useAccess({ url, database, login, apiKey: '' }, save);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    test.reset();
    if (isComplete) save.mutate(access);
  };
  const onTest = () => {
    setTried(true);
    save.reset();
    if (isComplete) test.mutate(access);
  };
  return (
    <Modal opened onClose={onClose} title={`New key for ${connection.name}`} centered size="lg">
      <Form className={classes.form} noValidate onSubmit={submit}>
        <AccessFields access={access} onChange={change} tried={tried} error={save.error ?? test.error} fixedDatabase />
        <TestResult test={test} />
        <div className={classes.buttons}>
          <Button type="submit" loading={save.isPending}>
            Replace the key
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
