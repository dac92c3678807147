import { byteText } from '../../lib/bytes.ts';

export interface RawLine {
  /** Place of the line's first byte. */
  readonly offset: number;
  readonly text: string;
  /** What ends the line and would not be seen, as signs. */
  readonly ending: string;
  readonly hex?: string;
}

const isaSize = 106;
const longest = 400;
const signs: Readonly<Record<string, string>> = { '\r': 'CR', '\n': 'LF' };
const perHexLine = 16;

/** The byte that ends a segment, read from the ISA; the newline where there is none. */
function terminatorOf(text: string): string {
  return text.startsWith('ISA') && text.length >= isaSize ? text.charAt(isaSize - 1) : '\n';
}

/** Lines end after a segment; line breaks that follow belong to the line and show as signs. */
export function textLines(bytes: Uint8Array): readonly RawLine[] {
  const text = byteText(bytes);
  const terminator = terminatorOf(text);
  const lines: RawLine[] = [];
  let at = 0;
  while (at < text.length) {
    const found = text.indexOf(terminator, at);
    let end = Math.min(found === -1 ? text.length : found + 1, at + longest);
    while (end < text.length && (text[end] === '\r' || text[end] === '\n') && end - at < longest) end += 1;
    const whole = text.slice(at, end);
    const seen = whole.replace(/[\r\n]+$/, '');
    const ending = [...whole.slice(seen.length)].map((char) => signs[char] ?? '').join(' ');
    lines.push({ offset: at, text: visible(seen), ending });
    at = end;
  }
  return lines;
}

/** Sixteen bytes a line, as pairs and as characters. */
export function hexLines(bytes: Uint8Array): readonly RawLine[] {
  const lines: RawLine[] = [];
  for (let offset = 0; offset < bytes.length; offset += perHexLine) {
    const part = bytes.subarray(offset, offset + perHexLine);
    const hex = [...part].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    lines.push({ offset, hex: hex.padEnd(perHexLine * 3), text: visible(byteText(part)), ending: '' });
  }
  return lines;
}

function visible(text: string): string {
  return text.replace(/\p{Cc}/gu, '·');
}
