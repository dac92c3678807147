import { describe, it } from 'vitest';
import { inputOf } from '../../fuzz/input.ts';
import { searcher } from '../../fuzz/search.ts';
import { textOf } from './support.ts';

// `npm run fuzz` looks further: 200,000 inputs.
const INPUTS = 2000;
const SEED = 20260131;

describe('any input at all', () => {
  it('is read whole and in pieces alike, checked, mapped, shown and answered without a throw, and every answer is without a fault; mappings, guides and rules are refused with places or run', () => {
    const search = searcher(8);
    for (let input = 0; input < INPUTS; input += 1) {
      try {
        search(SEED, input);
      } catch (error) {
        const { kind, name, bytes } = inputOf(SEED, input);
        throw new Error(`input ${input} (${kind} ${name}): ${JSON.stringify(textOf(bytes))}`, { cause: error });
      }
    }
  }, 600_000);
});
