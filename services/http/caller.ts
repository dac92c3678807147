import type { Entry } from '../domain/identity/entry.ts';
import type { Side } from '../domain/roles.ts';
import type { ApiKey } from '../store/api-keys.ts';
import type { Actor } from '../store/audit.ts';
import type { SignedIn } from '../store/sessions.ts';

/** A person at the portal. */
export interface SessionCaller extends SignedIn {
  readonly kind: 'session';
  readonly side: Side;
  /** What `scoped` lets the caller see: its own organisation, or `*`. */
  readonly visibility: string;
  readonly tokenHash: Buffer;
  /** The operator wants a second factor of whoever has this role, and there is none. */
  readonly mustSetUpSecondFactor: boolean;
  /** For the audit trail. */
  readonly actor: string;
  readonly by: Actor;
}

/** A partner's machine. */
export interface KeyCaller extends ApiKey {
  readonly kind: 'key';
  readonly side: 'partner';
  readonly visibility: string;
  readonly actor: string;
  readonly by: Actor;
}

export type Caller = SessionCaller | KeyCaller;

export function sessionCaller(
  who: SignedIn,
  tokenHash: Buffer,
  { adminsNeedSecondFactor }: Pick<Entry, 'adminsNeedSecondFactor'>,
): SessionCaller {
  const side = who.orgKind === 'owner' ? 'team' : 'partner';
  return {
    ...who,
    kind: 'session',
    side,
    visibility: side === 'team' ? '*' : who.orgId,
    tokenHash,
    mustSetUpSecondFactor: adminsNeedSecondFactor && who.roles.includes('team-admin') && !who.hasSecondFactor,
    actor: who.email,
    by: { kind: 'person', id: who.userId },
  };
}

export function keyCaller(key: ApiKey): KeyCaller {
  return {
    ...key,
    kind: 'key',
    side: 'partner',
    visibility: key.orgId,
    actor: `API key ${key.name}`,
    by: { kind: 'api-key', id: key.id },
  };
}
