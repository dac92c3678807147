import type { ByteRange } from '../model.ts';
import { endOfSegment, isTerminated, type Source, Span } from './tape.ts';
import { TapeSegment } from './views.ts';

/** The segment at `index` of the tape; `position` is its place in the set, 0 for envelope segments. */
export function segmentAt(source: Source, index: number, position: number): TapeSegment {
  const { marks, starts } = source.tape;
  return new TapeSegment(new Span(source, marks[starts[index]!]!, marks[starts[index + 1]! - 1]!), index, position);
}

/** Where a segment ends in the document. */
export function endAt({ tape }: Source, index: number): number {
  return tape.origin + endOfSegment(tape, index);
}

/** Where a segment stands in the document. */
export function rangeAt(source: Source, index: number): ByteRange {
  const { marks, starts, origin } = source.tape;
  return [origin + marks[starts[index]!]!, endAt(source, index)];
}

/** What a finding tells of a segment that stands where it does not belong. */
export function strayAt(source: Source, index: number) {
  const { origin } = source.tape;
  const [offset, end] = rangeAt(source, index);
  const received = new Span(source, offset - origin, end - origin).cut(offset - origin, end - origin);
  return { segment: segmentAt(source, index, 0).id, offset, end, received };
}

/** The document breaks off inside the segment; inside a trailer, before its `control` is there. That is told once, and nothing that the rest would say is missed. */
export function isCut(source: Source, index: number, control?: string): boolean {
  if (isTerminated(source, index)) return false;
  const received = segmentAt(source, index, 0).text(2);
  return control === undefined || (received.length < control.length && control.startsWith(received));
}
