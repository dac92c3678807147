import type { Delimiters } from '../model.ts';

/**
 * The bytes at hand and where their delimiters are: a whole document, or the part of a stream that is looked at. All places on a tape count from its
 * first byte; `origin` makes them offsets in the document. `marks` holds for each segment its start, then every element separator, then its end (the
 * terminator's place); `starts[s]` is the index in `marks` of segment s, so element e of segment s is `marks[starts[s] + e] + 1` to
 * `marks[starts[s] + e + 1]`. What stands on a tape is never overwritten, so that sets can be looked at as long as somebody holds them.
 */
export interface Tape {
  bytes: Buffer;
  /** Offset of the first byte in the document. */
  readonly origin: number;
  /** Where the segment before the first one of this tape ended, on this tape (so not above 0). */
  readonly endBefore: number;
  marks: Int32Array;
  starts: Int32Array;
  /** Number of marks and of segments in use. */
  markCount: number;
  segmentCount: number;
  /** No line feed stands between where they were looked for first and here; one stands here unless this is the end. */
  newlineAt: number;
}

/** A tape without segments, sized for ordinary traffic (an element of four bytes or more, a segment of sixteen or more); it grows by doubling. */
export function newTape(bytes: Uint8Array, capacity = bytes.length, origin = 0, endBefore = 0): Tape {
  return {
    bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
    origin,
    endBefore,
    marks: new Int32Array(64 + Math.ceil(capacity / 3)),
    starts: new Int32Array(16 + Math.ceil(capacity / 16)),
    markCount: 0,
    segmentCount: 0,
    newlineAt: 0,
  };
}

/** The same numbers in an array twice as long. */
export function doubled(full: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(full.length * 2);
  longer.set(full);
  return longer;
}

/** Where a segment ends, on the tape; -1 is the segment before its first one. */
export function endOfSegment({ marks, starts, endBefore }: Tape, index: number): number {
  return index < 0 ? endBefore : marks[starts[index + 1]! - 1]!;
}

/** The next line feed from `from` on, or the end; remembered, so that a document of many interchanges is not searched to its end for each. */
export function nextNewline(tape: Tape, from: number): number {
  const { bytes } = tape;
  const at = Math.max(tape.newlineAt, from);
  const found = at >= bytes.length || bytes[at] === 10 ? at : bytes.indexOf(10, at);
  tape.newlineAt = found < 0 ? bytes.length : found;
  return tape.newlineAt;
}

/** A tape together with the delimiters of one interchange. */
export interface Source {
  readonly tape: Tape;
  readonly delimiters: Delimiters;
  /** Line breaks stand inside segments and are no part of the values. */
  readonly wrapped: boolean;
}

/** Whether the terminator stands behind a segment: not where the document breaks off, or another interchange begins. */
export function isTerminated({ tape, delimiters }: Source, index: number): boolean {
  return tape.bytes[endOfSegment(tape, index)] === delimiters.terminator.charCodeAt(0);
}

/** Bytes as text, one character per byte. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, end);
}

/** A few bytes as text, without decoding what surrounds them. */
export function shortText({ tape, wrapped }: Source, start: number, end: number): string {
  const { bytes } = tape;
  if (wrapped) return bytes.toString('latin1', start, end).replace(/[\r\n]+/g, '');
  if (end - start === 3) return String.fromCharCode(bytes[start]!, bytes[start + 1]!, bytes[start + 2]!);
  if (end - start === 4)
    return String.fromCharCode(bytes[start]!, bytes[start + 1]!, bytes[start + 2]!, bytes[start + 3]!);
  return bytes.toString('latin1', start, end);
}

/** The id of a segment on the tape as a number (its bytes, the first one highest), 0 where it is none. */
export function segmentKey({ tape, wrapped }: Source, index: number): number {
  const { bytes, marks, starts } = tape;
  const at = starts[index]!;
  const start = marks[at]!;
  const length = marks[at + 1]! - start;
  if (length === 3) {
    const last = bytes[start + 2]!;
    // An id of two letters with a NUL behind them is none.
    return last === 0 ? 0 : (bytes[start]! << 16) | (bytes[start + 1]! << 8) | last;
  }
  if (length === 2) return (bytes[start]! << 16) | (bytes[start + 1]! << 8);
  return wrapped && length < 8 ? wrappedKey(bytes, start, length) : 0;
}

function wrappedKey(bytes: Uint8Array, start: number, length: number): number {
  const id = [...bytes.subarray(start, start + length)].filter((byte) => byte !== 10 && byte !== 13);
  return id.length === 2 || id.length === 3 ? keyOf(Buffer.from(id).toString('latin1')) : 0;
}

/** A segment id as the number that `segmentKey` gives. */
export function keyOf(id: string): number {
  let key = 0;
  for (let at = 0; at < 3; at += 1) key = (key << 8) | (at < id.length ? id.charCodeAt(at) : 0);
  return key;
}

/** A piece of the document that is decoded once, when first asked for, and then cut with `substring`. */
export class Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  #chars: string | undefined;

  constructor(source: Source, start: number, end: number) {
    this.source = source;
    this.start = start;
    this.end = end;
  }

  cut(start: number, end: number): string {
    this.#chars ??= this.source.tape.bytes.toString('latin1', this.start, this.end);
    const text = this.#chars.substring(start - this.start, end - this.start);
    return this.source.wrapped ? text.replace(/[\r\n]+/g, '') : text;
  }
}
