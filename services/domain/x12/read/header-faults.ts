import type { Finding } from '../../finding.ts';
import { fault } from '../fault.ts';
import type { Delimiters } from '../model.ts';
import { isContinuation } from './byte-kinds.ts';
import { ISA_BYTES, ISA_WIDTHS } from './fixed-header.ts';
import { latin1 } from './tape.ts';

/** What the ISA segment says, as `readHeader` found it; places on the tape. */
interface ReadHeader {
  readonly start: number;
  readonly end: number;
  readonly separators: readonly number[];
  readonly delimiters: Delimiters;
  readonly usable: boolean;
  /** The segment as text, one character per byte. */
  readonly head: string;
  /** Offset of the tape in the document. */
  readonly origin: number;
  /** Place of the component separator, -1 where there is none of one byte. */
  readonly component: number;
  readonly terminatorAt: number;
  /** Blanks stand before the terminator. */
  readonly isPadded: boolean;
  readonly value: (element: number) => string;
}

/** Faults of the form of an ISA segment: its delimiters, and the widths of its elements. */
export function headerFaults(header: ReadHeader): Finding[] {
  const found: Finding[] = [];
  const { delimiters, usable, isPadded } = header;
  if (!usable || delimiters.component === '') found.push(delimiterFault(header));
  else if (isPadded) found.push(paddedTerminator(header));
  if (asUtf8(delimiters.terminator) !== undefined) found.push(wideTerminator(header));
  const wide = ISA_WIDTHS.findIndex((width, index) => lengthOf(header, index + 1) !== width);
  if (wide >= 0) found.push(widthFault(header, wide + 1));
  return found;
}

/** An element separator of several bytes: no value of the segment is known for certain. */
export function wideSeparator(bytes: Uint8Array, origin: number, start: number): Finding {
  const end = Math.min(bytes.length, start + ISA_BYTES);
  let to = start + 4;
  while (isContinuation(bytes[to])) to += 1;
  const char = asUtf8(latin1(bytes, start + 3, to)) ?? latin1(bytes, start + 3, to);
  return fault('x12.interchange.delimiters', {
    segment: 'ISA',
    offset: origin + start + 3,
    end: origin + to,
    received: asUtf8(latin1(bytes, start, end)) ?? latin1(bytes, start, end),
    expected: 'an element separator of one byte, such as *',
    explanation: `The element separator is "${char}", which has ${to - start - 3} bytes in UTF-8, so the interchange could not be read. Save the file as Latin-1, or use a separator of ASCII such as *.`,
  });
}

/** A value of several bytes per character as the text that it is in UTF-8; undefined where it is none. */
function asUtf8(text: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is no ASCII is meant
  if (/^[\x00-\x7f]*$/.test(text)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'));
  } catch {
    return undefined;
  }
}

/** The declared component separator, where it is a character of several bytes that cannot be one. */
function wideComponent({ component, separators, terminatorAt, head, start }: ReadHeader): string | undefined {
  const from = separators[15]! + 1 - start;
  return component < 0 && terminatorAt - start > from ? asUtf8(head.slice(from).trim()) : undefined;
}

function placeOf({ origin, start, separators, end, head }: ReadHeader, element: number) {
  const from = separators[element - 1]! + 1;
  const to = element < 16 ? separators[element]! : end;
  const received = head.slice(from - start, to - start);
  return { segment: 'ISA', element, offset: origin + from, end: origin + to, received: asUtf8(received) ?? received };
}

