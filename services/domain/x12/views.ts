import type { Finding } from '../finding.ts';
import type { ByteRange, Loop, Segment, TransactionSet } from './model.ts';
import { type Source, Span, shortText } from './tape.ts';

/** A segment read lazily from the tape. */
export class TapeSegment implements Segment {
  readonly id: string;
  readonly position: number;
  readonly count: number;
  readonly #span: Span;
  readonly #at: number;

  /** `index` is the segment's place on the tape, `position` its place in the set (0 for envelope segments). */
  constructor(span: Span, index: number, position: number) {
    const { marks, starts } = span.source.tape;
    this.#span = span;
    this.#at = starts[index]!;
    this.position = position;
    this.count = starts[index + 1]! - this.#at - 2;
    this.id = span.cut(marks[this.#at]!, marks[this.#at + 1]!);
  }

  get range(): ByteRange {
    const { marks } = this.#span.source.tape;
    return [marks[this.#at]!, marks[this.#at + this.count + 1]!];
  }

  get source(): Source {
    return this.#span.source;
  }

  text(element: number, component?: number, repetition?: number): string {
    if (element < 1 || element > this.count) return '';
    const { marks } = this.#span.source.tape;
    if (component === undefined && repetition === undefined) {
      return this.#span.cut(marks[this.#at + element]! + 1, marks[this.#at + element + 1]!);
    }
    const [start, end] = this.rangeOf(element, component, repetition);
    return this.#span.cut(start, end);
  }

  rangeOf(element: number, component?: number, repetition?: number): ByteRange {
    const { marks } = this.#span.source.tape;
    if (element < 1 || element > this.count) {
      const end = marks[this.#at + this.count + 1]!;
      return [end, end];
    }
    let range: ByteRange = [marks[this.#at + element]! + 1, marks[this.#at + element + 1]!];
    const { repetition: repeated, component: part } = this.#span.source.delimiters;
    if (repetition !== undefined || component !== undefined) range = this.#part(range, repeated, repetition ?? 1);
    if (component !== undefined) range = this.#part(range, part, component);
    return range;
  }

  #part([start, end]: ByteRange, delimiter: string | undefined, nth: number): ByteRange {
    if (nth < 1) return [end, end];
    if (delimiter === undefined || delimiter === '') return nth === 1 ? [start, end] : [end, end];
    const { bytes } = this.#span.source.tape;
    const code = delimiter.charCodeAt(0);
    let from = start;
    for (let at = start, seen = 1; at < end; at += 1) {
      if (bytes[at] !== code) continue;
      if (seen === nth) return [from, at];
      seen += 1;
      from = at + 1;
      if (seen > nth) break;
    }
    return this.#isLast(start, end, code, nth) ? [from, end] : [end, end];
  }

  #isLast(start: number, end: number, code: number, nth: number): boolean {
    const { bytes } = this.#span.source.tape;
    let parts = 1;
    for (let at = start; at < end; at += 1) if (bytes[at] === code) parts += 1;
    return parts === nth;
  }
}

/** What `read` and `check` know of a set beyond its places. */
export interface SetVerdict {
  readonly findings: readonly Finding[];
  readonly status: 'A' | 'E' | 'R';
  /** Builds the loops when somebody asks for them. */
  readonly tree?: (segments: readonly Segment[]) => Loop;
}

/** A transaction set as a stretch of the tape: nothing is decoded until it is asked for. */
export class TapeSet implements TransactionSet {
  readonly source: Source;
  /** Places of the first and last segment on the tape. */
  readonly first: number;
  readonly last: number;
  readonly findings: readonly Finding[];
  readonly status: 'A' | 'E' | 'R';
  readonly #verdict: SetVerdict;
  #span: Span | undefined;
  #segments: readonly Segment[] | undefined;
  #tree: Loop | undefined;

  constructor(source: Source, first: number, last: number, verdict: SetVerdict) {
    this.source = source;
    this.first = first;
    this.last = last;
    this.#verdict = verdict;
    this.findings = verdict.findings;
    this.status = verdict.status;
  }

  get code(): string {
    return this.#header(1);
  }

  get control(): string {
    return this.#header(2);
  }

  get range(): ByteRange {
    const { marks, starts } = this.source.tape;
    return [marks[starts[this.first]!]!, marks[starts[this.last + 1]! - 1]!];
  }

  get span(): Span {
    const [start, end] = this.range;
    this.#span ??= new Span(this.source, start, end);
    return this.#span;
  }

  get segments(): readonly Segment[] {
    this.#segments ??= Array.from(
      { length: this.last - this.first + 1 },
      (_, nth) => new TapeSegment(this.span, this.first + nth, nth + 1),
    );
    return this.#segments;
  }

  get tree(): Loop | undefined {
    this.#tree ??= this.#verdict.tree?.(this.segments);
    return this.#tree;
  }

  /** The same set with another verdict; the text that is already decoded is decoded again only if asked for. */
  judged(verdict: SetVerdict): TapeSet {
    return new TapeSet(this.source, this.first, this.last, verdict);
  }

  #header(element: number): string {
    const { marks, starts } = this.source.tape;
    const at = starts[this.first]!;
    if (starts[this.first + 1]! - at - 2 < element) return '';
    return shortText(this.source, marks[at + element]! + 1, marks[at + element + 1]!);
  }
}
