import { isFiller } from './byte-kinds.ts';
import type { EnvelopeReader } from './envelope.ts';
import { fault } from './fault.ts';
import { findFixedHeader, mayGoOn, startsHeader, wrappedNote } from './header.ts';
import { binaryData, cutAtHeader, noteBinaryLength, reset, trimEnd } from './odd-segment.ts';
import { doubled, nextNewline, type Tape } from './tape.ts';

/** An ISA inside a segment makes that segment at least this long. */
const HEADER_BYTES = 105;

/**
 * Reads the segments of one interchange: each byte is looked at once, and compared with two delimiters.
 * It stops where the bytes at hand do not tell how it goes on, and goes on from there when there are more.
 */
export class Scanner {
  /** Where to go on. After the end: where what follows the interchange begins. */
  at: number;
  /** Where the interchange ends, once that is known. */
  end = -1;
  readonly #envelope: EnvelopeReader;
  readonly #separator: number;
  readonly #terminator: number;
  readonly #terminatorBytes: number;
  /** Where the last segment ended. */
  #lastEnd: number;
  /** Start of the segment that is not finished, and the number of marks with those it has; 0 marks without one. */
  #start = 0;
  #marks = 0;
  /** Whether line breaks stand inside segments: the first one tells. */
  #linesKnown: boolean;
  /** Offsets of the first blank before a segment and of the first empty segment, -1 without one. */
  #blanks = -1;
  #empty = -1;
  #emptyCount = 0;

  /** `at` is the first byte after the terminator of the ISA. */
  constructor(envelope: EnvelopeReader, at: number) {
    const { element, terminator } = envelope.source.delimiters;
    this.#envelope = envelope;
    this.#separator = element.charCodeAt(0);
    this.#terminator = terminator.charCodeAt(0);
    this.#terminatorBytes = terminator.length;
    this.#linesKnown = envelope.source.wrapped || this.#terminator === 10 || this.#terminator === 13;
    this.#lastEnd = at;
    this.at = at;
  }

