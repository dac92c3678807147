import { createPrivateKey, type X509Certificate } from 'node:crypto';
import type { EndpointIdentity } from '../../channel.ts';
import type { HubKey, HubKeys } from '../../hub-keys.ts';
import { certificatesIn } from '../certificates.ts';
import type { Signer } from '../cms/signed-data.ts';
import { makeIdentity } from './make-identity.ts';

export type Environment = EndpointIdentity['environment'];

/** Kind of the keys by which partners know our AS2. */
export const keyKind = (environment: Environment): string => `as2/${environment}`;

/** A key of ours with its certificate, as it signs and as messages are encrypted for it. */
export interface Identity extends Signer {
  readonly id: string;
  readonly state: HubKey['state'];
}

const opened = new WeakMap<HubKey, Identity>();

export function identityOf(key: HubKey): Identity {
  const found = opened.get(key);
  if (found) return found;
  const [certificate, ...chain] = certificatesIn(key.publicPart);
  if (!certificate) throw new Error(`The key ${key.id} has no certificate.`);
  const made = { id: key.id, state: key.state, key: createPrivateKey(key.privatePart), certificate, chain };
  opened.set(key, made);
  return made;
}

/** Who we are for partners in an environment: made by itself where there is nothing yet. */
export interface Identities {
  /** What we sign with. */
  readonly current: Identity;
  /** Made, and shown to partners already. */
  readonly next: Identity | undefined;
  /** All that messages for us may be encrypted for: the current one, the next one and former ones. */
  readonly all: readonly Identity[];
}

export async function identitiesOf(keys: HubKeys, environment: Environment, now: Date): Promise<Identities> {
  const kind = keyKind(environment);
  const current = await keys.getOrMake(kind, () => makeIdentity({ name: `Crossdock AS2 ${environment}`, now }));
  const others = (await keys.list(kind)).filter(({ id }) => id !== current.id).map(identityOf);
  return {
    current: identityOf(current),
    next: others.find(({ state }) => state === 'next'),
    all: [identityOf(current), ...others],
  };
}

/** The certificate with its chain, as partners get it. */
export const pemOf = ({ certificate, chain }: Pick<Identity, 'certificate' | 'chain'>): string =>
  [certificate, ...chain].map((one: X509Certificate) => one.toString()).join('');
