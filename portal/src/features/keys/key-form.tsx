import { Checkbox, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { ApiKey, Environment, NewApiKey } from '../../lib/contract.ts';
import { Form } from '../../ui/form.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import classes from './keys.module.css';
import type { KeyChanges } from './keys-query.ts';

type Scope = ApiKey['scopes'][number];
export const scopeWords: Readonly<Record<Scope, string>> = {
  'inbox:write': 'Send documents to the inbox',
  'outbox:read': 'Pick up what waits in the outbox',
  'messages:read': 'See what became of documents',
  'events:write': 'Send events and files as JSON',
  'work:read': 'Fetch work as JSON',
};
/** What a key with these scopes can be tried on. */
export function triedOn(scopes: readonly Scope[]): string {
  if (scopes.includes('outbox:read')) return '/v1/outbox';
  return scopes.includes('messages:read')
    ? '/v1/messages'
    : '/v1/inbox --data-binary @FILE -H "Content-Type: application/edi-x12"';
}

const lives = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: '1 year' },
  { value: '730', label: '2 years' },
];

/** Creates an API key of the environment on screen; answers the key to show. */
export function AddKey({
  environment,
  changes,
  onAdded,
  onClose,
}: {
  readonly environment: Environment;
  readonly changes: KeyChanges;
  readonly onAdded: (made: NewApiKey) => void;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<Scope[]>(Object.keys(scopeWords) as Scope[]);
  const [days, setDays] = useState('365');
  const [tried, setTried] = useState(false);
  const create = useMutation({ mutationFn: changes.create, onSuccess: onAdded });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== '' && scopes.length > 0)
      create.mutate({ environment, name: name.trim(), scopes, expiresInDays: Number(days) });
  };
  return (
    <Modal opened onClose={onClose} title={`New API key for ${environment}`} centered>
      <Form className={classes.form} noValidate onSubmit={submit}>
        <ProblemList error={create.error} names={{ name: 'Name', scopes: 'Scopes' }} />
        <TextInput
          label="Name"
          description="What uses it. Messages and the audit trail show this name."
          placeholder="Warehouse system"
          data-autofocus
          maxLength={80}
          value={name}
          error={tried && name.trim() === '' && 'Enter a name'}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <fieldset className={classes.field}>
          <legend>It may</legend>
          {(Object.keys(scopeWords) as Scope[]).map((scope) => (
            <Checkbox
              key={scope}
              size="xs"
              label={scopeWords[scope]}
              description={<code>{scope}</code>}
              checked={scopes.includes(scope)}
              onChange={(event) =>
                setScopes(event.currentTarget.checked ? [...scopes, scope] : scopes.filter((one) => one !== scope))
              }
            />
          ))}
        </fieldset>
        {tried && scopes.length === 0 && (
          <p className={classes.wrong} role="alert">
            Choose at least one thing that it may do
          </p>
        )}
        <NativeSelect
          label="Ends after"
          description="Thirty days before, the team is reminded; a new key of the same name takes its place."
          data={lives}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
        <FormButtons label="Create" busy={create.isPending} onClose={onClose} />
      </Form>
    </Modal>
  );
}
