import { Modal, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../lib/api.ts';
import type { As2Identity, Environment } from '../../lib/contract.ts';
import { Form } from '../../ui/form.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { TestReport } from '../../ui/test-report.tsx';
import classes from './identity.module.css';
import type { IdentityChanges } from './identity-query.ts';

/** Tries an identity with a partner: a small text, signed with it, and what the partner says of it. */
export function Rehearse({
  identity,
  environment,
  changes,
  onClose,
}: {
  readonly identity: As2Identity;
  readonly environment: Environment;
  readonly changes: IdentityChanges;
  readonly onClose: () => void;
}) {
  const { data } = api.useQuery('get', '/v1/partners');
  const [chosen, setChosen] = useState('');
  const partnerId = chosen === '' ? (data?.partners[0]?.id ?? '') : chosen;
  const endpoints = api.useQuery(
    'get',
    '/v1/partners/{partnerId}/endpoints',
    { params: { path: { partnerId }, query: { environment } } },
    { enabled: partnerId !== '' },
  ).data?.endpoints;
  const able = endpoints?.filter(({ channel }) => channel === 'as2') ?? [];
  const [named, setNamed] = useState('');
  const endpointId = able.find(({ id }) => id === named)?.id ?? able[0]?.id ?? '';
  const rehearse = useMutation({ mutationFn: () => changes.rehearse(identity, { partnerId, endpointId }) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (endpointId !== '') rehearse.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={`Rehearse ${identity.name}`} size="lg">
      <Form className={classes.form} noValidate onSubmit={submit}>
        <ProblemList error={rehearse.error} />
        <p className={classes.faint}>
          A small text, signed with it, is sent to the partner. It holds no document; their system says whether it takes
          the signature.
        </p>
        <NativeSelect
          label="Partner"
          data={data?.partners.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          value={partnerId}
          onChange={(event) => {
            setChosen(event.currentTarget.value);
            rehearse.reset();
          }}
        />
        {able.length > 1 && (
          <NativeSelect
            label="Endpoint"
            data={able.map(({ id, name }) => ({ value: id, label: name }))}
            value={endpointId}
            onChange={(event) => setNamed(event.currentTarget.value)}
          />
        )}
        {endpoints !== undefined && able.length === 0 && (
          <p className={classes.wrong}>This partner has no AS2 endpoint in {environment}. Choose another one.</p>
        )}
        {rehearse.data !== undefined && <TestReport name={identity.name} report={rehearse.data} />}
        <FormButtons label="Send it" busy={rehearse.isPending} disabled={endpointId === ''} onClose={onClose} />
      </Form>
    </Modal>
  );
}
