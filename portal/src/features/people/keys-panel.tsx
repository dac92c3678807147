import { Button, Modal } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiKey, Environment, NewApiKey } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { SecretOnce } from '../../ui/secret-once.tsx';
import { Failed, Loading, Nothing } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { AddKey, scopeWords, triedOn } from './key-form.tsx';
import classes from './people.module.css';
import { type PeopleChanges, useApiKeys, usePeopleChanges } from './people-query.ts';

const states = {
  active: undefined,
  ending: { tone: 'amber', label: 'Ends soon: create its successor' },
  expired: { tone: 'red', label: 'Ended' },
  revoked: { tone: 'slate', label: 'Revoked' },
} as const;

function Key({ apiKey, onRevoke }: { readonly apiKey: ApiKey; readonly onRevoke: (() => void) | undefined }) {
  const state = states[apiKey.state];
  return (
    <li data-off={apiKey.state === 'revoked' || undefined}>
      <div className={classes.words}>
        <div className={classes.head}>
          <b>{apiKey.name}</b>
          <span className={classes.code}>{apiKey.prefix}…</span>
          {state !== undefined && <Tag tone={state.tone}>{state.label}</Tag>}
        </div>
        <span className={classes.faint}>{apiKey.scopes.map((scope) => scopeWords[scope]).join(' · ')}</span>
      </div>
      <span className={classes.when}>
        {apiKey.revokedAt !== undefined ? (
          <>
            revoked <RelativeTime at={apiKey.revokedAt} />
          </>
        ) : (
          <>
            {apiKey.state === 'expired' ? 'ended' : 'ends'} <RelativeTime at={apiKey.expiresAt} />
          </>
        )}
      </span>
      <span className={classes.when}>
        {apiKey.lastUsedAt === undefined ? (
          'never used'
        ) : (
          <>
            used <RelativeTime at={apiKey.lastUsedAt} />
          </>
        )}
      </span>
      <span className={classes.menu}>
        {onRevoke !== undefined && (
          <Button
            variant="subtle"
            color="red"
            size="compact-xs"
            aria-label={`Revoke ${apiKey.name}`}
            onClick={onRevoke}
          >
            Revoke
          </Button>
        )}
      </span>
    </li>
  );
}

function ConfirmRevoke({
  apiKey,
  changes,
  onClose,
}: {
  readonly apiKey: ApiKey;
  readonly changes: PeopleChanges;
  readonly onClose: () => void;
}) {
  const revoke = useMutation({ mutationFn: changes.revokeKey, onSuccess: onClose });
  return (
    <Modal opened onClose={onClose} title={`Revoke ${apiKey.name}?`} centered>
      <div className={classes.form}>
        <ProblemList error={revoke.error} />
        <p>
          Whatever calls with <span className={classes.code}>{apiKey.prefix}…</span> is refused from now on
          {apiKey.lastUsedAt === undefined ? '; it was never used' : ''}. This cannot be undone: create another key
          instead.
        </p>
        {apiKey.lastUsedAt !== undefined && (
          <p>
            It was last used <RelativeTime at={apiKey.lastUsedAt} />.
          </p>
        )}
        <div className={classes.buttons}>
          <Button color="red" loading={revoke.isPending} onClick={() => revoke.mutate(apiKey)}>
            Revoke
          </Button>
          <Button variant="default" data-autofocus onClick={onClose}>
            Keep it
          </Button>
        </div>
      </div>
    </Modal>
  );
}

/** What the machines of a partner call with, in the environment on screen. */
export function KeysPanel({
  organization,
  environment,
  mayChange,
}: {
  readonly organization: { readonly id: string; readonly name: string };
  readonly environment: Environment;
  readonly mayChange: boolean;
}) {
  const { data, isPending, error, refetch } = useApiKeys(organization.id, environment);
  const changes = usePeopleChanges(organization.id);
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<NewApiKey>();
  const [revoking, setRevoking] = useState<ApiKey>();
  const keys = data?.apiKeys ?? [];
  const add = (
    <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
      Create a key
    </Button>
  );
  return (
    <Panel
      title="API keys"
      note={`for ${environment}; by their beginning, the rest is not kept`}
      action={mayChange && add}
    >
      {isPending && <Loading lines={4} label="Loading the keys" />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data !== undefined && keys.length === 0 && (
        <Nothing
          icon={<IconKey size={20} stroke={1.7} />}
          title={`No key for ${environment} yet`}
          action={mayChange && add}
        >
          A machine of {organization.name} needs one to send documents and to pick up what waits.
        </Nothing>
      )}
      <ul className={classes.rows} aria-label="API keys">
        {keys.map((apiKey) => (
          <Key
            key={apiKey.id}
            apiKey={apiKey}
            onRevoke={mayChange && apiKey.state !== 'revoked' ? () => setRevoking(apiKey) : undefined}
          />
        ))}
      </ul>
      {adding && (
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
