import { fault } from '../fault.ts';
import { isFiller } from './byte-kinds.ts';
import type { EnvelopeReader } from './envelope.ts';
import { findFixedHeader, isFixedHeader, isShortSegment, LOOSE_BYTES, mayGoOn, startsHeader } from './fixed-header.ts';
import { wrappedNote } from './header.ts';
import { binaryData, cutAtHeader, markUpTo, noteBinaryLength, reset, trimEnd } from './odd-segment.ts';
import { doubled, endOfSegment, nextNewline, type Tape } from './tape.ts';

/** An ISA inside a segment makes that segment at least this long. */
const HEADER_BYTES = 105;
/** Behind every place of a tape. */
const NEVER = 0x7fffffff;

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
  readonly #wholeTerminator: Buffer;
  /** Up to where the end of the segment at `at` was looked for, and how many bytes must be at hand before that is done again. */
  #searched = 0;
  #wanted = 0;
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
    this.#wholeTerminator = Buffer.from(terminator, 'latin1');
    this.#linesKnown = envelope.source.wrapped || this.#terminator === 10 || this.#terminator === 13;
    this.at = at;
  }

  /** The tape was replaced by one that begins `bytes` later. */
  moved(bytes: number): void {
    this.at -= bytes;
    this.#searched -= bytes;
    this.#wanted -= bytes;
  }

  /** Reads on; true when the interchange has ended. With `final`, nothing follows the bytes at hand. */
  run(final: boolean): boolean {
    const envelope = this.#envelope;
    const { tape } = envelope.source;
    const { bytes } = tape;
    const { length } = bytes;
    if (!final && !this.#hasMore(bytes)) return false;
    const separator = this.#separator;
    const terminator = this.#terminator;
    const terminatorBytes = this.#terminatorBytes;
    let { at } = this;
    let newline = this.#linesKnown ? NEVER : nextNewline(tape, at);
    for (;;) {
      let byte = bytes[at];
      while (byte !== undefined && byte <= 32 && byte !== terminator && byte !== separator && isFiller(byte)) {
        if (this.#blanks < 0 && (byte === 32 || byte === 9)) this.#blanks = tape.origin + at;
        byte = bytes[++at];
      }
      if (byte === undefined) break;
      if (byte === terminator && this.#endsAt(bytes, at)) {
        if (this.#emptyCount++ === 0) this.#empty = tape.origin + at;
        at += terminatorBytes;
        continue;
      }
      if (byte === 73) {
        if (!final && at + 4 > length) break;
        if (startsHeader(bytes, at)) {
          if (!final && at + LOOSE_BYTES > length && !isFixedHeader(bytes, at)) break;
          if (!isShortSegment(bytes, at, separator, terminator))
            return this.#leave(endOfSegment(tape, tape.segmentCount - 1), at);
        }
      }
      const start = at;
      const firstMark = tape.markCount;
      const count =
        terminatorBytes === 1
          ? markSegment(tape, start, separator, terminator)
          : markUpTo(tape, start, this.#endOf(bytes, start), separator);
      at = tape.marks[count - 1]!;
      const odd = at - start >= HEADER_BYTES || byte === 66;
      if (!final && (at + terminatorBytes > length || (odd && this.#isOpen(start, at, count)))) {
        this.#searched = at;
        at = start;
        break;
      }
      tape.markCount = count;
      if (tape.segmentCount + 2 >= tape.starts.length) tape.starts = doubled(tape.starts);
      tape.starts[tape.segmentCount] = firstMark;
      tape.starts[++tape.segmentCount] = count;
      if (odd) {
        const data = byte === 66 ? this.#binaryEnd() : -1;
        if (data >= 0) {
          at = data;
          // Line breaks inside binary data say nothing of the others.
          if (newline >= start && newline < at) newline = nextNewline(tape, at);
        } else {
          if (at - start >= HEADER_BYTES && cutAtHeader(envelope, start, at)) return this.#cut(start, newline);
          if (byte === 66) noteBinaryLength(envelope);
        }
      }
      if (newline < at) {
        this.#seeLine(newline >= start);
        newline = NEVER;
      }
      if (at >= length) trimEnd(envelope, start);
      at += terminatorBytes;
      const envelopeLike = byte === 83 || byte === 71 || byte === 73;
      if ((envelopeLike || !envelope.inSet) && envelope.take(tape.segmentCount - 1)) {
        return this.#leave(Math.min(at, length), Math.min(at, length));
      }
    }
    if (final) return this.#leave(Math.min(endOfSegment(tape, tape.segmentCount - 1) + 1, length), length);
    if (newline < at) this.#seeLine(false);
    this.at = at;
    return false;
  }

  /** The first line break of the interchange was passed: it stands inside a segment, or between two. */
  #seeLine(inside: boolean): void {
    this.#linesKnown = true;
    if (inside) this.#envelope.wrap();
  }

  /** The last segment was cut where another interchange begins. */
  #cut(start: number, newline: number): true {
    const envelope = this.#envelope;
    const { tape } = envelope.source;
    const end = tape.marks[tape.markCount - 1]!;
    if (newline < end) this.#seeLine(newline >= start);
    envelope.take(tape.segmentCount - 1);
    return this.#leave(end, end);
  }

  /** Whether the segment that was not at hand as a whole may be now: so that no byte of a long one is looked at again with each chunk. */
  #hasMore(bytes: Buffer): boolean {
    if (this.#searched <= this.at) return true;
    if (bytes.length < this.#wanted) return false;
    const from = Math.max(this.at, this.#searched - this.#terminatorBytes + 1);
    this.#searched = this.#endOf(bytes, from);
    return this.#searched < bytes.length;
  }

  /** The next terminator, or the end of the bytes at hand. */
  #endOf(bytes: Buffer, from: number): number {
    const end = bytes.indexOf(this.#wholeTerminator, from);
    return end < 0 ? bytes.length : end;
  }

  /** Whether the terminator stands here; its first byte does. One of several bytes (a character of UTF-8) is compared as a whole. */
  #endsAt(bytes: Buffer, at: number): boolean {
    const length = this.#terminatorBytes;
    return length === 1 || this.#wholeTerminator.compare(bytes, at, Math.min(bytes.length, at + length)) === 0;
  }

  /** Whether what follows the bytes at hand may show that the segment ends elsewhere: at a header that begins in it, or after binary data. */
  #isOpen(start: number, end: number, count: number): boolean {
    const { source } = this.#envelope;
    const { bytes, markCount } = source.tape;
    if (end - start >= HEADER_BYTES) {
      const header = findFixedHeader(bytes, start + 1, end, true);
      if (header >= 0 && mayGoOn(bytes, header)) {
        // Its last separators may come one by one, and show that it is none.
        this.#wanted = bytes.length + 1;
        return true;
      }
    }
    const data = bytes[start] === 66 ? binaryData(source, markCount, count) : undefined;
    if (data === undefined || Number.isNaN(data.end)) return false;
    this.#wanted = data.end + this.#terminatorBytes;
    return this.#wanted > bytes.length;
  }

  /** Where the data of the last segment end if it is a BIN or BDS and its length is right: that is where it ends; else -1. */
  #binaryEnd(): number {
    const { source } = this.#envelope;
    const { tape } = source;
    const data = binaryData(source, tape.starts[tape.segmentCount - 1]!, tape.markCount);
    const { bytes } = tape;
    const fits =
      data !== undefined &&
      (data.end === bytes.length || (bytes[data.end] === this.#terminator && this.#endsAt(bytes, data.end)));
    if (!fits) return -1;
    reset(tape, data.end, data.element + 1);
    return data.end;
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
      const what = this.#emptyCount === 1 ? 'An empty segment was' : `${this.#emptyCount} empty segments were`;
      const explanation = `${what} skipped and not counted. End every segment with exactly one terminator.`;
      envelope.note(
        fault('x12.interchange.empty-segments', { offset: this.#empty, end: this.#empty + 1, explanation }),
      );
    }
    this.end = end;
    this.at = next;
    return true;
  }
}

/** Marks the start of the segment, its separators, and its end; answers the number of marks then. */
function markSegment(tape: Tape, start: number, separator: number, terminator: number): number {
  const { bytes } = tape;
  const { length } = bytes;
  let count = tape.markCount;
  if (count + 2 >= tape.marks.length) tape.marks = doubled(tape.marks);
  tape.marks[count++] = start;
  for (let at = start; ; ) {
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
