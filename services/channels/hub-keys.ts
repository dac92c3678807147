import type { HubKeyState } from '../domain/hub-key.ts';

/** A key by which the hub is known to partners, such as its SSH host key. */
export interface HubKey {
  readonly id: string;
  /** What it is for, such as `ssh-host` or `as2/production`. */
  readonly kind: string;
  /** `current`: in use. `next`: made, and not used yet. `former`: still good for what comes in. `retired`: no more. */
  readonly state: HubKeyState;
  /** What everybody may know: a public key, or a certificate with its chain. PEM. */
  readonly publicPart: string;
  /** PEM; sealed at rest, and shown to nobody. */
  readonly privatePart: string;
  readonly createdAt: Date;
  /** When it ends by itself. */
  readonly notAfter: Date | null;
}

export type NewHubKey = Pick<HubKey, 'publicPart' | 'privatePart' | 'notAfter'>;

/** The hub's own keys. Private parts never leave it. */
export interface HubKeys {
  /** All of a kind but the retired ones, newest first; at most three seconds old. */
  list(kind: string): Promise<readonly HubKey[]>;
  /** The current one; made where there is none yet, by one process alone. */
  getOrMake(kind: string, make: () => Promise<NewHubKey>): Promise<HubKey>;
  /** Adds one; where it becomes the current one, that becomes a former one. @returns its id */
  add(kind: string, key: NewHubKey, state: 'current' | 'next'): Promise<string>;
  /** Changes what one is used for; where it becomes the current one, that becomes a former one. */
  setState(kind: string, id: string, state: HubKeyState): Promise<void>;
}
