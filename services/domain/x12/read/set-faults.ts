import type { Finding } from '../../finding.ts';
import { fault } from '../fault.ts';
import { quote, withElement } from './envelope-place.ts';
import { type Source, shortText } from './tape.ts';
import { firstSegmentOf, type PlacedSet } from './views.ts';

const NONE: readonly Finding[] = [];
/** Marks of a segment with two elements: its start, two separators, its end. */
const TWO_ELEMENTS = 4;

/** Faults of the SE at `last` against the ST at `first` of the tape. */
export function setTrailerFaults(source: Source, first: number, last: number): readonly Finding[] {
  if (trailerFits(source, first, last)) return NONE;
  const { tape } = source;
  const st = tape.starts[first]!;
  const se = tape.starts[last]!;
  const position = last - first + 1;
  const counted = elementText(source, se, tape.starts[last + 1]!, 1);
  const closing = elementText(source, se, tape.starts[last + 1]!, 2);
  const opening = elementText(source, st, tape.starts[first + 1]!, 2);
  const found: Finding[] = [];
  const offset = tape.origin + tape.marks[se]!;
  const end = tape.origin + tape.marks[tape.starts[last + 1]! - 1]!;
  const glue = source.delimiters.element;
  const place = { segment: 'SE', position, offset, end, corrected: `SE${glue}${position}${glue}${opening}` };
  if (closing !== opening) {
    const explanation = `SE02 is ${quote(closing)} but ST02 is ${quote(opening)}. Write the same control number in both.`;
    found.push(
      fault('x12.set.control-mismatch', {
        ...place,
        element: 2,
        received: closing,
        expected: opening,
        explanation,
        ack: { ak502: '3' },
      }),
    );
  }
  if (!/^\d+$/.test(counted) || Number(counted) !== position) {
    const explanation = `SE01 says ${quote(counted)} but the set has ${position} segments, ST and SE included. Check that none was lost.`;
    found.push(
      fault('x12.set.segment-count', {
        ...place,
        element: 1,
        received: counted,
        expected: String(position),
        explanation,
        ack: { ak502: '4' },
      }),
    );
  }
  return found;
}

/** The usual case, decided without making a string: SE01 is the number of segments and SE02 the bytes of ST02. */
function trailerFits({ tape }: Source, first: number, last: number): boolean {
  const { bytes, marks, starts } = tape;
  const st = starts[first]!;
  const se = starts[last]!;
  if (starts[first + 1]! - st < TWO_ELEMENTS || starts[last + 1]! - se !== TWO_ELEMENTS) return false;
  let count = 0;
  const countEnd = marks[se + 2]!;
  if (countEnd - marks[se + 1]! > 10) return false;
  for (let at = marks[se + 1]! + 1; at < countEnd; at += 1) {
    const digit = bytes[at]! - 48;
    if (digit < 0 || digit > 9) return false;
    count = count * 10 + digit;
  }
  if (count !== last - first + 1) return false;
  let here = marks[st + 2]! + 1;
  const end = marks[st + 3]!;
  let there = countEnd + 1;
  if (end - here !== marks[se + 3]! - there) return false;
  while (here < end) if (bytes[here++] !== bytes[there++]) return false;
  return true;
}

/** The control numbers that a group has used. They mostly rise, and then need no table. */
export class ControlNumbers {
  readonly #numbers: number[] = [];
  #highest = -1;
  #table: Set<number> | undefined;
  #texts: Set<string> | undefined;

  /** Takes a control number; true when it was there before. */
  repeats(control: string): boolean {
    if (!isDigits(control) || control.length > 12) {
      this.#texts ??= new Set();
      if (this.#texts.has(control)) return true;
      this.#texts.add(control);
      return false;
    }
    // 0001 and 00001 are different control numbers.
    const number = Number(control) * 16 + control.length;
    if (number > this.#highest) this.#highest = number;
    else {
      this.#table ??= new Set(this.#numbers);
      if (this.#table.has(number)) return true;
    }
    this.#numbers.push(number);
    this.#table?.add(number);
    return false;
  }
}

/** Faults of a set's identifier and control number; `repeated` says that the number was used before in the group. */
export function setIdentityFaults(set: PlacedSet, repeated: boolean): readonly Finding[] {
  const { code, control } = set;
  const length = control.length;
  if (length >= 4 && length <= 9 && code.length === 3 && !repeated && isDigits(code)) return NONE;
  const found: Finding[] = [];
  const st = firstSegmentOf(set.place);
  const [offset, end] = st.range;
  const place = { segment: 'ST', position: 1, offset, end };
  const separator = set.place.source.delimiters.element;
  if (!/^\d{3}$/.test(code)) {
    const explanation = `ST01 is ${quote(code)}, which names no transaction set. Write its three digits, such as 945.`;
    found.push(
      fault('x12.set.identifier', {
        ...place,
        element: 1,
        received: code,
        expected: 'three digits',
        explanation,
        corrected: /^\d{3}$/.test(code.trim()) ? withElement(st, 1, code.trim(), separator) : undefined,
        ack: { ak502: '6' },
      }),
    );
  }
  if (length < 4 || length > 9) {
    const explanation = `ST02 is ${quote(control)}; a set's control number has four to nine characters.`;
    found.push(
      fault('x12.set.control-number', {
        ...place,
        element: 2,
        received: control,
        expected: '4 to 9 characters',
        explanation,
        corrected: correctedControl(control, (meant) => withElement(st, 2, meant, separator)),
        ack: { ak502: '7' },
      }),
    );
  }
  if (repeated) {
    const explanation = `ST02 ${quote(control)} was used before in this group. Give every set of a group its own number.`;
    found.push(
      fault('x12.set.control-duplicate', {
        ...place,
        element: 2,
        received: control,
        expected: 'a number not yet used in the group',
        explanation,
        ack: { ak502: '23' },
      }),
    );
  }
  return found;
}

/** A number with too few or too many zeros in front; the SE needs the same change. */
function correctedControl(control: string, segment: (meant: string) => string): string | undefined {
  const digits = control.trim();
  if (!/^\d+$/.test(digits)) return undefined;
  const meant = digits.replace(/^0+/, '').padStart(4, '0');
  return meant.length <= 9 ? segment(meant) : undefined;
}

function elementText(source: Source, at: number, next: number, element: number): string {
  if (next - at - 2 < element) return '';
  const { marks } = source.tape;
  return shortText(source, marks[at + element]! + 1, marks[at + element + 1]!);
}

function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) < 48 || text.charCodeAt(at) > 57) return false;
  return true;
}
