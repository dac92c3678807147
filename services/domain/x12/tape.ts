import type { Delimiters } from './model.ts';

/**
 * Where the delimiters of a document are. `marks` holds for each segment its start, then every element separator, then its end (the terminator's place);
 * `starts[s]` is the index in `marks` of segment s, so element e of segment s is `marks[starts[s] + e] + 1` to `marks[starts[s] + e + 1]`.
 */
export interface Tape {
  readonly bytes: Uint8Array;
  marks: Int32Array;
  starts: Int32Array;
  /** Number of marks and of segments in use. */
  markCount: number;
  segmentCount: number;
}

/** An empty tape, sized for ordinary traffic (an element of about five bytes, a segment of about twenty-five); it grows by doubling. */
export function newTape(bytes: Uint8Array): Tape {
  const length = bytes.length;
  return {
    bytes,
    marks: new Int32Array(64 + Math.ceil(length / 4)),
    starts: new Int32Array(16 + Math.ceil(length / 20)),
    markCount: 0,
    segmentCount: 0,
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
export function shortText(source: Source, start: number, end: number): string {
  const { bytes } = source.tape;
  let text = '';
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at]!;
    if (source.wrapped && (byte === 13 || byte === 10)) continue;
    text += String.fromCharCode(byte);
  }
  return text;
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
    this.#chars ??= latin1(this.source.tape.bytes, this.start, this.end);
    const text = this.#chars.substring(start - this.start, end - this.start);
    return this.source.wrapped ? text.replace(/[\r\n]+/g, '') : text;
  }
}
