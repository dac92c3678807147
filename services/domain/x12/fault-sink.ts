import { UnlistedKinds } from '../counted-findings.ts';
import type { AckCodes, Finding, FindingLevel } from '../finding.ts';
import { type FindingRoom, placeNumber } from '../finding-list.ts';
import type { AgreedDeviation } from './check/agreed.ts';
import { rejectsSet } from './check/status.ts';
import { type FaultDetail, findingOf, SAID_LIMIT } from './fault.ts';
import type { X12FindingCode } from './findings-catalogue.ts';
import { latin1, Span } from './read/tape.ts';
import { type TapePlace, TapeSegment } from './read/views.ts';
import { ONE_SOURCE } from './standard/segment-definition.ts';
import type { LoopNode } from './standard/set-definition.ts';

/** Where a fault of a segment or element is found: the segment on the tape, its id as a number, and where it is an element which. */
export interface FaultPlace {
  readonly index: number;
  readonly key: number;
  readonly element?: number;
  readonly component?: number | undefined;
  /**
   * The version that the broken rule rests on, where nobody knows whether it holds in the document's own, or `ONE_SOURCE` where only one source says
   * that it does: then the finding is a note.
   */
  readonly basis?: string | undefined;
  /** The place in the set of a segment that is missing or there too often. */
  readonly node?: number;
  /** The loop in which a misplaced segment stands. */
  readonly within?: LoopNode;
  /** On the tape, of a value that its element does not allow. */
  readonly start?: number;
  readonly end?: number;
  /** What was agreed with the partner about it: then it is no fault. */
  readonly agreed?: AgreedDeviation | undefined;
}

/** Tells whether those who know better find the same fault. */
export type Confirm<Code extends string> = (code: Code, at: FaultPlace) => boolean;

/** Finds what was agreed about a fault. */
export type Agree<Code extends string> = (code: Code, at: FaultPlace) => AgreedDeviation | undefined;

/** What a finding tells beyond code, place and acknowledgement codes; asked for only where the finding is listed, as it costs more than the check. */
type Tell<Detail> = () => Detail;

/** The detail of a fault of an element; `start` and `end` on the tape, where they are not those of the whole element. */
type ElementDetail = FaultDetail & { readonly start?: number; readonly end?: number };

/** Places of a set with findings that are not listed, for those who must know every place. */
export interface UnlistedPlaces {
  /** Elements with a fault, as `placeNumber` has them. */
  readonly elements: readonly number[];
  /** Those with a code that is not in our part of its list. */
  readonly codes: readonly number[];
  /** Ids of segments that are missing, misspelt or misplaced. */
  readonly segments: readonly string[];
}

/** The findings of a set, listed and counted. */
export interface FoundInSet {
  readonly findings: readonly Finding[];
  readonly unlisted: UnlistedPlaces | undefined;
}

/** The code of what would be a fault and was agreed. */
const AGREED = 'guide.deviation-agreed';

/** Collects the findings of sets, one after the other, and fills in their places. The first ones are listed, the others only counted. */
export class FaultSink<Code extends string = X12FindingCode> {
  readonly #room: FindingRoom;
  readonly #catalogue: Readonly<Record<Code, { readonly level: FindingLevel }>>;
  #place!: TapePlace;
  #confirm: Confirm<Code> | undefined;
  #agree: Agree<Code> | undefined;
  #span: Span | undefined;
  #listed: Finding[] = [];
  #same = new Map<number, number>();
  #kinds = new UnlistedKinds();
  #elements: number[] = [];
  #codes: number[] = [];
  #segments = new Set<string>();

  constructor(room: FindingRoom, catalogue: Readonly<Record<Code, { readonly level: FindingLevel }>>) {
    this.#room = room;
    this.#catalogue = catalogue;
  }

