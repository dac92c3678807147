import { isWordByte } from './byte-kinds.ts';

/** Widths of ISA01 to ISA16. */
export const ISA_WIDTHS = [2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1] as const;
/** Length of an ISA segment with its terminator. */
export const ISA_BYTES = 106;
/** A header that is not of fixed width is looked for no further than this. */
export const LOOSE_BYTES = 400;
/** An ISA with fewer elements than these is no header, not even one that was cut. */
const LEAST_ELEMENTS = 8;
/** Places of the sixteen separators of a fixed ISA: after the id, and after each element but the last. */
export const FIXED_SEPARATORS = ISA_WIDTHS.map(
  (_, index) => 3 + ISA_WIDTHS.slice(0, index).reduce((sum, width) => sum + width + 1, 0),
);
/**
 * True where an ISA segment of the fixed width starts: sixteen equal separators at their places, which no data imitates by chance.
 * With `open`, also where the bytes at hand stop before that can be told.
 */
export function isFixedHeader(bytes: Uint8Array, start: number, open = false): boolean {
  if (start + ISA_BYTES > bytes.length) return open && mayBeHeader(bytes, start);
  if (bytes[start] !== 73 || bytes[start + 1] !== 83 || bytes[start + 2] !== 65) return false;
  const separator = bytes[start + 3]!;
  if (isWordByte(separator)) return false;
  let at = start + 3;
  for (const width of ISA_WIDTHS) {
    if (bytes[at] !== separator) return false;
    at += width + 1;
  }
  return true;
}

function mayBeHeader(bytes: Uint8Array, start: number): boolean {
  for (let nth = 0; nth < 3; nth += 1)
    if (start + nth < bytes.length && bytes[start + nth] !== 'ISA'.charCodeAt(nth)) return false;
  const separator = bytes[start + 3];
  if (separator === undefined) return true;
  return (
    !isWordByte(separator) &&
    FIXED_SEPARATORS.every((at) => start + at >= bytes.length || bytes[start + at] === separator)
  );
}

/** A header of fixed width that starts here is not at hand as a whole. */
export function mayGoOn(bytes: Uint8Array, start: number): boolean {
  return start + ISA_BYTES > bytes.length;
}

/** True where an ISA segment may start, of fixed width or not. */
export function startsHeader(bytes: Uint8Array, start: number): boolean {
  if (bytes[start] !== 73 || bytes[start + 1] !== 83 || bytes[start + 2] !== 65) return false;
  const separator = bytes[start + 3];
  return separator === undefined || !isWordByte(separator);
}

/** Whether what begins like another interchange is a segment of this one: it has the separator of this one, and ends long before the sixteen elements of a header. */
export function isShortSegment(bytes: Uint8Array, start: number, separator: number, terminator: number): boolean {
  if (bytes[start + 3] === terminator) return true;
  if (bytes[start + 3] !== separator || isFixedHeader(bytes, start)) return false;
  let separators = 0;
  const limit = Math.min(bytes.length, start + LOOSE_BYTES);
  for (let at = start + 3; at < limit; at += 1) {
    if (bytes[at] === terminator) return separators < LEAST_ELEMENTS;
    if (bytes[at] === separator) separators += 1;
  }
  return false;
}

/** The next ISA segment of fixed width at or after `from` and before `to`, or -1; with `open`, one that may go on behind the bytes at hand counts. */
export function findFixedHeader(bytes: Uint8Array, from: number, to: number, open = false): number {
  let at = bytes.indexOf(73, from);
  while (at >= 0 && at < to) {
    if (isFixedHeader(bytes, at, open)) return at;
    at = bytes.indexOf(73, at + 1);
  }
  return -1;
}
