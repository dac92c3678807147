import { fault } from '../fault.ts';
import { isFiller } from './byte-kinds.ts';
import type { EnvelopeReader } from './envelope.ts';
import { findFixedHeader } from './fixed-header.ts';
import { doubled, latin1, type Source, shortText, type Tape } from './tape.ts';

/** The data of a BIN or BDS segment: where they begin and end by the length that it says, and the element that says it. */
interface BinaryData {
  readonly id: string;
  readonly element: number;
  readonly received: string;
  /** Not a number where the length is none. */
  readonly end: number;
}

/** Marks a segment of which the end is known; answers the number of marks then. */
export function markUpTo(tape: Tape, start: number, end: number, separator: number): number {
  let count = tape.markCount;
  const add = (at: number) => {
    if (count >= tape.marks.length) tape.marks = doubled(tape.marks);
    tape.marks[count++] = at;
  };
  add(start);
  for (let at = start; at < end; at += 1) if (tape.bytes[at] === separator) add(at);
  add(end);
  return count;
}

/** Shortens the last segment of the tape where another interchange begins inside it; true when it did. */
export function cutAtHeader(envelope: EnvelopeReader, start: number, end: number): boolean {
  const { source } = envelope;
  const { tape } = source;
  const header = findFixedHeader(tape.bytes, start + 1, end);
  if (header < 0) return false;
  reset(tape, header);
  envelope.note(
    fault('x12.segment.unterminated', {
      segment: idAt(source, start),
      offset: tape.origin + start,
      end: tape.origin + header,
      received: latin1(tape.bytes, start, header),
      expected: 'a segment terminator',
      explanation:
        'The segment breaks off where another interchange begins, so the interchange it belongs to is incomplete. Send that one again.',
    }),
  );
  return true;
}

/** Rewrites the last segment of the tape so that it ends at `end`. */
export function reset(tape: Tape, end: number, separators = Number.POSITIVE_INFINITY): void {
  const first = tape.starts[tape.segmentCount - 1]!;
  let kept = first + 1;
  while (kept < tape.markCount - 1 && tape.marks[kept]! < end && kept - first <= separators) kept += 1;
  tape.marks[kept] = end;
  tape.markCount = kept + 1;
  tape.starts[tape.segmentCount] = tape.markCount;
}

/** BIN and BDS say how long their data are; delimiters inside those are none. `first` and `count` are the marks of the segment as its delimiters end it. */
export function binaryData(source: Source, first: number, count: number): BinaryData | undefined {
  const { marks } = source.tape;
  const start = marks[first]!;
  const id = shortText(source, start, Math.min(marks[first + 1]!, start + 4));
  const element = id === 'BIN' ? 1 : id === 'BDS' ? 2 : 0;
  if (element === 0 || count - first - 2 <= element) return undefined;
  const received = shortText(source, marks[first + element]! + 1, marks[first + element + 1]!);
  const end = /^\d{1,10}$/.test(received) ? marks[first + element + 1]! + 1 + Number(received) : Number.NaN;
  return { id, element, received, end };
}

/** Notes that no terminator stands where the data of the last segment ought to end, should it be a BIN or BDS. */
export function noteBinaryLength(envelope: EnvelopeReader): void {
  const { tape } = envelope.source;
  const first = tape.starts[tape.segmentCount - 1]!;
  const data = binaryData(envelope.source, first, tape.markCount);
  if (data === undefined) return;
  const { id, element, received } = data;
  envelope.note(
    fault('x12.segment.binary-length', {
      segment: id,
      element,
      offset: tape.origin + tape.marks[first]!,
      end: tape.origin + tape.marks[tape.markCount - 1]!,
      received,
      expected: 'the number of bytes of the data that follow',
      explanation: `${id} says that its data are ${received || 'no'} bytes long, but no segment terminator follows there. Correct the length.`,
    }),
  );
}

/** The last segment ran to the end of the document: blanks after it are none of it, and it has no terminator. */
export function trimEnd(envelope: EnvelopeReader, start: number): void {
  const { source } = envelope;
  const { tape } = source;
  let end = tape.marks[tape.markCount - 1]!;
  while (end > start + 1 && tape.marks[tape.markCount - 2]! < end - 1 && isFiller(tape.bytes[end - 1]!)) end -= 1;
  tape.marks[tape.markCount - 1] = end;
  envelope.note(
    fault('x12.interchange.unterminated', {
      segment: idAt(source, start),
      offset: tape.origin + start,
      end: tape.origin + end,
      received: latin1(tape.bytes, start, Math.min(end, start + 80)),
      expected: `the segment terminator after it`,
      explanation: 'The last segment is not terminated; it was read as if it were. End it with the segment terminator.',
    }),
  );
}

function idAt(source: Source, start: number): string {
  const { marks, starts, segmentCount } = source.tape;
  return shortText(source, start, Math.min(marks[starts[segmentCount - 1]! + 1]!, start + 3));
}
