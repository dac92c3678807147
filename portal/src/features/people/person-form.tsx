import { Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Role, TemporaryPassword, User } from '../../lib/contract.ts';
import { Form } from '../../ui/form.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { RoleChoice } from '../../ui/role-choice.tsx';
import classes from './people.module.css';
import type { PeopleChanges } from './people-query.ts';

const names = { name: 'Name', email: 'E-mail', roles: 'Roles' };
// What the sign-in form takes.
const isEmail = (text: string) => /^[^\s@]+@[^\s@]+$/.test(text);

/** Adds a person; answers the temporary password to show. */
export function AddPerson({
  side,
  changes,
  onAdded,
  onClose,
}: {
  readonly side: 'team' | 'partner';
  readonly changes: PeopleChanges;
  readonly onAdded: (made: TemporaryPassword) => void;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<Role[]>([]);
  const [tried, setTried] = useState(false);
  const add = useMutation({ mutationFn: changes.add, onSuccess: onAdded });
  const wrong = {
    name: name.trim() === '' && 'Enter the name',
    email: !isEmail(email.trim()) && 'Enter an address such as lena@company.example',
    roles: roles.length === 0 && 'Choose at least one role',
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!wrong.name && !wrong.email && !wrong.roles) add.mutate({ name: name.trim(), email: email.trim(), roles });
  };
  return (
    <Modal opened onClose={onClose} title="Add a person" centered>
      <Form className={classes.form} noValidate onSubmit={submit}>
        <ProblemList error={add.error} names={names} />
        <TextInput
          label="Name"
          data-autofocus
          maxLength={120}
          value={name}
          error={tried && wrong.name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label="E-mail"
          description="They sign in with it. You hand over the password yourself; an invite goes by mail instead."
          type="email"
          maxLength={254}
          value={email}
          error={tried && wrong.email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <RoleChoice side={side} value={roles} onChange={setRoles} />
        {tried && wrong.roles && (
          <p className={classes.wrong} role="alert">
            {wrong.roles}
          </p>
        )}
        <FormButtons label="Add" busy={add.isPending} onClose={onClose} />
      </Form>
    </Modal>
  );
}

/** Other roles for a person. */
export function ChangeRoles({
  user,
  side,
  changes,
  onClose,
}: {
  readonly user: User;
  readonly side: 'team' | 'partner';
  readonly changes: PeopleChanges;
  readonly onClose: () => void;
}) {
  const [roles, setRoles] = useState<Role[]>(user.roles);
  const save = useMutation({ mutationFn: () => changes.setRoles(user, roles), onSuccess: onClose });
  return (
    <Modal opened onClose={onClose} title={`Roles of ${user.name}`} centered>
      <Form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <ProblemList error={save.error} names={names} />
        <RoleChoice side={side} value={roles} onChange={setRoles} />
        <FormButtons label="Save" busy={save.isPending} disabled={roles.length === 0} onClose={onClose} />
      </Form>
    </Modal>
  );
}
