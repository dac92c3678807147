import type { Finding } from '../../finding.ts';
import { fault } from '../fault.ts';
import type { Delimiters } from '../model.ts';
import { isBlank, isContinuation, isLetterOrDigit, isWordByte } from './byte-kinds.ts';
import {
  FIXED_SEPARATORS,
  findFixedHeader,
  ISA_BYTES,
  ISA_WIDTHS,
  isFixedHeader,
  LOOSE_BYTES,
} from './fixed-header.ts';
import { closesPlainly, closing } from './header-end.ts';
import { latin1, type Tape } from './tape.ts';

/** Nothing beyond this tells anything of a header: its elements, what follows it, and the line after it. */
const REACH_BYTES = 2048;

/** What the ISA segment says: places (on the tape) of its sixteen separators, its end, and the delimiters it declares. */
export interface Header {
  readonly start: number;
  /** Place of the segment terminator. */
  readonly end: number;
  readonly separators: readonly number[];
  readonly delimiters: Delimiters;
  /** The delimiters can be read by; else only the header itself is known. */
  readonly usable: boolean;
  /** Line breaks stand inside the header. */
  readonly wrapped: boolean;
  readonly findings: readonly Finding[];
}

/** Whether the bytes at hand tell all that `readHeader` wants to know of the ISA segment at `start`. */
export function isHeaderAtHand(bytes: Uint8Array, start: number): boolean {
  if (bytes.length - start >= REACH_BYTES) return true;
  return isFixedHeader(bytes, start) && closesPlainly(bytes, start + ISA_BYTES - 2, bytes[start + 3]!);
}

/** Reads the ISA segment at `start` of the tape; a finding in its place when it is cut. */
export function readHeader({ bytes, origin }: Tape, start: number): Header | Finding {
  const fixed = isFixedHeader(bytes, start);
  const separators = fixed ? FIXED_SEPARATORS.map((at) => start + at) : separatorsOf(bytes, start);
  if (separators.length < 16) return incomplete(bytes, origin, start, separators);
  const after = separators[15]! + 1;
  const { component, terminator } = closing(bytes, start, after, bytes[start + 3]!);
  const cut = !fixed && findFixedHeader(bytes, start + 3, terminator) >= 0;
  if (cut || terminator >= bytes.length) return incomplete(bytes, origin, start, separators);
  return assemble(bytes, origin, start, separators, component, terminator);
}

function separatorsOf(bytes: Uint8Array, start: number): number[] {
  const separator = bytes[start + 3];
  const places: number[] = [];
  if (separator === undefined) return places;
  const limit = Math.min(bytes.length, start + LOOSE_BYTES);
  for (let at = start + 3; at < limit && places.length < 16; at += 1) {
    if (bytes[at] !== separator) continue;
    if (places.length > 0 && startsFollower(bytes, places[places.length - 1]! + 1, at)) break;
    places.push(at);
  }
  return places;
}

/** An "element" such as `~GS` shows that the header ended early and the next segment has begun. */
function startsFollower(bytes: Uint8Array, from: number, to: number): boolean {
  const match = /[^A-Za-z0-9 ]\s*(GS|TA1|IEA)$/.exec(latin1(bytes, from, to));
  return match !== null;
}

function assemble(
  bytes: Uint8Array,
  origin: number,
  start: number,
  separators: number[],
  component: number,
  terminator: number,
): Header {
  const head = latin1(bytes, start, terminator);
  const wrapped = /[\r\n]/.test(head);
  const value = (element: number): string => {
    const from = separators[element - 1]! + 1 - start;
    const to = element < 16 ? separators[element]! - start : component < 0 ? from : head.length;
    const text = head.slice(from, to);
    return wrapped ? text.replace(/[\r\n]+/g, '') : text;
  };
  const char = (at: number) => (at < 0 ? '' : String.fromCharCode(bytes[at]!));
  const version = value(12);
  const repetition = repetitionOf(value(11), version);
  const delimiters: Delimiters = {
    element: char(start + 3),
    component: componentOf(char(component), char(start + 3), char(terminator)),
    terminator: wholeTerminator(bytes, terminator),
    ...(repetition === undefined ? {} : { repetition }),
  };
  const usable = isUsable(delimiters);
  const header = { start, end: terminator, separators, delimiters, usable };
  const findings = headerFaults(head, origin, header, value);
  return { ...header, wrapped, findings };
}

/** The terminator as text, one character per byte: a character of UTF-8 has several. */
function wholeTerminator(bytes: Uint8Array, at: number): string {
  if (bytes[at]! < 0xc2) return String.fromCharCode(bytes[at]!);
  let end = at + 1;
  while (end < at + 4 && isContinuation(bytes[end])) end += 1;
  return latin1(bytes, at, end);
}

