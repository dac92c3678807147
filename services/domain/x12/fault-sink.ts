import type { Finding } from '../finding.ts';
import { type FaultDetail, fault, SAID_LIMIT } from './fault.ts';
import type { X12FindingCode } from './findings-catalogue.ts';
import { latin1, Span } from './read/tape.ts';
import { type TapePlace, TapeSegment } from './read/views.ts';

/** Faults at the same segment id and element are listed so many times in a set, notes fewer times. */
const SAME_LIMIT = 10;
const SAME_NOTE_LIMIT = 3;

/** Collects the findings of sets, one after the other, up to a limit for each, and fills in their places. */
export class FaultSink<Code extends string = X12FindingCode> {
  findings: Finding[] = [];
  #place!: TapePlace;
  #span: Span | undefined;
  readonly #limit: number;
  #same = new Map<number, number>();
  #dropped = 0;

  readonly #make: (code: Code, detail: FaultDetail) => Finding;

  constructor(limit: number, make: (code: Code, detail: FaultDetail) => Finding) {
    this.#limit = limit;
    this.#make = make;
  }

  /** Begins with a set; what was found in the one before is taken by then. */
  begin(place: TapePlace): void {
    this.#place = place;
    this.#span = undefined;
    if (this.findings.length > 0) this.findings = [];
    if (this.#same.size > 0) this.#same = new Map();
    this.#dropped = 0;
  }

  /** Whether another fault at this segment id (as a number) and element is listed; asked before the finding is made, which costs more. */
  wants(key: number, element = 0, isNote = false): boolean {
    const where = (key * 64 + (element & 63)) * 2 + (isNote ? 1 : 0);
    const same = (this.#same.get(where) ?? 0) + 1;
    if (same <= (isNote ? SAME_NOTE_LIMIT : SAME_LIMIT) && this.findings.length < this.#limit) {
      this.#same.set(where, same);
      return true;
    }
    if (!isNote) this.#dropped += 1;
    return false;
  }

  /** A segment of the set, for its id and text. */
  show(index: number): TapeSegment {
    const { source, first, last } = this.#place;
    const { marks, starts } = source.tape;
    this.#span ??= new Span(source, marks[starts[first]!]!, marks[starts[last + 1]! - 1]!);
    return new TapeSegment(this.#span, index, index - first + 1);
  }

  /** A fault of a whole segment. */
  segment(code: Code, index: number, detail: FaultDetail): void {
    const { id, position, range } = this.show(index);
    const { marks, starts } = this.#place.source.tape;
    const said = this.#said(marks[starts[index]!]!, marks[starts[index + 1]! - 1]!);
    this.#add(code, { segment: id, position, offset: range[0], end: range[1], said, ...detail });
  }

  /** A segment that is not there: the place is that of the segment found instead. */
  gap(code: Code, index: number, id: string, detail: FaultDetail): void {
    const { position, range } = this.show(index);
    this.#add(code, { segment: id, position, offset: range[0], end: range[0], ...detail });
  }

  /** A fault of an element, at the bytes from `start` to `end` of the tape. */
  element(code: Code, index: number, element: number, start: number, end: number, detail: FaultDetail): void {
    const { id, position } = this.show(index);
    const { origin } = this.#place.source.tape;
    const place = { segment: id, position, element, offset: origin + start, end: origin + end };
    this.#add(code, { ...place, said: this.#said(start, end), ...detail });
  }

  /** The segment with another id. */
  renamed(index: number, id: string): string {
    const { marks, starts } = this.#place.source.tape;
    return id + this.#text(marks[starts[index]! + 1]!, marks[starts[index + 1]! - 1]!);
  }

  /** The segment with the bytes from `start` to `end` replaced. */
  replaced(index: number, start: number, end: number, value: string): string {
    const { marks, starts } = this.#place.source.tape;
    return this.#text(marks[starts[index]!]!, start) + value + this.#text(end, marks[starts[index + 1]! - 1]!);
  }

  /** Adds what was left out as one note. */
  close(): void {
    if (this.#dropped === 0) return;
    const explanation = `${this.#dropped} further faults of this set are not listed. Correct those that are listed first.`;
    this.findings.push(fault('x12.set.findings-cut', { explanation }));
  }

  #add(code: Code, detail: FaultDetail): void {
    this.findings.push(this.#make(code, detail));
  }

  /** No more of the text than a finding shows. */
  #said(start: number, end: number): string {
    return this.#text(start, Math.min(end, start + SAID_LIMIT + 1));
  }

  #text(start: number, end: number): string {
    return latin1(this.#place.source.tape.bytes, start, end);
  }
}
