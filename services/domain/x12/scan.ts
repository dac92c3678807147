import type { EnvelopeReader } from './envelope.ts';
import { fault } from './fault.ts';
import { findFixedHeader, startsHeader, wrappedNote } from './header.ts';
import { doubled, latin1, type Source, shortText, type Tape } from './tape.ts';

/** An ISA inside a segment makes that segment at least this long. */
const HEADER_BYTES = 105;

/**
 * Reads segments from byte `from` until the interchange ends: each byte is looked at once, and compared with two delimiters.
 * Answers where the interchange ends and where to go on.
 */
export function scan(source: Source, from: number, envelope: EnvelopeReader): { end: number; next: number } {
  const { tape } = source;
  const { bytes } = tape;
  const length = bytes.length;
  const separator = source.delimiters.element.charCodeAt(0);
  const terminator = source.delimiters.terminator.charCodeAt(0);
  const terminatorBytes = source.delimiters.terminator.length;
  const oddities = { blanks: -1, empty: -1, emptyCount: 0 };
  let lastEnd = from;
  let at = from;
  for (;;) {
    let byte = bytes[at];
    while (byte !== undefined && byte <= 32 && byte !== terminator && isSkipped(byte, separator)) {
      if (oddities.blanks < 0 && (byte === 32 || byte === 9)) oddities.blanks = at;
      byte = bytes[++at];
    }
    if (byte === undefined) break;
    if (byte === terminator) {
      if (oddities.emptyCount++ === 0) oddities.empty = at;
      at += 1;
      continue;
    }
    if (byte === 73 && startsHeader(bytes, at)) return leave(source, envelope, oddities, lastEnd, at);
    const start = at;
    const firstMark = tape.markCount;
    const count = markSegment(tape, start, separator, terminator);
    at = tape.marks[count - 1]!;
    tape.markCount = count;
    if (tape.segmentCount + 2 >= tape.starts.length) tape.starts = doubled(tape.starts);
    tape.starts[tape.segmentCount] = firstMark;
    tape.starts[++tape.segmentCount] = count;
    if (at - start >= HEADER_BYTES && cutAtHeader(source, envelope, start, at)) {
      at = tape.marks[tape.markCount - 1]!;
      envelope.take(tape.segmentCount - 1);
      return leave(source, envelope, oddities, at, at);
    }
    if (bytes[start] === 66) at = binaryEnd(source, envelope, start, at);
    lastEnd = at;
    if (at >= length) trimEnd(source, envelope);
    at += terminatorBytes;
    const first = bytes[start];
    const envelopeLike = first === 83 || first === 71 || first === 73;
    if ((envelopeLike || !envelope.inSet) && envelope.take(tape.segmentCount - 1)) {
      return leave(source, envelope, oddities, Math.min(at, length), Math.min(at, length));
    }
  }
  return leave(source, envelope, oddities, Math.min(lastEnd + 1, length), length);
}

/** Marks the separators of the segment at `start`, and its end; answers the number of marks then. */
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

function isSkipped(byte: number, separator: number): boolean {
  return byte !== separator && (byte === 10 || byte === 13 || byte === 32 || byte === 9 || byte === 0 || byte === 26);
}

function leave(
  source: Source,
  envelope: EnvelopeReader,
  oddities: { blanks: number; empty: number; emptyCount: number },
  end: number,
  next: number,
) {
  if (source.wrapped) envelope.note(wrappedNote(end, end));
  if (oddities.blanks >= 0 && !source.wrapped) {
    const explanation =
      'Blanks stand before a segment; they were skipped. Start each segment directly after the terminator.';
    envelope.note(
      fault('x12.interchange.indented', { offset: oddities.blanks, end: oddities.blanks + 1, explanation }),
    );
  }
  if (oddities.emptyCount > 0) {
    const explanation = `${oddities.emptyCount} empty segments were skipped and not counted. End every segment with exactly one terminator.`;
    envelope.note(
      fault('x12.interchange.empty-segments', { offset: oddities.empty, end: oddities.empty + 1, explanation }),
    );
  }
  return { end, next };
}

