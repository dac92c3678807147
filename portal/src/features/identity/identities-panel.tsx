import { Button } from '@mantine/core';
import { IconCertificate, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { As2Identity, Environment } from '../../lib/contract.ts';
import { Ending } from '../../ui/ending.tsx';
import { LongText } from '../../ui/long-text.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Copyable } from '../../ui/small.tsx';
import { Failed, Loading, Nothing } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { AddIdentity } from './add-identity.tsx';
import { ConfirmRetire, ConfirmSwitch } from './confirm-identity.tsx';
import classes from './identity.module.css';
import { useIdentities, useIdentityChanges } from './identity-query.ts';
import { Rehearse } from './rehearse.tsx';

const states = {
  current: { tone: 'green', word: 'In use', means: 'We sign with it, and open what is encrypted for it.' },
  next: {
    tone: 'accent',
    word: 'Next',
    means:
      'Partners see it beside the present one, and what is encrypted for it is opened. Rehearse it with them, then switch.',
  },
  former: { tone: 'slate', word: 'Former', means: 'What is still encrypted for it is opened, until it is retired.' },
} as const;

type Asked = { readonly what: 'switch' | 'retire' | 'rehearse'; readonly identity: As2Identity };

function Identity({
  identity,
  onAsk,
}: {
  readonly identity: As2Identity;
  readonly onAsk: ((asked: Asked) => void) | undefined;
}) {
  const { state, name, key, issuer, fingerprint, validUntil, certificate } = identity;
  const { tone, word, means } = states[state];
  const ask = (what: Asked['what']) => () => onAsk?.({ what, identity });
  return (
    <li>
      <div className={classes.head}>
        <b>{name}</b>
        <Tag tone={tone}>{word}</Tag>
        <span className={classes.faint}>
          {key}
          {issuer !== name && `, issued by ${issuer}`}
        </span>
        <span className={classes.end}>
          valid until <Ending at={validUntil} />
        </span>
      </div>
      <p className={classes.words}>{means}</p>
      <p className={classes.words}>
        <span className={classes.faint}>SHA-256</span> <Copyable value={fingerprint} label="the fingerprint" />
      </p>
      <details className={classes.more}>
        <summary>Certificate, for partners</summary>
        <LongText label={`Certificate of ${name}`} text={certificate} />
      </details>
      {onAsk !== undefined && (
        <div className={classes.buttons}>
          {state !== 'former' && (
            <Button variant="default" aria-label={`Rehearse with a partner: ${name}`} onClick={ask('rehearse')}>
              Rehearse with a partner
            </Button>
          )}
          {state === 'next' && (
            <Button variant="default" aria-label={`Switch to it: ${name}`} onClick={ask('switch')}>
              Switch to it
            </Button>
          )}
          {state !== 'current' && (
            <Button variant="subtle" color="red" aria-label={`Retire ${name}`} onClick={ask('retire')}>
              Retire
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** How partners know our AS2: the certificate in use, the next one and former ones, with the way from one to the other. */
export function IdentitiesPanel({
  environment,
  mayChange,
}: {
  readonly environment: Environment;
  readonly mayChange: boolean;
}) {
  const { data, isPending, error, refetch } = useIdentities(environment);
  const changes = useIdentityChanges(environment);
  const [isAdding, setAdding] = useState(false);
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const identities = data?.identities ?? [];
  const hasNext = identities.some(({ state }) => state === 'next');
  const add = (
    <Button leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
      {identities.length === 0 ? 'Make or upload one' : 'Prepare the next one'}
    </Button>
  );
  return (
    <Panel
      title="Our AS2 identity"
      note={`in ${environment}; private keys never leave the hub`}
      action={mayChange && identities.length > 0 && !hasNext && add}
    >
      {isPending && <Loading lines={5} label="Loading our AS2 identity" />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data !== undefined && identities.length === 0 && (
        <Nothing icon={<IconCertificate size={20} stroke={1.7} />} title="None yet" action={mayChange && add}>
          The first one is made by itself when a partner gets an AS2 endpoint. Make one now to choose its name, or
          upload what partners know already.
        </Nothing>
      )}
      <ul className={classes.identities} aria-label="Our AS2 identities">
        {identities.map((identity) => (
          <Identity key={identity.id} identity={identity} onAsk={mayChange ? setAsked : undefined} />
        ))}
      </ul>
      {isAdding && <AddIdentity isFirst={identities.length === 0} changes={changes} onClose={() => setAdding(false)} />}
      {asked?.what === 'switch' && <ConfirmSwitch identity={asked.identity} changes={changes} onClose={close} />}
      {asked?.what === 'retire' && <ConfirmRetire identity={asked.identity} changes={changes} onClose={close} />}
      {asked?.what === 'rehearse' && (
        <Rehearse identity={asked.identity} environment={environment} changes={changes} onClose={close} />
      )}
    </Panel>
  );
}
