import type { Finding } from '../../finding.ts';
import { FindingCollector, type FindingRoom } from '../../finding-list.ts';
import { countSet, interchangeStatus, setStatus, statusOfCounted } from '../check/status.ts';
import { groupHead, interchangeHead } from './envelope-heads.ts';
import { missingTrailer, strayFault } from './envelope-place.ts';
import { groupTrailerFaults, repeatedControl, unanswerableFaults } from './group-faults.ts';
import type { Header } from './header.ts';
import { interchangeTrailerFaults, isaFaults } from './interchange-faults.ts';
import { GroupNumbers, type OpenGroup, openGroup } from './open-group.ts';
import type { InterchangeHead, ReadSink } from './read-sink.ts';
import { endAt, isCut, rangeAt, segmentAt, strayAt } from './segment-at.ts';
import { setIdentityFaults, setTrailerFaults } from './set-faults.ts';
import { keyOf, type Source, Span, segmentKey, type Tape } from './tape.ts';
import { TapeSegment, TapeSet } from './views.ts';

const [ST, SE, GS, GE, IEA] = ['ST', 'SE', 'GS', 'GE', 'IEA'].map(keyOf) as [number, number, number, number, number];

const NONE: readonly Finding[] = [];

/** Security and delivery services that may stand between ISA and GS; nothing is done with them. */
const SERVICES = new Set(['ISB', 'ISE', 'ISX', 'TA3']);

/**
 * Puts the segments of one interchange into groups and sets, which it hands to the sink, and notes what its envelopes do wrong.
 * One instance reads one interchange.
 */
export class EnvelopeReader {
  source: Source;
  readonly #sink: ReadSink;
  readonly #head: InterchangeHead;
  readonly #header: TapeSegment;
  /** Offset in the document. */
  readonly #start: number;
  readonly #room: FindingRoom;
  readonly #findings: FindingCollector;
  readonly #services: TapeSegment[] = [];
  readonly #acknowledgements: TapeSegment[] = [];
  #group: OpenGroup | undefined;
  #groupCount = 0;
  readonly #groupNumbers = new GroupNumbers();
  /** First segment of the open set, -1 without one. */
  #set = -1;
  #strayCount = 0;
  #trailer: TapeSegment | undefined;

