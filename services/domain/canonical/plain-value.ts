import { isExact } from '../exact-number.ts';
import type { PlacedValue } from './json-places.ts';

/** Why a value of JSON cannot be kept as it was sent; undefined where it can. */
export function faultOfValue({ value, node }: PlacedValue): string | undefined {
  if (typeof value === 'number') return faultOfNumber(value, node?.text ?? String(value));
  if (typeof value === 'string') return faultOfText(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.keys(value).map(faultOfText).find(Boolean);
}

/** PostgreSQL stores neither U+0000 nor one half of a character of UTF-16. */
function faultOfText(text: string): string | undefined {
  if (text.includes('\0')) return 'must not hold the character U+0000';
  return text.isWellFormed() ? undefined : 'must not hold one half of a character (U+D800 to U+DFFF)';
}

/** More digits than a binary number keeps, or one nearer to zero than it can be, would come out as another number. */
function faultOfNumber(value: number, written: string): string | undefined {
  if (!Number.isFinite(value)) return 'is a number too large to be kept';
  if (isExact(value, written)) return undefined;
  return Math.abs(value) < leastExact
    ? 'is a number too near to zero to be kept exactly'
    : 'is a number with more digits than are kept exactly (15)';
}

/** Below it numbers have fewer digits, the smaller the fewer. */
const leastExact = 2.3e-308;