  /** What must stay at hand: the first byte, and the number of marks in use. */
  get needed(): { readonly from: number; readonly marks: number } {
    return { from: this.#marks > 0 ? this.#start : this.at, marks: this.#marks };
  }

  /** The tape was replaced by one that begins `bytes` later. */
  moved(bytes: number): void {
    this.at -= bytes;
    this.#start -= bytes;
    this.#lastEnd -= bytes;
  }

  /** Reads on; true when the interchange has ended. With `final`, nothing follows the bytes at hand. */
  run(final: boolean): boolean {
    const envelope = this.#envelope;
    const { tape } = envelope.source;
    const { bytes } = tape;
    const { length } = bytes;
    const separator = this.#separator;
    const terminator = this.#terminator;
    const terminatorBytes = this.#terminatorBytes;
    let { at } = this;
    let start = this.#start;
    let count = this.#marks;
    let lastEnd = this.#lastEnd;
    let newline = this.#linesKnown ? Number.POSITIVE_INFINITY : nextNewline(tape, count > 0 ? start : at);
    for (;;) {
      if (count === 0) {
        let byte = bytes[at];
        while (byte !== undefined && byte <= 32 && byte !== terminator && byte !== separator && isFiller(byte)) {
          if (this.#blanks < 0 && (byte === 32 || byte === 9)) this.#blanks = tape.origin + at;
          byte = bytes[++at];
        }
        if (byte === undefined || (byte === 73 && !final && at + 4 > length)) break;
        if (byte === terminator) {
          if (this.#emptyCount++ === 0) this.#empty = tape.origin + at;
          at += 1;
          continue;
        }
        if (byte === 73 && startsHeader(bytes, at)) return this.#leave(lastEnd, at);
        start = at;
        count = beginSegment(tape, start);
      }
      count = markSegment(tape, at, count, separator, terminator);
      at = tape.marks[count - 1]!;
      if (!final && (at + terminatorBytes > length || this.#isOpen(start, at, count))) {
        count -= 1;
        break;
      }
      pushSegment(tape, count);
      count = 0;
      if (at - start >= HEADER_BYTES && cutAtHeader(envelope, start, at)) {
        at = tape.marks[tape.markCount - 1]!;
        if (newline < at) this.#seeLine(newline >= start);
        envelope.take(tape.segmentCount - 1);
        return this.#leave(at, at);
      }
      if (bytes[start] === 66) {
        const data = this.#binaryEnd(start, at);
        if (data >= 0) {
          at = data;
          // Line breaks inside binary data say nothing of the others.
          if (newline >= start && newline < at) newline = nextNewline(tape, at);
        }
      }
      if (newline < at) {
        this.#seeLine(newline >= start);
        newline = Number.POSITIVE_INFINITY;
      }
      lastEnd = at;
      if (at >= length) trimEnd(envelope, start);
      at += terminatorBytes;
      const first = bytes[start];
      const envelopeLike = first === 83 || first === 71 || first === 73;
      if ((envelopeLike || !envelope.inSet) && envelope.take(tape.segmentCount - 1)) {
        return this.#leave(Math.min(at, length), Math.min(at, length));
      }
    }
    if (final) return this.#leave(Math.min(lastEnd + 1, length), length);
    if (count === 0 && newline < at) this.#seeLine(false);
    this.at = at;
    this.#start = start;
    this.#marks = count;
    this.#lastEnd = lastEnd;
    return false;
  }

  /** The first line break of the interchange stands inside a segment, or between two. */
  #seeLine(inside: boolean): void {
    this.#linesKnown = true;
    if (inside) this.#envelope.wrap();
  }

  /** Whether what follows the bytes at hand may show that the segment ends elsewhere: at a header that begins in it, or after binary data. */
  #isOpen(start: number, end: number, count: number): boolean {
    const { source } = this.#envelope;
    const { tape } = source;
    if (end - start >= HEADER_BYTES) {
      const header = findFixedHeader(tape.bytes, start + 1, end, true);
      if (header >= 0 && mayGoOn(tape.bytes, header)) return true;
    }
    if (tape.bytes[start] !== 66) return false;
    const data = binaryData(source, tape.markCount, count);
    return data !== undefined && data.end + this.#terminatorBytes > tape.bytes.length;
  }

  /** Where the data of a BIN or BDS end, by the length that it says; -1 for other segments, and where the length is wrong. */
  #binaryEnd(start: number, end: number): number {
    const { source } = this.#envelope;
    const { tape } = source;
    const data = binaryData(source, tape.starts[tape.segmentCount - 1]!, tape.markCount);
    if (data === undefined) return -1;
    if (data.end === tape.bytes.length || tape.bytes[data.end] === this.#terminator) {
      reset(tape, start, data.end, data.element + 1);
      return data.end;
    }
    noteBinaryLength(this.#envelope, start, end, data);
    return -1;
  }

  #leave(end: number, next: number): true {
    const envelope = this.#envelope;
    const { tape, wrapped } = envelope.source;
    if (wrapped) envelope.note(wrappedNote(tape.origin + end));
    if (this.#blanks >= 0 && !wrapped) {
      const explanation =
        'Blanks stand before a segment; they were skipped. Start each segment directly after the terminator.';
      envelope.note(fault('x12.interchange.indented', { offset: this.#blanks, end: this.#blanks + 1, explanation }));
    }
    if (this.#emptyCount > 0) {
      const explanation = `${this.#emptyCount} empty segments were skipped and not counted. End every segment with exactly one terminator.`;
      envelope.note(
        fault('x12.interchange.empty-segments', { offset: this.#empty, end: this.#empty + 1, explanation }),
      );
    }
    this.end = end;
    this.at = next;
    return true;
  }
}

/** Marks the start of a segment behind the marks in use; answers their number then. */
function beginSegment(tape: Tape, start: number): number {
  const { markCount } = tape;
  if (markCount + 2 >= tape.marks.length) tape.marks = doubled(tape.marks);
  tape.marks[markCount] = start;
  return markCount + 1;
}

/** Marks the separators from `from` on, and the end of the segment; answers the number of marks then. */
function markSegment(tape: Tape, from: number, marked: number, separator: number, terminator: number): number {
  const { bytes } = tape;
  const { length } = bytes;
  let count = marked;
  for (let at = from; ; ) {
    const { marks } = tape;
    // As far as there is room, should every byte be a separator: so the loop need not ask.
    const stop = Math.min(length, at + marks.length - count - 1);
    for (; at < stop; at += 1) {
      const byte = bytes[at]!;
      if (byte === separator) marks[count++] = at;
      else if (byte === terminator) break;
    }
    if (at < stop || at === length) {
      marks[count++] = at;
      return count;
    }
    tape.marks = doubled(marks);
  }
}

/** The marks up to `count` are those of a segment of the tape. */
function pushSegment(tape: Tape, count: number): void {
  if (tape.segmentCount + 2 >= tape.starts.length) tape.starts = doubled(tape.starts);
  tape.starts[tape.segmentCount] = tape.markCount;
  tape.starts[++tape.segmentCount] = count;
  tape.markCount = count;
}