  constructor(source: Source, header: Header, headerIndex: number, sink: ReadSink, room: FindingRoom) {
    this.source = source;
    this.#sink = sink;
    this.#start = source.tape.origin + header.start;
    const isa = new TapeSegment(new Span(source, header.start, header.end), headerIndex, 0);
    this.#header = isa;
    this.#room = room;
    this.#findings = new FindingCollector(room);
    for (const finding of header.findings) this.note(finding);
    if (header.usable) for (const finding of isaFaults(isa, source.delimiters)) this.note(finding);
    this.#head = interchangeHead(isa, source.delimiters);
    sink.openInterchange(this.#head);
  }

  /** The first segment that must stay on the tape: that of the open set, or the next one. */
  get needed(): number {
    return this.#set >= 0 ? this.#set : this.source.tape.segmentCount;
  }

  /** The tape was replaced by one that begins `segments` later. */
  moved(tape: Tape, segments: number): void {
    this.source = { ...this.source, tape };
    if (this.#set >= 0) this.#set -= segments;
  }

  /** Line breaks stand inside segments: from the open set on they are no part of the values. */
  wrap(): void {
    this.source = { ...this.source, wrapped: true };
  }

  /** A set is open, so that segments which are no envelope need no attention. */
  get inSet(): boolean {
    return this.#set >= 0;
  }

  /** Takes the segment at `index` of the tape; true when it ended the interchange. */
  take(index: number): boolean {
    switch (segmentKey(this.source, index)) {
      case SE:
        this.#endSet(index);
        return false;
      case ST:
        this.#beginSet(index);
        return false;
      case GE:
        this.#endGroup(index);
        return false;
      case GS:
        this.#beginGroup(index);
        return false;
      case IEA:
        this.#endInterchange(index);
        return true;
      default:
        if (this.#set < 0) this.#outside(index);
        return false;
    }
  }

  note(finding: Finding): void {
    this.#findings.add(finding);
  }

  /** Ends the interchange at place `end`, whatever is still open; one that could not be scanned misses no trailer. */
  finish(end: number, scanned: boolean): void {
    const { origin, segmentCount } = this.source.tape;
    if (scanned && this.#trailer === undefined) {
      const last = segmentCount - 1;
      this.#closeSet(last);
      this.#closeGroup(last, undefined);
      const { element } = this.source.delimiters;
      const control = this.#header.text(13);
      this.note(missingTrailer('x12.interchange.trailer-missing', control, this.#groupCount, element, origin + end));
    }
    const { findings } = this.#findings;
    this.#sink.closeInterchange({
      ...this.#head,
      trailer: this.#trailer,
      range: [this.#start, origin + end],
      services: this.#services,
      acknowledgements: this.#acknowledgements,
      findings,
      status: interchangeStatus(findings),
    });
  }

  #beginSet(index: number): void {
    this.#closeSet(index - 1);
    if (isCut(this.source, index) && segmentAt(this.source, index, 1).text(2).length < 4) return;
    if (this.#group === undefined) this.#beginGroup(index, true);
    this.#set = index;
  }

  #endSet(index: number): void {
    if (this.#set < 0) {
      (this.#group?.findings ?? this.#findings).add(strayFault('set', strayAt(this.source, index)));
      return;
    }
    const faults = setTrailerFaults(this.source, this.#set, index);
    if (faults.length > 0 && isCut(this.source, index, segmentAt(this.source, this.#set, 1).text(2)))
      this.#closeSet(index - 1);
    else this.#pushSet(this.#set, index, faults);
  }

  /** Closes a set whose SE never came; `last` is its last segment. */
  #closeSet(last: number): void {
    if (this.#set < 0) return;
    const first = this.#set;
    const control = segmentAt(this.source, first, 1).text(2);
    const position = last - first + 2;
    const { element } = this.source.delimiters;
    const finding = missingTrailer('x12.set.trailer-missing', control, position, element, endAt(this.source, last));
    this.#pushSet(first, last, [{ ...finding, position }]);
  }

  #pushSet(first: number, last: number, trailer: readonly Finding[]): void {
    this.#set = -1;
    const group = this.#group!;
    const place = { source: this.source, first, last };
    let set = new TapeSet(place, { findings: NONE, status: 'A' });
    const identity = setIdentityFaults(set, group.controls.repeats(set.control));
    if (trailer.length + identity.length > 0) {
      const findings = [...trailer, ...identity].map((finding) => this.#room.admit(finding));
      set = set.judged({ findings, status: setStatus(findings) });
    }
    countSet(group.tally, set);
    this.#sink.set(set);
  }

  #beginGroup(index: number, recovered = false): void {
    const last = index - 1;
    this.#closeSet(last);
    this.#closeGroup(last, undefined);
    const start = rangeAt(this.source, index)[0];
    const header = recovered ? undefined : segmentAt(this.source, index, 0);
    if (header !== undefined && header.text(8).length < 6 && isCut(this.source, index)) return;
    const head = groupHead(header);
    this.#groupCount += 1;
    this.#group = openGroup(head, start, this.#room);
    this.#sink.openGroup(head);
    if (header !== undefined && this.#groupNumbers.repeats(head)) this.#group.findings.add(repeatedControl(header));
    if (recovered) {
      this.note(strayFault('header', strayAt(this.source, index)));
    }
  }

  #endGroup(index: number): void {
    this.#closeSet(index - 1);
    if (this.#group === undefined) {
      this.note(strayFault('group', strayAt(this.source, index)));
      return;
    }
    const trailer = segmentAt(this.source, index, 0);
    if (isCut(this.source, index, this.#group.head.control)) this.#closeGroup(index - 1, undefined);
    else this.#closeGroup(index, trailer);
  }

  #closeGroup(last: number, trailer: TapeSegment | undefined): void {
    const group = this.#group;
    if (group === undefined) return;
    this.#group = undefined;
    const { head } = group;
    const { header } = head;
    const end = endAt(this.source, last);
    const { element } = this.source.delimiters;
    if (header !== undefined) for (const finding of unanswerableFaults(header, element)) this.note(finding);
    for (const finding of groupTrailerFaults(header, trailer, group.tally.sets, end, element))
      group.findings.add(finding);
    const { findings } = group.findings;
    const status = statusOfCounted(group.tally, findings);
    this.#sink.closeGroup({ ...head, trailer, range: [group.start, end], findings, status });
  }

  #endInterchange(index: number): void {
    const last = index - 1;
    this.#closeSet(last);
    this.#closeGroup(last, undefined);
    const trailer = segmentAt(this.source, index, 0);
    if (isCut(this.source, index, this.#header.text(13))) return;
    for (const finding of interchangeTrailerFaults(this.#header, trailer, this.#groupCount)) this.note(finding);
    this.#trailer = trailer;
  }

  #outside(index: number): void {
    if (isCut(this.source, index)) return;
    const { id } = segmentAt(this.source, index, 0);
    if (id === 'TA1' && this.#group === undefined) {
      this.#acknowledgements.push(segmentAt(this.source, index, 0));
      return;
    }
    if (SERVICES.has(id) && this.#group === undefined) {
      this.#services.push(segmentAt(this.source, index, 0));
      return;
    }
    const group = this.#group;
    const seen = group === undefined ? this.#strayCount++ : group.strayCount++;
    if (seen > 0) return;
    if (group === undefined) this.note(strayFault('outside', strayAt(this.source, index)));
    else group.findings.add(strayFault('in-group', strayAt(this.source, index)));
  }
}