/** Shortens the last segment where another interchange begins inside it; true when it did. */
function cutAtHeader(source: Source, envelope: EnvelopeReader, start: number, end: number): boolean {
  const { tape } = source;
  const header = findFixedHeader(tape.bytes, start + 1, end);
  if (header < 0) return false;
  reset(source, start, header);
  envelope.note(
    fault('x12.segment.unterminated', {
      segment: shortText(source, start, Math.min(tape.marks[tape.starts[tape.segmentCount - 1]! + 1]!, start + 3)),
      offset: start,
      end: header,
      said: latin1(tape.bytes, start, header),
      expected: 'a segment terminator',
      explanation:
        'The segment breaks off where another interchange begins, so the interchange it belongs to is incomplete. Send that one again.',
    }),
  );
  return true;
}

/** Rewrites the last segment of the tape so that it ends at `end`. */
function reset(source: Source, start: number, end: number, separators = Number.POSITIVE_INFINITY): void {
  const { tape } = source;
  const first = tape.starts[tape.segmentCount - 1]!;
  let kept = first + 1;
  while (kept < tape.markCount - 1 && tape.marks[kept]! < end && kept - first <= separators) kept += 1;
  tape.marks[first] = start;
  tape.marks[kept] = end;
  tape.markCount = kept + 1;
  tape.starts[tape.segmentCount] = tape.markCount;
}

/** BIN and BDS say how long their data are; delimiters inside those are none. Answers where the segment ends. */
function binaryEnd(source: Source, envelope: EnvelopeReader, start: number, end: number): number {
  const { tape } = source;
  const at = tape.starts[tape.segmentCount - 1]!;
  const id = shortText(source, start, Math.min(tape.marks[at + 1]!, start + 4));
  const lengthElement = id === 'BIN' ? 1 : id === 'BDS' ? 2 : 0;
  if (lengthElement === 0 || tape.markCount - at - 2 <= lengthElement) return end;
  const said = shortText(source, tape.marks[at + lengthElement]! + 1, tape.marks[at + lengthElement + 1]!);
  const dataStart = tape.marks[at + lengthElement + 1]! + 1;
  const dataEnd = dataStart + Number(said);
  const terminator = source.delimiters.terminator.charCodeAt(0);
  if (/^\d{1,10}$/.test(said) && (tape.bytes[dataEnd] === terminator || dataEnd === tape.bytes.length)) {
    reset(source, start, dataEnd, lengthElement + 1);
    return dataEnd;
  }
  envelope.note(
    fault('x12.segment.binary-length', {
      segment: id,
      element: lengthElement,
      offset: start,
      end,
      said,
      expected: 'the number of bytes of the data that follow',
      explanation: `${id} says that its data are ${said || 'no'} bytes long, but no segment terminator follows there. Correct the length.`,
    }),
  );
  return end;
}

/** The last segment ran to the end of the document: blanks after it are none of it, and it has no terminator. */
function trimEnd(source: Source, envelope: EnvelopeReader): void {
  const { tape } = source;
  const first = tape.starts[tape.segmentCount - 1]!;
  const start = tape.marks[first]!;
  let end = tape.marks[tape.markCount - 1]!;
  while (end > start + 1 && tape.marks[tape.markCount - 2]! < end - 1 && isSkipped(tape.bytes[end - 1]!, -1)) end -= 1;
  tape.marks[tape.markCount - 1] = end;
  envelope.note(
    fault('x12.interchange.unterminated', {
      segment: shortText(source, start, Math.min(tape.marks[first + 1]!, start + 3)),
      offset: start,
      end,
      said: latin1(tape.bytes, start, Math.min(end, start + 80)),
      expected: `the segment terminator after it`,
      explanation: 'The last segment is not terminated; it was read as if it were. End it with the segment terminator.',
    }),
  );
}
