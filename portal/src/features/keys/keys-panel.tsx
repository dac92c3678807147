import { Button } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import type { ApiKey, Environment, NewApiKey, Session } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { SecretOnce } from '../../ui/secret-once.tsx';
import { Failed, Loading, Nothing } from '../../ui/states.tsx';
import { AddKey, triedOn } from './key-form.tsx';
import { apiKeyRow, endpointRows } from './key-rows.tsx';
import classes from './keys.module.css';
import { useApiKeys, useEndpointsWithKeys, useKeyChanges } from './keys-query.ts';
import { KeysTable } from './keys-table.tsx';
import { ConfirmRevoke } from './revoke-key.tsx';

interface KeysPanelProps {
  readonly organization: { readonly id: string; readonly name: string };
  readonly environment: Environment;
  readonly side: Session['side'];
  /** Whether the reader may make and revoke API keys. */
  readonly mayKeys: boolean;
  /** Whether the reader may change endpoints. */
  readonly mayChange: boolean;
}

/** What the machines of a partner call with, in the environment on screen. */
export function ApiKeysPanel({ organization, environment, mayKeys }: KeysPanelProps) {
  const { data, isPending, error, refetch } = useApiKeys(organization.id, environment);
  const changes = useKeyChanges(organization.id);
  const [isAdding, setAdding] = useState(false);
  const [made, setMade] = useState<NewApiKey>();
  const [revoking, setRevoking] = useState<ApiKey>();
  const keys = data?.apiKeys ?? [];
  const add = (
    <Button leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
      Create a key
    </Button>
  );
  return (
    <Panel
      title="API keys"
      note={`for ${environment}; by their beginning, the rest is not kept`}
      action={mayKeys && keys.length > 0 && add}
    >
      {isPending && <Loading lines={4} label="Loading the keys" />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data !== undefined && keys.length === 0 && (
        <Nothing
          icon={<IconKey size={20} stroke={1.7} />}
          title={`No key for ${environment} yet`}
          action={mayKeys && add}
        >
          {mayKeys
            ? `A machine of ${organization.name} needs one to send documents and to pick up what waits.`
            : `A machine of ${organization.name} needs one to send documents. An admin creates it.`}
        </Nothing>
      )}
      {keys.length > 0 && (
        <KeysTable
          label="API keys"
          rows={keys.map((apiKey) => apiKeyRow(apiKey, mayKeys ? () => setRevoking(apiKey) : undefined))}
        />
      )}
      {isAdding && (
        <AddKey
          environment={environment}
          changes={changes}
          onClose={() => setAdding(false)}
          onAdded={(key) => {
            setAdding(false);
            setMade(key);
          }}
        />
      )}
      {revoking !== undefined && (
        <ConfirmRevoke apiKey={revoking} changes={changes} onClose={() => setRevoking(undefined)} />
      )}
      {made !== undefined && (
        <SecretOnce
          title={`API key ${made.apiKey.name}`}
          secret={made.key}
          label="key"
          onClose={() => setMade(undefined)}
        >
          <p>It is shown only now: the hub keeps no more than its hash. To try it:</p>
          <p>
            <code>
              curl -H "Authorization: Bearer {made.key}" {location.origin}
              {triedOn(made.apiKey.scopes)}
            </code>
          </p>
        </SecretOnce>
      )}
    </Panel>
  );
}

/** Certificates, SSH keys, passwords and other secrets of a partner's endpoints: their ends first. */
export function EndpointKeysPanel({ organization, environment, side, mayChange }: KeysPanelProps) {
  const { data, isPending, error, refetch } = useEndpointsWithKeys(organization.id, environment);
  const channels = api.useQuery('get', '/v1/channels', {}, { staleTime: Number.POSITIVE_INFINITY }).data?.channels;
  const rows = (data?.endpoints ?? []).flatMap((endpoint) =>
    endpointRows(
      endpoint,
      channels?.find(({ name }) => name === endpoint.channel),
      { side, mayChange },
    ),
  );
  return (
    <Panel title="Certificates, SSH keys and secrets" note={`of the endpoints in ${environment}`}>
      {isPending && <Loading lines={4} label="Loading the certificates" />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data !== undefined && rows.length === 0 && (
        <p className={classes.note}>None: no endpoint in {environment} needs a certificate, a key or a password.</p>
      )}
      {rows.length > 0 && <KeysTable label="Certificates, SSH keys and secrets" rows={rows} />}
    </Panel>
  );
}
