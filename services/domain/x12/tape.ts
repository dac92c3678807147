import type { Delimiters } from './model.ts';

/**
 * Where the delimiters of a document are. `marks` holds for each segment its start, then every element separator, then its end (the terminator's place);
 * `starts[s]` is the index in `marks` of segment s, so element e of segment s is `marks[starts[s] + e] + 1` to `marks[starts[s] + e + 1]`.
 */
export interface Tape {
  readonly bytes: Uint8Array;
  /** The same bytes, for decoding. */
  readonly buffer: Buffer;
  marks: Int32Array;
  starts: Int32Array;
  /** Number of marks and of segments in use. */
  markCount: number;
  segmentCount: number;
  /** The line feed that was found last, -1 when there is none from there on. */
  newlineAt: number;
}

/** An empty tape, sized for ordinary traffic (an element of four bytes or more, a segment of sixteen or more); it grows by doubling. */
export function newTape(bytes: Uint8Array): Tape {
  const length = bytes.length;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, length);
  return {
    bytes,
    buffer,
    marks: new Int32Array(64 + Math.ceil(length / 3)),
    starts: new Int32Array(16 + Math.ceil(length / 16)),
    markCount: 0,
    segmentCount: 0,
    newlineAt: buffer.indexOf(10),
  };
}

/** The same numbers in an array twice as long. */
export function doubled(full: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(full.length * 2);
  longer.set(full);
  return longer;
}

/** A tape together with the delimiters of one interchange. */
export interface Source {
  readonly tape: Tape;
  readonly delimiters: Delimiters;
  /** Line breaks stand inside segments and are no part of the values. */
  readonly wrapped: boolean;
}

/** Bytes as text, one character per byte. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, end);
}

/** A few bytes as text, without decoding what surrounds them. */
export function shortText({ tape, wrapped }: Source, start: number, end: number): string {
  const { bytes } = tape;
  if (wrapped) return tape.buffer.toString('latin1', start, end).replace(/[\r\n]+/g, '');
  if (end - start === 3) return String.fromCharCode(bytes[start]!, bytes[start + 1]!, bytes[start + 2]!);
  if (end - start === 4)
    return String.fromCharCode(bytes[start]!, bytes[start + 1]!, bytes[start + 2]!, bytes[start + 3]!);
  return tape.buffer.toString('latin1', start, end);
}

/** The id of a segment on the tape as a number (its bytes, the first one highest), 0 where it is none. */
export function segmentKey({ tape, wrapped }: Source, index: number): number {
  const { bytes, marks, starts } = tape;
  const at = starts[index]!;
  const start = marks[at]!;
  const length = marks[at + 1]! - start;
  if (length === 3) return (bytes[start]! << 16) | (bytes[start + 1]! << 8) | bytes[start + 2]!;
  if (length === 2) return (bytes[start]! << 16) | (bytes[start + 1]! << 8);
  return wrapped && length < 8 ? wrappedKey(bytes, start, length) : 0;
}

function wrappedKey(bytes: Uint8Array, start: number, length: number): number {
  const id = [...bytes.subarray(start, start + length)].filter((byte) => byte !== 10 && byte !== 13);
  return id.length === 2 || id.length === 3 ? keyOf(String.fromCharCode(...id)) : 0;
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
    this.#chars ??= this.source.tape.buffer.toString('latin1', this.start, this.end);
    const text = this.#chars.substring(start - this.start, end - this.start);
    return this.source.wrapped ? text.replace(/[\r\n]+/g, '') : text;
  }
}