  /** Begins with a set; what was found in the one before is taken by then. `confirm` is asked about what one source says, `agree` about every fault. */
  begin(place: TapePlace, confirm?: Confirm<Code>, agree?: Agree<Code>): void {
    this.#place = place;
    this.#confirm = confirm;
    this.#agree = agree;
    this.#span = undefined;
    if (this.#listed.length > 0) this.#listed = [];
    if (this.#same.size > 0) this.#same = new Map();
    if (this.#kinds.isEmpty) return;
    this.#kinds = new UnlistedKinds();
    this.#elements = [];
    this.#codes = [];
    this.#segments = new Set();
  }

  /** Whether nothing was found in the set so far. */
  get isEmpty(): boolean {
    return this.#listed.length === 0 && this.#kinds.isEmpty;
  }

  /** What was found in the set. */
  take(): FoundInSet {
    if (this.#kinds.isEmpty) return { findings: this.#listed, unlisted: undefined };
    return {
      findings: [...this.#listed, ...this.#kinds.findings(this.#listed)],
      unlisted: { elements: this.#elements, codes: this.#codes, segments: [...this.#segments] },
    };
  }

  /** A segment of the set, for its id and text. */
  show(index: number): TapeSegment {
    const { source, first, last } = this.#place;
    const { marks, starts } = source.tape;
    this.#span ??= new Span(source, marks[starts[first]!]!, marks[starts[last + 1]! - 1]!);
    return new TapeSegment(this.#span, index, index - first + 1);
  }

  /** A fault of a whole segment; `meant` is the id of the segment that probably is meant. */
  segment(code: Code, ack: AckCodes | undefined, place: FaultPlace, tell: Tell<FaultDetail>, meant?: string): void {
    const at = this.settled(code, place);
    const { index } = at;
    if (!this.#isListed(code, ack, at)) {
      this.#segments.add(this.show(index).id);
      if (meant !== undefined) this.#segments.add(meant);
      return;
    }
    const { id, position, range } = this.show(index);
    const { marks, starts } = this.#place.source.tape;
    const received = this.#said(marks[starts[index]!]!, marks[starts[index + 1]! - 1]!);
    this.#add(code, ack, at, { segment: id, position, offset: range[0], end: range[1], received, ...tell() });
  }

  /** A segment that is not there: the place is that of the segment found instead. */
  gap(code: Code, ack: AckCodes | undefined, place: FaultPlace, id: string, tell: Tell<FaultDetail>): void {
    const at = this.settled(code, place);
    if (!this.#isListed(code, ack, at)) {
      this.#segments.add(id);
      return;
    }
    const { position, range } = this.show(at.index);
    this.#add(code, ack, at, { segment: id, position, offset: range[0], end: range[0], ...tell() });
  }

  /** A fault of an element. */
  element(
    code: Code,
    ack: AckCodes | undefined,
    place: FaultPlace & { readonly element: number },
    tell: Tell<ElementDetail>,
  ): void {
    const at = this.settled(code, place);
    const { index, element, component } = at;
    if (!this.#isListed(code, ack, at)) {
      const position = index - this.#place.first + 1;
      if (code === 'x12.element.code-unlisted') this.#codes.push(placeNumber(position, element, component));
      else if (this.#levelOf(code, at) !== 'note') this.#elements.push(placeNumber(position, element, component));
      return;
    }
    const segment = this.show(index);
    const { origin } = this.#place.source.tape;
    const { start, end, ...detail } = tell();
    const [from, to] = start === undefined ? segment.placeOf(element) : [start, end ?? start];
    const where = { segment: segment.id, position: segment.position, element, component };
    const bytes = { offset: origin + from, end: origin + to, received: this.#said(from, to) };
    this.#add(code, ack, at, { ...where, ...bytes, ...detail });
  }

  /** The place with what was agreed about it, and without a basis where what one source says is confirmed. */
  settled<Place extends FaultPlace>(code: Code, at: Place): Place {
    const agreed = this.#agree?.(code, at);
    if (agreed !== undefined) return { ...at, agreed };
    if (at.basis !== ONE_SOURCE || this.#confirm?.(code, at) !== true) return at;
    return { ...at, basis: undefined };
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

  /** Whether the fault is listed; one that is not is counted. */
  #isListed(code: Code, ack: AckCodes | undefined, at: FaultPlace): boolean {
    const { key, element = 0, basis, agreed } = at;
    const level = this.#levelOf(code, at);
    const { samePlace, sameNote, list } = this.#room.limits;
    const isNote = level === 'note';
    const isRejecting = !isNote && rejectsSet(code, ack);
    const named = agreed === undefined ? code : AGREED;
    // What rejects the set is not crowded out by what does not: it has places of its own.
    const where = (key * 64 + (element & 63)) * 3 + (isNote ? 1 : isRejecting ? 2 : 0);
    const same = (this.#same.get(where) ?? 0) + 1;
    const isFull = this.#listed.length >= list && !(isRejecting && same === 1);
    if (same > (isNote ? sameNote : samePlace) || isFull || !this.#room.take(isRejecting)) {
      this.#kinds.add(named, level, basis === undefined && agreed === undefined ? ack : undefined);
      return false;
    }
    this.#same.set(where, same);
    return true;
  }

  #levelOf(code: Code, { basis, agreed }: FaultPlace): FindingLevel {
    return basis === undefined && agreed === undefined ? this.#catalogue[code].level : 'note';
  }

  /** What breaks a rule that may not hold is told, and neither acknowledged nor corrected. */
  #add(code: Code, ack: AckCodes | undefined, at: FaultPlace, detail: FaultDetail): void {
    const { basis, agreed } = at;
    const level = this.#levelOf(code, at);
    if (agreed !== undefined) {
      const explanation = `Agreed deviation “${agreed.name}”: ${agreed.reason} It is no fault, and nothing is rejected for it.`;
      this.#listed.push(findingOf(AGREED, level, { ...detail, explanation, corrected: undefined }));
      return;
    }
    if (basis === undefined) {
      this.#listed.push(findingOf(code, level, { ...detail, ack }));
      return;
    }
    const because =
      basis === ONE_SOURCE
        ? "This rests on one public source for the document's version, and the versions around it do not all say the same"
        : `This rests on version ${basis}, because what the document's own version says here is not known`;
    const explanation = `${detail.explanation} ${because}: it is a note and rejects nothing.`;
    this.#listed.push(findingOf(code, level, { ...detail, explanation, corrected: undefined }));
  }

  /** No more of the text than a finding shows. */
  #said(start: number, end: number): string {
    return this.#text(start, Math.min(end, start + SAID_LIMIT + 1));
  }

  #text(start: number, end: number): string {
    return latin1(this.#place.source.tape.bytes, start, end);
  }
}
