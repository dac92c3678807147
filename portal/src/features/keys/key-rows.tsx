import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ApiKey, Channel, Endpoint, Session, Told } from '../../lib/contract.ts';
import { fieldsOf, inSentence } from '../../lib/setting-fields.ts';
import { Ending } from '../../ui/ending.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Copyable } from '../../ui/small.tsx';
import { Tag } from '../../ui/tag.tsx';
import { scopeWords } from './key-form.tsx';
import classes from './keys.module.css';

/** A line of the table. */
export interface KeyRow {
  readonly id: string;
  readonly what: ReactNode;
  readonly of: ReactNode;
  readonly since?: string | undefined;
  readonly ends?: ReactNode;
  readonly used?: ReactNode;
  readonly action?: ReactNode;
  /** No longer good for anything. */
  readonly isOff?: boolean;
}

function KeyEnd({ apiKey }: { readonly apiKey: ApiKey }) {
  if (apiKey.revokedAt === undefined) return <Ending at={apiKey.expiresAt} />;
  return (
    <>
      <Tag tone="slate">Revoked</Tag> <RelativeTime at={apiKey.revokedAt} />
    </>
  );
}

/** The line of an API key. @param onRevoke undefined where the reader may not */
export function apiKeyRow(apiKey: ApiKey, onRevoke: (() => void) | undefined): KeyRow {
  const { id, name, prefix, scopes, createdAt, lastUsedAt, state } = apiKey;
  return {
    id,
    what: (
      <>
        <b>{name}</b> <span className={classes.code}>{prefix}…</span>
        <span className={classes.kind}>API key: {scopes.map((scope) => inSentence(scopeWords[scope])).join(', ')}</span>
      </>
    ),
    of: 'the API',
    since: createdAt,
    ends: (
      <>
        <KeyEnd apiKey={apiKey} />
        {state === 'ending' && <span className={classes.kind}>create its successor</span>}
      </>
    ),
    used: lastUsedAt === undefined ? 'never' : <RelativeTime at={lastUsedAt} />,
    isOff: state === 'revoked' || state === 'expired',
    ...(onRevoke !== undefined &&
      state !== 'revoked' && {
        action: (
          <Button variant="subtle" color="red" size="compact-xs" aria-label={`Revoke ${name}`} onClick={onRevoke}>
            Revoke
          </Button>
        ),
      }),
  };
}

interface Reader {
  readonly side: Session['side'];
  readonly mayChange: boolean;
}

/** What ends is called by the beginning of its fingerprint, which is a fact of the same endpoint. */
const isAbout = (what: string, { value }: Pick<Told, 'value'>) =>
  value.length > 11 && what.includes(value.slice(0, 11));

/** What proves who is who at an endpoint: what ends by itself, what is known of it, and secrets by their names. */
export function endpointRows(endpoint: Endpoint, channel: Channel | undefined, reader: Reader): readonly KeyRow[] {
  const { id, name, title, expires, facts, secrets, secretsSince, lastExchange, setUpBy } = endpoint;
  const fields = channel === undefined ? [] : fieldsOf(channel.schema);
  const isOwn = reader.mayChange && (setUpBy === 'both' || reader.side === 'team');
  const rest = {
    of: (
      <Link to="/channels/$endpointId" params={{ endpointId: id }}>
        {name}
      </Link>
    ),
    used: lastExchange === undefined ? 'never' : <RelativeTime at={lastExchange.at} />,
  };
  const action = (what: string) =>
    isOwn && (
      <Button
        variant="default"
        size="compact-xs"
        aria-label={`Replace ${what} of ${name}`}
        renderRoot={(props) => <Link to="/channels/$endpointId/settings" params={{ endpointId: id }} {...props} />}
      >
        Replace
      </Button>
    );
  const ending: KeyRow[] = expires.map(({ what, at }) => {
    const fact = facts.find((one) => isAbout(what, one));
    return {
      ...{ ...rest, id: `${id} ${what}`, ends: <Ending at={at} />, action: action(what) },
      since: fact?.since,
      what: (
        <>
          <b>{what}</b>
          <span className={classes.kind}>
            {title} {fact !== undefined && <Copyable value={fact.value} label={inSentence(fact.label)} />}
          </span>
        </>
      ),
    };
  });
  const known: KeyRow[] = facts
    .filter((one) => one.multiline !== true && !expires.some(({ what }) => isAbout(what, one)))
    .map(({ label, value, since }) => ({
      ...{ ...rest, id: `${id} ${label} ${value}`, since, action: action(label) },
      what: (
        <>
          <b>{label}</b> <Copyable value={value} label={label} />
          <span className={classes.kind}>{title}</span>
        </>
      ),
    }));
  const sealed: KeyRow[] = secrets.map((one) => {
    const label = fields.find((field) => field.name === one)?.title ?? one;
    return {
      ...{ ...rest, id: `${id} ${one}`, since: secretsSince[one], action: action(label) },
      what: (
        <>
          <b>{label}</b>
          <span className={classes.kind}>{title}; shown to nobody</span>
        </>
      ),
    };
  });
  return [...ending, ...known, ...sealed];
}
