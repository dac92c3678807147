import { ActionIcon, Button, Menu, TextInput } from '@mantine/core';
import { IconDots, IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { TemporaryPassword, User } from '../../lib/contract.ts';
import { rolesText } from '../../lib/roles.ts';
import { absoluteTime } from '../../lib/time.ts';
import { Panel } from '../../ui/panel.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { SecretOnce } from '../../ui/secret-once.tsx';
import { Failed, Loading, Nothing } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { tellProblem } from '../../ui/undo.tsx';
import classes from './people.module.css';
import { type PeopleChanges, usePeopleChanges, useUsers } from './people-query.ts';
import { AddPerson, ChangeRoles } from './person-form.tsx';

/** So many fit on a screen. */
const manyPeople = 12;

interface PeoplePanelProps {
  readonly organization: { readonly id: string; readonly name: string };
  readonly side: 'team' | 'partner';
  /** Whether the reader may change anything. */
  readonly mayChange: boolean;
  /** The reader. */
  readonly self: string;
}

function PersonState({ user }: { readonly user: User }) {
  if (user.state === 'disabled') return <Tag tone="slate">Disabled</Tag>;
  if (user.temporaryUntil === undefined) return null;
  if (Date.parse(user.temporaryUntil) > Date.now())
    return (
      <Tag tone="amber" title={`The temporary password is good until ${absoluteTime(user.temporaryUntil)}`}>
        Has yet to choose a password
      </Tag>
    );
  return <Tag tone="red">Temporary password is over: give a new one</Tag>;
}

function PersonMenu({
  user,
  isSelf,
  changes,
  onRoles,
  onHanded,
}: {
  readonly user: User;
  readonly isSelf: boolean;
  readonly changes: PeopleChanges;
  readonly onRoles: () => void;
  readonly onHanded: (made: TemporaryPassword) => void;
}) {
  const onError = tellProblem;
  const disable = useMutation({ mutationFn: changes.disable, onError });
  const enable = useMutation({ mutationFn: changes.enable, onError });
  const reset = useMutation({ mutationFn: changes.resetPassword, onSuccess: onHanded, onError });
  const factors = useMutation({ mutationFn: changes.removeFactors, onError });
  return (
    <Menu position="bottom-end" width={270} withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`Change ${user.name}`}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onRoles}>Change roles</Menu.Item>
        {user.state !== 'disabled' && !isSelf && (
          <>
            <Menu.Item onClick={() => reset.mutate(user)}>Give a temporary password</Menu.Item>
            <Menu.Item onClick={() => factors.mutate(user)}>Phone lost: remove second factors</Menu.Item>
          </>
        )}
        {user.state === 'disabled' ? (
          <Menu.Item onClick={() => enable.mutate(user)}>Enable again</Menu.Item>
        ) : isSelf ? (
          <Menu.Item renderRoot={(props) => <Link to="/account" {...props} />}>My password and sessions</Menu.Item>
        ) : (
          <Menu.Item color="red" onClick={() => disable.mutate(user)}>
            Disable, and end all sessions
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function Person({
  user,
  isSelf,
  menu,
}: {
  readonly user: User;
  readonly isSelf: boolean;
  readonly menu: React.ReactNode;
}) {
  return (
    <li data-off={user.state === 'disabled' || undefined}>
      <div className={classes.words}>
        <div className={classes.head}>
          <b>{user.name}</b>
          {isSelf && <span className={classes.faint}>you</span>}
          <PersonState user={user} />
        </div>
        <span className={classes.faint}>{user.email}</span>
      </div>
      <span className={classes.roles}>{rolesText(user.roles)}</span>
      <span className={classes.when}>
        {user.lastSignInAt === undefined ? (
          'never signed in'
        ) : (
          <>
            signed in <RelativeTime at={user.lastSignInAt} />
          </>
        )}
      </span>
      <span className={classes.menu}>{menu}</span>
    </li>
  );
}

/** Who may sign in for an organisation, and what each may do. */
export function PeoplePanel({ organization, side, mayChange, self }: PeoplePanelProps) {
  const { data, isPending, error, refetch } = useUsers(organization.id);
  const changes = usePeopleChanges(organization.id);
  const [adding, setAdding] = useState(false);
  const [roles, setRoles] = useState<User>();
  const [handed, setHanded] = useState<TemporaryPassword>();
  const [words, setWords] = useState('');
  const users = data?.users ?? [];
  const shown = users.filter(({ name, email }) =>
    `${name} ${email}`.toLowerCase().includes(words.trim().toLowerCase()),
  );
  const add = (
    <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
      Add a person
    </Button>
  );
  return (
    <Panel
      title="People"
      note={
        users.length > 0
          ? `${organization.name}, ${users.length === 1 ? '1 person' : `${users.length} people`}`
          : undefined
      }
      action={mayChange && add}
    >
      {isPending && <Loading lines={5} label="Loading the people" />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data !== undefined && users.length === 0 && (
        <Nothing
          icon={<IconUsersGroup size={20} stroke={1.7} />}
          title={`Nobody of ${organization.name} can sign in yet`}
          action={mayChange && add}
        >
          {mayChange
            ? 'Invite or add the first person as admin; they bring their colleagues in themselves.'
            : 'An admin of the team adds the first person.'}
        </Nothing>
      )}
      {users.length > manyPeople && (
        <div className={classes.find}>
          <TextInput
            type="search"
            size="xs"
            aria-label="Find a person"
            placeholder="Name or e-mail"
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          {shown.length < users.length && (
            <span className={classes.faint} role="status">
              {shown.length} of {users.length}
            </span>
          )}
        </div>
      )}
      <ul className={classes.rows} aria-label={`People of ${organization.name}`}>
        {shown.map((user) => (
          <Person
            key={user.id}
            user={user}
            isSelf={user.id === self}
            menu={
              mayChange && (
                <PersonMenu
                  user={user}
                  isSelf={user.id === self}
                  changes={changes}
                  onRoles={() => setRoles(user)}
                  onHanded={setHanded}
                />
              )
            }
          />
        ))}
      </ul>
      {adding && (
        <AddPerson
          side={side}
          changes={changes}
          onClose={() => setAdding(false)}
          onAdded={(made) => {
            setAdding(false);
            setHanded(made);
          }}
        />
      )}
      {roles !== undefined && (
        <ChangeRoles user={roles} side={side} changes={changes} onClose={() => setRoles(undefined)} />
      )}
      {handed !== undefined && (
        <SecretOnce
          title={`Temporary password of ${handed.user.name}`}
          secret={handed.password}
          label="password"
          onClose={() => setHanded(undefined)}
        >
          <p>
            It is shown only now. Hand it over yourself: {handed.user.name} signs in as {handed.user.email} and has to
            choose another one.
          </p>
          <p>Good until {absoluteTime(handed.until)}.</p>
        </SecretOnce>
      )}
    </Panel>
  );
}