function repetitionOf(isa11: string, version: string): string | undefined {
  const number = Number.parseInt(version, 10);
  if (!(number >= 402) || isa11.length !== 1 || isWordByte(isa11.charCodeAt(0))) return undefined;
  return isa11;
}

/** The component separator, or '' where what is declared cannot be one. */
function componentOf(declared: string, element: string, terminator: string): string {
  if (declared === '' || declared === element || declared === terminator) return '';
  const code = declared.charCodeAt(0);
  return isWordByte(code) || isBlank(code) ? '' : declared;
}

function isUsable({ element, terminator }: Delimiters): boolean {
  const code = terminator.charCodeAt(0);
  return terminator !== element && !isLetterOrDigit(code) && code !== 32;
}

type Shape = Pick<Header, 'start' | 'end' | 'separators' | 'delimiters' | 'usable'>;

function headerFaults(head: string, origin: number, header: Shape, value: (element: number) => string): Finding[] {
  const { delimiters, start, end } = header;
  const found: Finding[] = [];
  const place = { segment: 'ISA', offset: origin + start, end: origin + end, said: head };
  if (!header.usable || delimiters.component === '') {
    const said = `element ${show(delimiters.element)}, component ${show(value(16))}, terminator ${show(delimiters.terminator)}`;
    found.push(
      fault('x12.interchange.delimiters', {
        ...place,
        element: 16,
        said,
        expected: 'three different characters that are neither letter, digit nor blank',
        explanation: header.usable
          ? 'ISA16 does not declare a component separator that can be used; the interchange was read without one. Declare one, such as >.'
          : 'The ISA segment declares delimiters that cannot be used, so the interchange could not be read. Choose others, such as * > ~.',
        ack: { ta105: delimiterNote(header) },
      }),
    );
  }
  const wide = ISA_WIDTHS.findIndex((width, index) => value(index + 1).length !== width);
  if (wide >= 0) {
    found.push(
      fault('x12.interchange.header-width', {
        ...place,
        element: wide + 1,
        said: value(wide + 1),
        expected: `${ISA_WIDTHS[wide]} characters`,
        corrected: ofFixedWidth(delimiters, value),
        explanation: `ISA${String(wide + 1).padStart(2, '0')} has ${value(wide + 1).length} characters where the ISA segment needs exactly ${ISA_WIDTHS[wide]}; pad it with blanks (numbers with zeros).`,
      }),
    );
  }
  return found;
}

/** TA105 of delimiters that cannot be used: 027 where only the component separator cannot, 026 where the element separator is the terminator too. */
function delimiterNote({ usable, delimiters: { element, terminator } }: Shape): string {
  if (usable) return '027';
  return element === terminator ? '026' : '004';
}

/** The ISA segment with each value in its width; undefined where one is too long. */
function ofFixedWidth({ element, component }: Delimiters, value: (element: number) => string): string | undefined {
  const values = ISA_WIDTHS.map((width, index) => {
    if (index === 15) return component === '' ? '>' : component;
    const text = value(index + 1).trim();
    return index === 12 ? text.padStart(width, '0') : text.padEnd(width);
  });
  const fits =
    values.every((text, index) => text.length === ISA_WIDTHS[index]) && new Set([element, values[15]]).size === 2;
  return fits ? ['ISA', ...values].join(element) : undefined;
}

/** The note that line breaks were found inside segments; `end` is where the interchange ends. */
export function wrappedNote(end: number): Finding {
  return fault('x12.interchange.wrapped', {
    offset: end,
    end,
    explanation:
      'Line breaks stand inside segments; they were taken out of the values. Break lines only after a segment terminator.',
  });
}

function incomplete(bytes: Uint8Array, origin: number, start: number, separators: readonly number[]): Finding {
  const end = Math.min(bytes.length, start + ISA_BYTES);
  return fault('x12.interchange.header-incomplete', {
    segment: 'ISA',
    element: Math.max(1, separators.length),
    offset: origin + start,
    end: origin + end,
    said: latin1(bytes, start, end),
    expected: 'sixteen elements, 106 characters with the terminator',
    explanation: `The ISA segment stops in element ${Math.max(1, separators.length)} of 16, so sender, receiver and delimiters are not known and no acknowledgement can be addressed. Send the whole interchange again.`,
  });
}

function show(char: string): string {
  if (char === '') return 'missing';
  const code = char.charCodeAt(0);
  return code > 32 && code < 127 ? char : `0x${code.toString(16).padStart(2, '0')}`;
}
