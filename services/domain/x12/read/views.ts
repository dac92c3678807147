import type { Finding } from '../../finding.ts';
import { SetLoops } from '../check/set-loops.ts';
import { buildTree } from '../check/tree.ts';
import type { UnlistedPlaces } from '../fault-sink.ts';
import type { ByteRange, Loop, Segment, TransactionSet } from '../model.ts';
import type { SetDefinition } from '../standard/set-definition.ts';
import { type Source, Span, shortText } from './tape.ts';

/** A segment read lazily from the tape. */
export class TapeSegment implements Segment {
  readonly id: string;
  readonly position: number;
  readonly count: number;
  /** Place on the tape. */
  readonly index: number;
  readonly #span: Span;
  readonly #at: number;

  /** `position` is the segment's place in the set, 0 for envelope segments. */
  constructor(span: Span, index: number, position: number) {
    const { marks, starts } = span.source.tape;
    this.#span = span;
    this.index = index;
    this.#at = starts[index]!;
    this.position = position;
    this.count = starts[index + 1]! - this.#at - 2;
    this.id = span.cut(marks[this.#at]!, marks[this.#at + 1]!);
  }

  get range(): ByteRange {
    const { marks, origin } = this.#span.source.tape;
    return [origin + marks[this.#at]!, origin + marks[this.#at + this.count + 1]!];
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
    const [start, end] = this.placeOf(element, component, repetition);
    return this.#span.cut(start, end);
  }

  rangeOf(element: number, component?: number, repetition?: number): ByteRange {
    const { origin } = this.#span.source.tape;
    const [start, end] = this.placeOf(element, component, repetition);
    return [origin + start, origin + end];
  }

  /** What `rangeOf` answers, as a place on the tape. */
  placeOf(element: number, component?: number, repetition?: number): ByteRange {
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

/** Where the segments of a checked set belong in its definition. */
export interface Placement {
  readonly definition: SetDefinition;
  /** The version whose layout that is, where the set fits that one and not what is told of its own version. */
  readonly layoutOf?: string;
  /** Node index by segment, `UNPLACED` or `strayIn(loop)`; the set's first segment stands at `from`. */
  readonly placed: Int32Array;
  readonly from: number;
}

/** Where a set is on the tape: the places of its first and last segment. */
export interface TapePlace {
  readonly source: Source;
  readonly first: number;
  readonly last: number;
}

/** A set that knows its place on the tape. */
export interface PlacedSet extends TransactionSet {
  readonly place: TapePlace;
  /** Present after `check` found a definition of the set. */
  readonly placement?: Placement | undefined;
  /** Places of the standard's findings that are not listed, until the set was held against guide and trade rules. */
  readonly unlisted?: UnlistedPlaces | undefined;
}

/** What `read` and `check` say of a set. */
export interface SetVerdict {
  readonly findings: readonly Finding[];
  readonly status: 'A' | 'E' | 'R';
  readonly placement?: Placement | undefined;
  readonly unlisted?: UnlistedPlaces | undefined;
}

/**
 * A set on the tape, cheap to make: its segments and loops are made when they are asked for. They are no properties of the object itself: instead of
 * copying it by spreading, use `withVerdict`.
 */
export class TapeSet implements PlacedSet {
  readonly place: TapePlace;
  readonly code: string;
  readonly control: string;
  readonly findings: readonly Finding[];
  readonly status: 'A' | 'E' | 'R';
  readonly placement: Placement | undefined;
  readonly unlisted: UnlistedPlaces | undefined;
  /** The set that this one is another verdict on. */
  readonly #same: TapeSet | undefined;
  #segments: readonly Segment[] | undefined;
  #tree: Loop | undefined;

  constructor(place: TapePlace, { findings, status, placement, unlisted }: SetVerdict, same?: TapeSet) {
    this.place = place;
    this.code = same === undefined ? headerText(place, 1) : same.code;
    this.control = same === undefined ? headerText(place, 2) : same.control;
    this.findings = findings;
    this.status = status;
    this.placement = placement;
    this.unlisted = unlisted;
    this.#same = same;
  }

  get range(): ByteRange {
    return rangeOf(this.place);
  }

  get segments(): readonly Segment[] {
    this.#segments ??= this.#same?.segments ?? segmentsOf(this.place);
    return this.#segments;
  }

  get tree(): Loop | undefined {
    const { placement } = this;
    if (placement === undefined) return undefined;
    this.#tree ??=
      this.#same?.placement === placement
        ? this.#same.tree!
        : buildTree(new SetLoops(this.place, placement), this.segments);
    return this.#tree;
  }

  judged(verdict: SetVerdict): TapeSet {
    return new TapeSet(this.place, verdict, this);
  }
}

/** The same set with other findings and status; its segments and loops are still made only when they are asked for. */
export function withVerdict(
  set: TransactionSet,
  findings: readonly Finding[],
  status: TransactionSet['status'],
): TransactionSet {
  if (!(set instanceof TapeSet)) return { ...set, findings, status };
  return set.judged({ findings, status, placement: set.placement, unlisted: set.unlisted });
}

function segmentsOf({ source, first, last }: TapePlace): readonly Segment[] {
  const { marks, starts } = source.tape;
  const span = new Span(source, marks[starts[first]!]!, marks[starts[last + 1]! - 1]!);
  return Array.from({ length: last - first + 1 }, (_, nth) => new TapeSegment(span, first + nth, nth + 1));
}

/** The ST segment of a set, without making the others. */
export function firstSegmentOf({ source, first }: TapePlace): TapeSegment {
  const { marks, starts } = source.tape;
  return new TapeSegment(new Span(source, marks[starts[first]!]!, marks[starts[first + 1]! - 1]!), first, 1);
}

/** How many segments a set has, without making them. */
export function segmentCountOf(set: TransactionSet): number {
  const place = placeOf(set);
  return place === undefined ? set.segments.length : place.last - place.first + 1;
}

/** The place on the tape of a set that `read` made; undefined for a set of any other origin. */
export function placeOf(set: TransactionSet): TapePlace | undefined {
  return isPlaced(set) ? set.place : undefined;
}

/** True for a set that `read` made. */
export function isPlaced(set: TransactionSet): set is TapeSet {
  return set instanceof TapeSet;
}

function rangeOf({ source, first, last }: TapePlace): ByteRange {
  const { marks, starts, origin } = source.tape;
  return [origin + marks[starts[first]!]!, origin + marks[starts[last + 1]! - 1]!];
}

function headerText({ source, first }: TapePlace, element: number): string {
  const { marks, starts } = source.tape;
  const at = starts[first]!;
  if (starts[first + 1]! - at - 2 < element) return '';
  return shortText(source, marks[at + element]! + 1, marks[at + element + 1]!);
}
