import type { Filter } from '../language/path.ts';
import type { Source } from '../x12/read/tape.ts';
import { codeKey } from '../x12/standard/segment-definition.ts';

/** A condition on an element of a segment, decided on the bytes of the tape. */
export interface TapeTest {
  readonly element: number;
  readonly component: number | undefined;
  /** Undefined: the value need only be there. */
  readonly keys: ReadonlySet<number> | undefined;
  readonly negated: boolean;
}

/** More characters do not fit a number without loss. */
export const longestKey = 6;

/** A filter of a path, such as `[01=ST|SH]`; undefined where one of its values is too long for a number. */
export function tapeTest({ element, component, values, negated }: Filter): TapeTest | undefined {
  if (values?.some((value) => value.length > longestKey)) return undefined;
  return { element, component, keys: values && new Set(values.map(codeKey)), negated };
}

/** Whether a segment of the tape passes all tests. */
export function passes(tests: readonly TapeTest[], source: Source, index: number): boolean {
  for (const { element, component, keys, negated } of tests) {
    const key = keyAt(source, index, element, component);
    if ((keys === undefined ? key !== 0 : keys.has(key)) === negated) return false;
  }
  return true;
}

/** A value as a number, see `codeKey`: 0 where it is empty, -1 where it has more than six characters. Blanks around it do not count. */
export function keyAt(source: Source, index: number, element: number, component: number | undefined): number {
  const { bytes, marks, starts } = source.tape;
  const at = starts[index]!;
  if (element > starts[index + 1]! - at - 2) return 0;
  let start = marks[at + element]! + 1;
  let end = marks[at + element + 1]!;
  if (component === undefined && end - start <= 2) {
    // Most codes have one or two characters.
    if (start === end) return 0;
    const head = bytes[start]!;
    const tail = bytes[end - 1]!;
    if (isPlain(head) && isPlain(tail)) return end - start === 1 ? head : head * 256 + tail;
  }
  if (component !== undefined) {
    const part = componentAt(source, start, end, component);
    if (part === undefined) return 0;
    [start, end] = part;
  }
  while (start < end && isBlank(bytes[start]!)) start += 1;
  while (end > start && isBlank(bytes[end - 1]!)) end -= 1;
  if (source.wrapped) return wrappedKey(bytes, start, end);
  if (end - start > longestKey) return -1;
  let key = 0;
  for (let place = start; place < end; place += 1) key = key * 256 + bytes[place]!;
  return key;
}

/** A number as X12 writes it; NaN for what is none, undefined for nothing. */
export function numberAt(source: Source, index: number, element: number): number | undefined {
  const { bytes, marks, starts } = source.tape;
  const at = starts[index]!;
  if (element > starts[index + 1]! - at - 2) return undefined;
  const start = marks[at + element]! + 1;
  const end = marks[at + element + 1]!;
  if (start === end) return undefined;
  const negative = bytes[start] === 45;
  let whole = 0;
  let scale = 0;
  for (let place = negative ? start + 1 : start; place < end; place += 1) {
    const byte = bytes[place]!;
    if (byte >= 48 && byte <= 57) {
      whole = whole * 10 + byte - 48;
      scale *= 10;
    } else if (byte === 46 && scale === 0) scale = 1;
    else return Number.NaN;
  }
  const value = scale > 1 ? whole / scale : whole;
  return negative ? -value : value;
}

/** Surely neither a blank nor a line break. */
function isPlain(byte: number): boolean {
  return byte > 32 && byte < 128;
}

/** The bytes that `trim` takes off. */
function isBlank(byte: number): boolean {
  return byte <= 32 ? byte === 32 || (byte >= 9 && byte <= 13) : byte === 160;
}

/** Line breaks inside a value are no part of it. */
function wrappedKey(bytes: Uint8Array, start: number, end: number): number {
  let key = 0;
  let length = 0;
  for (let place = start; place < end; place += 1) {
    const byte = bytes[place]!;
    if (byte === 10 || byte === 13) continue;
    length += 1;
    if (length > longestKey) return -1;
    key = key * 256 + byte;
  }
  return key;
}

/** The bytes of a component of the first repetition; the whole value is its own first component where there is no separator. */
export function componentAt(
  { tape, delimiters }: Source,
  start: number,
  end: number,
  component: number,
): readonly [number, number] | undefined {
  const separator = byteOf(delimiters.component);
  const repeated = byteOf(delimiters.repetition);
  let from = start;
  let nth = 1;
  for (let at = start; at <= end; at += 1) {
    const byte = at === end ? repeated : tape.bytes[at];
    if (byte !== separator && byte !== repeated && at < end) continue;
    if (nth === component) return from === at ? undefined : [from, at];
    if (byte === repeated) return undefined;
    nth += 1;
    from = at + 1;
  }
  return undefined;
}

/** A delimiter as a byte, -1 where there is none. */
export function byteOf(delimiter: string | undefined): number {
  return delimiter === undefined || delimiter === '' ? -1 : delimiter.charCodeAt(0);
}
