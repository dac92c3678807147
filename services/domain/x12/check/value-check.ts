import type { ElementDefinition } from '../standard/segment-definition.ts';
import { isDay } from './calendar.ts';

/** What is wrong with a value, as the last part of its finding's code. */
export type ValueFault =
  | 'too-short'
  | 'too-long'
  | 'character'
  | 'code-unknown'
  | 'code-unlisted'
  | 'date'
  | 'time'
  | 'too-many-components'
  | 'not-ascii';

/** The delimiters that must not occur in a simple value, as bytes; -1 where there is none. */
export interface ForbiddenBytes {
  readonly component: number;
  readonly repetition: number;
}

/** Checks the bytes of a simple value, which are not empty, against its element; undefined when all is well. */
export function valueFault(
  bytes: Uint8Array,
  start: number,
  end: number,
  element: ElementDefinition,
  forbidden: ForbiddenBytes,
): ValueFault | undefined {
  switch (element.type) {
    case 'AN':
      return textFault(bytes, start, end, element, forbidden);
    case 'ID':
      return codeFault(bytes, start, end, element, forbidden);
    case 'DT':
      return dateFault(bytes, start, end, element);
    case 'TM':
      return timeFault(bytes, start, end, element);
    case 'R':
      return numberFault(bytes, start, end, element, true);
    case 'B':
    case 'composite':
      return undefined;
    default:
      return numberFault(bytes, start, end, element, false);
  }
}

function textFault(
  bytes: Uint8Array,
  start: number,
  end: number,
  element: ElementDefinition,
  { component, repetition }: ForbiddenBytes,
): ValueFault | undefined {
  let high = false;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at]!;
    if (byte < 32 || byte === 127) return 'character';
    if (byte === component || byte === repetition) return 'too-many-components';
    if (byte > 127) high = true;
  }
  const length = high ? characters(bytes, start, end) : end - start;
  if (length < element.min) return 'too-short';
  if (length > element.max) return 'too-long';
  return high ? 'not-ascii' : undefined;
}

function codeFault(
  bytes: Uint8Array,
  start: number,
  end: number,
  element: ElementDefinition,
  forbidden: ForbiddenBytes,
): ValueFault | undefined {
  let key = 0;
  let plain = true;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at]!;
    key = key * 256 + byte;
    if (!((byte >= 65 && byte <= 90) || (byte >= 48 && byte <= 57))) plain = false;
  }
  if (element.codeKeys?.has(key)) return undefined;
  if (!plain) {
    const fault = textFault(bytes, start, end, element, forbidden);
    if (fault !== undefined && fault !== 'not-ascii') return fault;
    // A code of a list that X12 keeps has capital letters and digits only.
    return element.codes === undefined ? undefined : 'code-unknown';
  }
  const length = end - start;
  if (length < element.min) return 'too-short';
  if (length > element.max) return 'too-long';
  if (element.codes === undefined) return undefined;
  return element.partial ? 'code-unlisted' : 'code-unknown';
}

/** The length of a number leaves sign and decimal point out. */
function numberFault(
  bytes: Uint8Array,
  start: number,
  end: number,
  element: ElementDefinition,
  decimal: boolean,
): ValueFault | undefined {
  let at = start;
  let digits = 0;
  let points = 0;
  if (bytes[at] === 45) at += 1;
  for (; at < end; at += 1) {
    const byte = bytes[at]!;
    if (byte >= 48 && byte <= 57) digits += 1;
    else if (byte === 46 && decimal && points === 0) points = 1;
    else return 'character';
  }
  if (digits === 0) return 'character';
  if (digits < element.min) return 'too-short';
  return digits > element.max ? 'too-long' : undefined;
}

function dateFault(bytes: Uint8Array, start: number, end: number, element: ElementDefinition): ValueFault | undefined {
  const length = end - start;
  for (let at = start; at < end; at += 1) if (bytes[at]! < 48 || bytes[at]! > 57) return 'date';
  if (length < element.min || length > element.max || (length !== 8 && length !== 6)) return 'date';
  const day = digits(bytes, end - 2, end);
  const month = digits(bytes, end - 4, end - 2);
  const year = digits(bytes, start, end - 4) + (length === 6 ? 2000 : 0);
  return isDay(year, month, day) ? undefined : 'date';
}

function timeFault(bytes: Uint8Array, start: number, end: number, element: ElementDefinition): ValueFault | undefined {
  const length = end - start;
  for (let at = start; at < end; at += 1) if (bytes[at]! < 48 || bytes[at]! > 57) return 'time';
  if (length < 4 || length === 5 || length < element.min || length > element.max) return 'time';
  if (digits(bytes, start, start + 2) > 23 || digits(bytes, start + 2, start + 4) > 59) return 'time';
  return length > 4 && digits(bytes, start + 4, start + 6) > 59 ? 'time' : undefined;
}

function digits(bytes: Uint8Array, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at += 1) number = number * 10 + bytes[at]! - 48;
  return number;
}

/** Characters of a value with bytes beyond ASCII: as UTF-8 where it is that, else one per byte. */
function characters(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; count += 1) {
    const lead = bytes[at]!;
    const size = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    if (size === 0 || at + size > end) return end - start;
    for (let next = at + 1; next < at + size; next += 1) if ((bytes[next]! & 0xc0) !== 0x80) return end - start;
    at += size;
  }
  return count;
}
