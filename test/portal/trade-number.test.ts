import { expect, test } from 'vitest';
import { tradeNumber } from '../../portal/src/lib/trade-number.ts';

test.each([
  ['12-345-6789', '123456789'],
  [' 4012345 00000 9 ', '4012345000009'],
  ['cpwk', 'CPWK'],
])('a number of the trade is taken as people paste it: %s', (pasted, number) => {
  expect(tradeNumber(pasted)).toBe(number);
});