function delimiterFault(header: ReadHeader): Finding {
  const { delimiters, usable, value } = header;
  const wide = wideComponent(header);
  const component = wide ?? value(16);
  const received = `element ${show(delimiters.element)}, component ${show(component)}, terminator ${show(delimiters.terminator)}`;
  return fault('x12.interchange.delimiters', {
    ...placeOf(header, 16),
    received,
    expected: 'three different characters that are neither letter, digit nor blank',
    explanation: !usable
      ? 'The ISA segment declares delimiters that cannot be used, so the interchange could not be read. Choose others, such as * > ~.'
      : wide !== undefined
        ? `ISA16 is "${wide}", which has several bytes in UTF-8; the interchange was read without a component separator. Save the file as Latin-1, or declare a separator of ASCII such as >.`
        : 'ISA16 does not declare a component separator that can be used; the interchange was read without one. Declare one, such as >.',
    ack: { ta105: delimiterNote(header) },
  });
}

/** TA105 of delimiters that cannot be used: 027 where only the component separator cannot, 026 where the element separator is the terminator too. */
function delimiterNote({ usable, delimiters: { element, terminator } }: ReadHeader): string {
  if (usable) return '027';
  return element === terminator ? '026' : '004';
}

/** A terminator without the blanks before it. */
const bare = (terminator: string): string => terminator.replace(/^ +/, '');

function paddedTerminator({ origin, component, terminatorAt, delimiters }: ReadHeader): Finding {
  return fault('x12.interchange.terminator-blank', {
    segment: 'ISA',
    offset: origin + component + 1,
    end: origin + terminatorAt,
    expected: `${show(bare(delimiters.terminator))} directly after ISA16`,
    explanation: `A blank stands between ISA16 and the segment terminator ${show(bare(delimiters.terminator))}; the interchange was read as if it were not there. Write the terminator directly after the last element.`,
  });
}

function wideTerminator({ origin, terminatorAt, delimiters: { terminator } }: ReadHeader): Finding {
  return fault('x12.interchange.terminator-bytes', {
    segment: 'ISA',
    offset: origin + terminatorAt,
    end: origin + terminatorAt + terminator.length,
    expected: 'a segment terminator of one byte, such as ~',
    explanation: `The segment terminator is "${asUtf8(terminator)}", which has ${terminator.length} bytes in UTF-8; the interchange was read by it. Other readers may not: save the file as Latin-1, or use a terminator of ASCII such as ~.`,
  });
}

/** How many bytes an element has; a component separator that is known to be wrong is not measured again. */
function lengthOf(header: ReadHeader, element: number): number {
  return element === 16 && wideComponent(header) !== undefined ? 1 : header.value(element).length;
}

function widthFault(header: ReadHeader, element: number): Finding {
  const { delimiters, value } = header;
  const width = ISA_WIDTHS[element - 1]!;
  const text = value(element);
  const decoded = asUtf8(text);
  const name = `ISA${String(element).padStart(2, '0')}`;
  const padding = 'pad it with blanks (numbers with zeros)';
  const explanation =
    decoded === undefined
      ? `${name} has ${characters(text.length)} where the ISA segment needs exactly ${width}; ${text.length < width ? padding : 'shorten it'}.`
      : `${name} has ${characters(decoded.length)} in ${text.length} bytes, as "${decoded.trim()}" is written in UTF-8, where the ISA segment needs exactly ${width} bytes; it was read by counting elements. Use letters of ASCII, or save the file as Latin-1.`;
  return fault('x12.interchange.header-width', {
    ...placeOf(header, element),
    received: decoded ?? text,
    expected: decoded === undefined ? characters(width) : `${width} bytes`,
    corrected: decoded === undefined ? ofFixedWidth(delimiters, value) : undefined,
    explanation,
  });
}

const characters = (count: number): string => (count === 1 ? '1 character' : `${count} characters`);

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

/** A delimiter in a sentence. */
function show(text: string): string {
  if (text === '') return 'missing';
  const wide = asUtf8(text);
  if (wide !== undefined) return wide;
  if (text.length === 1 && text.charCodeAt(0) > 0xa0) return text;
  const code = text.charCodeAt(0);
  return text.length === 1 && (code <= 32 || code >= 127) ? `0x${code.toString(16).padStart(2, '0')}` : text;
}
