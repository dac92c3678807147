import type { Side } from '../domain/roles.ts';
import type { ApiKey } from '../store/api-keys.ts';
import type { Actor } from '../store/audit.ts';
import type { SignedIn } from '../store/sessions.ts';

/** A person at the portal. */
export interface SessionCaller extends SignedIn {
  readonly kind: 'session';
  readonly side: Side;
  /** What `scoped` lets the caller see: its own organisation, or `*`. */
  readonly sight: string;
  readonly tokenHash: Buffer;
  /** For the audit trail. */
  readonly actor: string;
  readonly by: Actor;
}

/** A partner's machine. */
export interface KeyCaller extends ApiKey {
  readonly kind: 'key';
  readonly side: 'partner';
  readonly sight: string;
  readonly actor: string;
  readonly by: Actor;
}

export type Caller = SessionCaller | KeyCaller;

export function sessionCaller(who: SignedIn, tokenHash: Buffer): SessionCaller {
  const side = who.orgKind === 'owner' ? 'team' : 'partner';
  return {
    ...who,
    kind: 'session',
    side,
    sight: side === 'team' ? '*' : who.orgId,
    tokenHash,
    actor: who.email,
    by: { kind: 'person', id: who.userId },
  };
}

export function keyCaller(key: ApiKey): KeyCaller {
  return {
    ...key,
    kind: 'key',
    side: 'partner',
    sight: key.orgId,
    actor: `API key ${key.name}`,
    by: { kind: 'api-key', id: key.id },
  };
}
