import { fileURLToPath } from 'node:url';
import { readProfile } from '../../services/store/catalog.ts';
import { inputFrom } from './mutate.ts';
import { probe } from './probe.ts';
import { pickFrom } from './random.ts';

const partners = fileURLToPath(new URL('../../partners/', import.meta.url));

/** The numbers that make one input and all that is done with it. */
const seedOf = (seed: number, input: number) => Math.imul(seed, 0x9e3779b1) + Math.imul(input, 0x85ebca6b);

/** The bytes of an input; the same in every run. */
export const bytesOfInput = (seed: number, input: number): Uint8Array => inputFrom(pickFrom(seedOf(seed, input)));

/** Makes one input and throws where something does not hold. */
export function searcher(streamEvery: number): (seed: number, input: number) => void {
  const profiles = ['standard-carrier', 'standard-3pl'].map((name) => readProfile(`${partners}${name}`));
  const documents = profiles.flatMap((profile) => profile.documents);
  const mappings = documents.flatMap(({ compiled }) => (compiled?.direction === 'inbound' ? [compiled] : []));
  return (seed, input) => {
    const pick = pickFrom(seedOf(seed, input));
    probe(inputFrom(pick), pick, { mappings, streamEvery });
  };
}
