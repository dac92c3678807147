import type { Surroundings } from '../surroundings.ts';
import { type Environment, type Identities, identitiesOf } from './identity/identity.ts';

/** What sending and receiving get from outside. */
export interface Around extends Pick<Surroundings, 'egress' | 'keys' | 'now' | 'newId' | 'limitBytes'> {
  /** Where receipts for us go, such as `https://hub.example/as2`. */
  receiptUrl(): string;
  /** How long a body may make no headway. */
  readonly patienceMs: number;
}

export const identitiesIn = (around: Around, environment: Environment): Promise<Identities> =>
  identitiesOf(around.keys, environment, around.now());
