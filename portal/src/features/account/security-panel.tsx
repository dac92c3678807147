import { ActionIcon, Button, Menu, TextInput } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Passkey, Security } from '../../lib/contract.ts';
import { Form } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { tellProblem } from '../../ui/undo.tsx';
import classes from './account.module.css';
import { AskPassword, ConfirmApp, ShowCodes } from './security-dialogs.tsx';
import { type Shown, useRename, useSecurity, type Wish } from './security-query.ts';

/** Second factor, passkeys and the address that one signs in with. */
export function SecurityPanel({ email, isNeeded }: { readonly email: string; readonly isNeeded: boolean }) {
  const { data, isPending, error, refetch } = useSecurity();
  const [wish, setWish] = useState<Wish>();
  const [shown, setShown] = useState<Shown>();
  return (
    <Panel title="How you sign in">
      {isPending && <Loading lines={4} label="Loading how you sign in" />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data !== undefined && !data.hasPassword && (
        <p className={classes.block}>
          You sign in by single sign-on. Password and second factors are those of the sign-on; nothing of them is kept
          here.
        </p>
      )}
      {data?.hasPassword && <Ways security={data} email={email} isNeeded={isNeeded} onWish={setWish} />}
      {wish !== undefined && (
        <AskPassword
          wish={wish}
          email={email}
          onClose={() => setWish(undefined)}
          onDone={(result) => {
            setWish(undefined);
            setShown(result);
          }}
        />
      )}
      {shown?.kind === 'app' && (
        <ConfirmApp
          app={shown}
          onDone={(codes) => setShown({ kind: 'codes', codes })}
          onClose={() => setShown(undefined)}
        />
      )}
      {shown?.kind === 'codes' && <ShowCodes codes={shown.codes} onClose={() => setShown(undefined)} />}
    </Panel>
  );
}

function Way({
  title,
  state,
  children,
  action,
}: {
  title: string;
  state?: ReactNode;
  children: ReactNode;
  action: ReactNode;
}) {
  return (
    <li>
      <div className={classes.words}>
        <div className={classes.head}>
          <b>{title}</b>
          {state}
        </div>
        <span className={classes.faint}>{children}</span>
      </div>
      {action}
    </li>
  );
}

const button = (label: string, onClick: () => void) => (
  <Button size="xs" variant="default" onClick={onClick}>
    {label}
  </Button>
);

function Ways({
  security: { totp, passkeys },
  email,
  isNeeded,
  onWish,
}: {
  readonly security: Security;
  readonly email: string;
  readonly isNeeded: boolean;
  readonly onWish: (wish: Wish) => void;
}) {
  const few = totp !== undefined && totp.recoveryCodesLeft < 4;
  return (
    <>
      {isNeeded && (
        <p className={classes.needed} role="alert">
          The operator of this hub wants a second factor of admins. Set up an app or a passkey; everything else waits
          until then.
        </p>
      )}
      <ul className={classes.rows} aria-label="Ways to sign in">
        <Way title="E-mail" action={button('Change', () => onWish({ kind: 'email', email: '' }))}>
          {email}
        </Way>
        <Way
          title="Authenticator app"
          state={totp !== undefined && <Tag tone="green">On</Tag>}
          action={
            totp === undefined ? (
              button('Set up', () => onWish({ kind: 'app' }))
            ) : (
              <Menu position="bottom-end" withinPortal>
                <Menu.Target>
                  <ActionIcon variant="subtle" color="gray" aria-label="Change the authenticator app">
                    <IconDots size={16} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => onWish({ kind: 'codes' })}>Get new recovery codes</Menu.Item>
                  <Menu.Item color="red" onClick={() => onWish({ kind: 'remove-app' })}>
                    Remove the app
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            )
          }
        >
          {totp === undefined ? (
            'A code from your phone is asked for as well as the password'
          ) : (
            <>
              since <RelativeTime at={totp.since} /> · {totp.recoveryCodesLeft} of 10 recovery codes left
              {few && '; get new ones'}
            </>
          )}
        </Way>
        <Way title="Passkeys" action={button('Add a passkey', () => onWish({ kind: 'passkey', name: '' }))}>
          {passkeys.length === 0
            ? 'Sign in with fingerprint, face or a security key, without the password'
            : 'Each signs you in without the password'}
        </Way>
        {passkeys.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} onWish={onWish} />
        ))}
      </ul>
    </>
  );
}

function PasskeyRow({ passkey, onWish }: { readonly passkey: Passkey; readonly onWish: (wish: Wish) => void }) {
  const { id, name, createdAt, lastUsedAt } = passkey;
  const [draft, setDraft] = useState<string>();
  const rename = useRename();
  if (draft !== undefined)
    return (
      <li className={classes.inner}>
        <Form
          className={classes.inline}
          onSubmit={(event) => {
            event.preventDefault();
            if (draft.trim() !== '')
              rename.mutate({ id, name: draft.trim() }, { onSuccess: () => setDraft(undefined), onError: tellProblem });
          }}
        >
          <TextInput
            size="xs"
            aria-label="Name of the passkey"
            autoFocus
            maxLength={80}
            value={draft}
            onChange={(event) => setDraft(event.currentTarget.value)}
          />
          <Button size="xs" type="submit" loading={rename.isPending}>
            Save
          </Button>
          <Button size="xs" variant="default" onClick={() => setDraft(undefined)}>
            Cancel
          </Button>
        </Form>
      </li>
    );
  return (
    <li className={classes.inner}>
      <div className={classes.words}>
        <div className={classes.head}>
          <b>{name}</b>
        </div>
        <span className={classes.faint}>
          added <RelativeTime at={createdAt} />
          {lastUsedAt === undefined ? (
            ' · never used'
          ) : (
            <>
              {' · '}used <RelativeTime at={lastUsedAt} />
            </>
          )}
        </span>
      </div>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`Change the passkey ${name}`}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setDraft(name)}>Rename</Menu.Item>
          <Menu.Item color="red" onClick={() => onWish({ kind: 'remove-passkey', id, name })}>
            Remove
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
