import { describe, it } from 'vitest';
import { bytesOfInput, searcher } from '../../fuzz/search.ts';
import { textOf } from './support.ts';

// `npm run fuzz` looks further: 200,000 inputs.
const INPUTS = 2500;
const SEED = 20260131;

describe('any input at all', () => {
  it('is read whole and in pieces alike, checked, mapped, shown and answered without a throw, and every answer is without a fault', () => {
    const search = searcher(8);
    for (let input = 0; input < INPUTS; input += 1) {
      try {
        search(SEED, input);
      } catch (error) {
        const text = JSON.stringify(textOf(bytesOfInput(SEED, input)));
        throw new Error(`input ${input}: ${text}`, { cause: error });
      }
    }
  }, 60_000);
});
