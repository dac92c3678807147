/** How the bytes of a document stand for characters. */
export type Encoding = 'utf-8' | 'latin-1';

/** A document as text that knows where its characters stood. Offsets into `text` are UTF-16 units; everything else is bytes. */
export interface DocumentText {
  readonly text: string;
  /** The byte at which the character at this offset begins; the length of the document at its end. */
  byteAt(unit: number): number;
  /** Line and column of a byte, both from 1; columns count characters. */
  placeAt(byte: number): { readonly line: number; readonly column: number };
}

/** Bytes that are not text in the encoding: offset of the first of them. */
export interface EncodingFault {
  readonly badByte: number;
}

const stride = 512;

/**
 * Decodes a document; a byte order mark is left out, and offsets count it.
 * UTF-16 is told by its byte order mark and is a fault, as are bytes that are no UTF-8.
 */
export function decodeDocument(bytes: Uint8Array, encoding: Encoding): DocumentText | EncodingFault {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return { badByte: 0 };
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const start = marked ? 3 : 0;
  const body = bytes.subarray(start);
  if (encoding === 'latin-1' && !marked) return locate(new TextDecoder('latin1').decode(body), bytes, 0);
  try {
    return locate(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body), bytes, start);
  } catch {
    return { badByte: start + firstBadByte(body) };
  }
}

function locate(text: string, bytes: Uint8Array, start: number): DocumentText {
  const byteAt = text.length === bytes.length - start ? (unit: number) => start + unit : converter(text, start);
  let lines: number[] | undefined;
  // Findings come in the order of the document, and a document may be one line: each goes on from the one before.
  let last = { from: start, at: start, column: 1 };
  return {
    text,
    byteAt,
    placeAt(byte) {
      lines ??= lineStarts(bytes);
      const line = countAtMost(lines, byte);
      const from = Math.max(start, lines[line - 1] ?? 0);
      let { at, column } = last.from === from && last.at <= byte ? last : { at: from, column: 1 };
      // A character has one byte that is no continuation; where each byte is a character, none is one.
      for (; at < byte && at < bytes.length; at++) {
        if (text.length === bytes.length - start || ((bytes[at] ?? 0) & 0xc0) !== 0x80) column++;
      }
      last = { from, at, column };
      return { line, column };
    },
  };
}

/** Bytes of a character by the unit at which it begins; the second half of a pair counts none, so that a pair has four. */
function bytesOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  if (code >= 0xd800 && code < 0xdc00) return 4;
  return code >= 0xdc00 && code < 0xe000 ? 0 : 3;
}

/** Goes on from the offset before, where that is nearer; else from the nearest of every 512th, which are remembered. */
function converter(text: string, start: number): (unit: number) => number {
  const marks = new Float64Array(Math.floor(text.length / stride) + 1);
  let byte = start;
  for (let unit = 0; unit < text.length; unit++) {
    if (unit % stride === 0) marks[unit / stride] = byte;
    byte += bytesOf(text.charCodeAt(unit));
  }
  if (text.length % stride === 0) marks[text.length / stride] = byte;
  let lastUnit = 0;
  let lastByte = start;
  return (unit) => {
    const until = Math.min(unit, text.length);
    const nearest = Math.floor(until / stride);
    if (lastUnit > until || lastUnit < nearest * stride) {
      lastUnit = nearest * stride;
      lastByte = marks[nearest] ?? start;
    }
    for (; lastUnit < until; lastUnit++) lastByte += bytesOf(text.charCodeAt(lastUnit));
    return lastByte;
  };
}

function lineStarts(bytes: Uint8Array): number[] {
  const starts = [0];
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) starts.push(at + 1);
  return starts;
}

/** Number of entries that are not above the limit; `sorted` is ascending. */
function countAtMost(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return Math.max(1, low);
}

/** Closes in on the first byte that makes the text unreadable: a prefix up to it can be decoded as a stream. */
function firstBadByte(body: Uint8Array): number {
  let good = 0;
  let bad = body.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUtf8(body.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  // The character that the bad byte broke off begins before it.
  let lead = good - 1;
  while (lead > 0 && ((body[lead] ?? 0) & 0xc0) === 0x80) lead--;
  const first = body[lead] ?? 0;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
  return lead >= 0 && lead + length > good ? lead : good;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
