import type { Gs1KeyKind } from '../mapping/language/plan.ts';
import type { Source } from '../x12/read/tape.ts';

/** Digits that a key of each kind may have; the application identifier 00 of an SSCC is taken off before. */
const lengths: Readonly<Record<Gs1KeyKind, readonly number[]>> = { sscc: [18], gtin: [8, 12, 13, 14], gln: [13] };
const ssccLength = 18;
const zero = 48;

/**
 * Whether an element holds a key of GS1 with a right check digit, decided on its bytes. Less generous than the readers of `check-digit.ts`: blanks,
 * brackets and line breaks make a no.
 */
export function isKeyAt(kind: Gs1KeyKind, source: Source, index: number, element: number): boolean {
  const { bytes, marks, starts } = source.tape;
  const at = starts[index]!;
  let start = marks[at + element]! + 1;
  const end = marks[at + element + 1]!;
  const marked =
    kind === 'sscc' && end - start === ssccLength + 2 && bytes[start] === zero && bytes[start + 1] === zero;
  if (marked) start += 2;
  if (!lengths[kind].includes(end - start)) return false;
  let sum = 0;
  for (let place = start; place < end; place += 1) {
    const digit = bytes[place]! - zero;
    if (digit < 0 || digit > 9) return false;
    // Weights from the right: 1 for the check digit itself, then 3, 1, 3 and so on.
    sum += (end - place) % 2 === 1 ? digit : 3 * digit;
  }
  return sum % 10 === 0;
}
