import type { Finding } from '../../finding.ts';
import { fault } from '../fault.ts';
import type { Delimiters } from '../model.ts';
import { isBlank, isContinuation, isLetterOrDigit, isWordByte } from './byte-kinds.ts';
import { FIXED_SEPARATORS, findFixedHeader, ISA_BYTES, isFixedHeader, LOOSE_BYTES } from './fixed-header.ts';
import { closesPlainly, closing } from './header-end.ts';
import { headerFaults, wideSeparator } from './header-faults.ts';
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
  if (bytes[start + 3]! >= 0xc2 && isContinuation(bytes[start + 4])) return wideSeparator(bytes, origin, start);
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
  const isPadded = component >= 0 && terminator > component + 1 && head.endsWith(' ');
  const last = isPadded ? head.trimEnd().length : head.length;
  const value = (element: number): string => {
    const from = separators[element - 1]! + 1 - start;
    const to = element < 16 ? separators[element]! - start : component < 0 ? from : last;
    const text = head.slice(from, to);
    return wrapped ? text.replace(/[\r\n]+/g, '') : text;
  };
  const padded = isPadded && isPaddedThroughout(bytes, start, terminator);
  const end = padded ? terminator - 1 : terminator;
  const char = (at: number) => (at < 0 ? '' : String.fromCharCode(bytes[at]!));
  const version = value(12);
  const element = char(start + 3);
  const separator = componentOf(char(component), element, char(terminator));
  const repetition = repetitionOf(value(11), version, [element, separator, char(terminator)]);
  const delimiters: Delimiters = {
    element,
    component: separator,
    terminator: padded ? latin1(bytes, end, terminator + 1) : wholeTerminator(bytes, terminator),
    ...(repetition === undefined ? {} : { repetition }),
  };
  const usable = isUsable(delimiters);
  const header = { start, end, separators, delimiters, usable };
  const findings = headerFaults({ ...header, head, origin, component, terminatorAt: terminator, isPadded, value });
  return { ...header, wrapped, findings };
}

/** The terminator as text, one character per byte: a character of UTF-8 has several. */
function wholeTerminator(bytes: Uint8Array, at: number): string {
  if (bytes[at]! < 0xc2) return String.fromCharCode(bytes[at]!);
  let end = at + 1;
  while (end < at + 4 && isContinuation(bytes[end])) end += 1;
  return latin1(bytes, at, end);
}

/** The two segments behind the header end with a blank before their terminator too: the blank belongs to the terminator. */
function isPaddedThroughout(bytes: Uint8Array, start: number, terminator: number): boolean {
  const reach = Math.min(bytes.length, start + REACH_BYTES);
  let at = terminator;
  for (let nth = 0; nth < 2; nth += 1) {
    at = bytes.indexOf(bytes[terminator]!, at + 1);
    if (at < 0 || at >= reach || bytes[at - 1] !== bytes[terminator - 1]) return false;
  }
  return true;
}

/** The repetition separator, where one is declared that is none of the other delimiters. */
function repetitionOf(isa11: string, version: string, others: readonly string[]): string | undefined {
  const number = Number.parseInt(version, 10);
  if (!(number >= 402) || isa11.length !== 1 || isWordByte(isa11.charCodeAt(0))) return undefined;
  return others.includes(isa11) ? undefined : isa11;
}

/** The component separator, or '' where what is declared cannot be one. */
function componentOf(declared: string, element: string, terminator: string): string {
  if (declared === '' || declared === element || declared === terminator) return '';
  const code = declared.charCodeAt(0);
  return isWordByte(code) || isBlank(code) ? '' : declared;
}

function isUsable({ element, terminator }: Delimiters): boolean {
  const code = terminator.trimStart().charCodeAt(0) || terminator.charCodeAt(0);
  return terminator !== element && !isLetterOrDigit(code) && code !== 32;
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
    received: latin1(bytes, start, end),
    expected: 'sixteen elements, 106 characters with the terminator',
    explanation: `The ISA segment stops in element ${Math.max(1, separators.length)} of 16, so sender, receiver and delimiters are not known and no acknowledgement can be addressed. Send the whole interchange again.`,
  });
}
