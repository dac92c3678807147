import type { Finding } from '../finding.ts';
import { missingTrailer } from './envelope-place.ts';
import { fault } from './fault.ts';
import { functionalIdFaults, groupTrailerFaults } from './group-faults.ts';
import type { Header } from './header.ts';
import { interchangeTrailerFaults, isaFaults } from './interchange-faults.ts';
import type { ByteRange, FunctionalGroup, Interchange } from './model.ts';
import { ControlNumbers, setIdentityFaults, setTrailerFaults } from './set-faults.ts';
import { groupStatus, interchangeStatus, setStatus } from './status.ts';
import { keyOf, type Source, Span, segmentKey } from './tape.ts';
import { ReadSet, TapeSegment } from './views.ts';

interface OpenGroup {
  readonly header: TapeSegment | undefined;
  readonly start: number;
  readonly sets: ReadSet[];
  readonly findings: Finding[];
  readonly controls: ControlNumbers;
  strayCount: number;
}

const [ST, SE, GS, GE, IEA] = ['ST', 'SE', 'GS', 'GE', 'IEA'].map(keyOf) as [number, number, number, number, number];

/** Security and delivery services that may stand between ISA and GS; nothing is done with them. */
const SERVICES = new Set(['ISB', 'ISE', 'ISX', 'TA3']);

/** Collects the segments of one interchange into groups and sets, and notes what its envelopes do wrong. One instance reads one interchange. */
export class EnvelopeReader {
  readonly #source: Source;
  readonly #header: TapeSegment;
  readonly #start: number;
  readonly #findings: Finding[];
  readonly #groups: FunctionalGroup[] = [];
  readonly #services: TapeSegment[] = [];
  readonly #acknowledgements: TapeSegment[] = [];
  #group: OpenGroup | undefined;
  /** First segment of the open set, -1 without one. */
  #set = -1;
  #strayCount = 0;
  #closed = false;

  constructor(source: Source, header: Header, headerIndex: number) {
    this.#source = source;
    this.#start = header.start;
    this.#header = new TapeSegment(new Span(source, header.start, header.end), headerIndex, 0);
    this.#findings = [...header.findings, ...(header.usable ? isaFaults(this.#header) : [])];
  }

  /** A set is open, so that segments which are no envelope need no attention. */
  get inSet(): boolean {
    return this.#set >= 0;
  }

  /** Takes the segment at `index` of the tape; true when it ended the interchange. */
  take(index: number): boolean {
    switch (segmentKey(this.#source, index)) {
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
    this.#findings.push(finding);
  }

  /** Ends the interchange at byte `end`, whatever is still open; one that could not be scanned misses no trailer. */
  finish(end: number, scanned: boolean): Interchange {
    if (scanned && !this.#closed) {
      const last = this.#source.tape.segmentCount - 1;
      this.#closeSet(last);
      this.#closeGroup(last, undefined);
      this.#findings.push(missingTrailer('x12.interchange.trailer-missing', this.#header.text(13), end));
    }
    const header = this.#header;
    const findings = this.#findings;
    return {
      header,
      sender: { qualifier: header.text(5).trim(), id: header.text(6).trim() },
      receiver: { qualifier: header.text(7).trim(), id: header.text(8).trim() },
      date: header.text(9),
      time: header.text(10),
      version: header.text(12),
      control: header.text(13),
      ackRequested: header.text(14) === '1',
      usage: header.text(15),
      delimiters: this.#source.delimiters,
      range: [this.#start, end],
      groups: this.#groups,
      services: this.#services,
      acknowledgements: this.#acknowledgements,
      findings,
      status: interchangeStatus(findings),
    };
  }

  #beginSet(index: number): void {
    this.#closeSet(index - 1);
    if (this.#group === undefined) this.#beginGroup(index, true);
    this.#set = index;
  }

  #endSet(index: number): void {
    if (this.#set < 0) {
      const explanation =
        'This SE closes no transaction set: its ST is missing. Put the ST before the first segment of the set.';
      const finding = fault('x12.set.trailer-stray', { ...this.#place(index), explanation });
      (this.#group?.findings ?? this.#findings).push(finding);
      return;
    }
    this.#pushSet(this.#set, index, setTrailerFaults(this.#source, this.#set, index));
  }

  /** Closes a set whose SE never came; `last` is its last segment. */
  #closeSet(last: number): void {
    if (this.#set < 0) return;
    const first = this.#set;
    const { marks, starts } = this.#source.tape;
    const control = this.#segment(first, 1).text(2);
    const position = last - first + 2;
    const finding = missingTrailer('x12.set.trailer-missing', control, marks[starts[last + 1]! - 1]!);
    this.#pushSet(first, last, [{ ...finding, position }]);
  }

  #pushSet(first: number, last: number, trailer: readonly Finding[]): void {
    this.#set = -1;
    const group = this.#group!;
    const place = { source: this.#source, first, last };
    const set = new ReadSet(place, trailer, trailer.length === 0 ? 'A' : setStatus(trailer));
    const identity = setIdentityFaults(set, group.controls.repeats(set.control));
    if (identity.length === 0) group.sets.push(set);
    else {
      const findings = [...trailer, ...identity];
      group.sets.push(new ReadSet(place, findings, setStatus(findings)));
    }
  }

  #beginGroup(index: number, recovered = false): void {
    const last = index - 1;
    this.#closeSet(last);
    this.#closeGroup(last, undefined);
    const start = this.#rangeOf(index)[0];
    const header = recovered ? undefined : this.#segment(index, 0);
    this.#group = { header, start, sets: [], findings: [], controls: new ControlNumbers(), strayCount: 0 };
    if (recovered) {
      const explanation =
        'A transaction set begins outside any group. Put a GS segment before it and a GE segment after the last set.';
      const ack = { ta105: '024' };
      this.#findings.push(fault('x12.group.header-missing', { ...this.#place(index), explanation, ack }));
    }
  }

  #endGroup(index: number): void {
    this.#closeSet(index - 1);
    if (this.#group === undefined) {
      const explanation = 'This GE closes no group: its GS is missing. Put the GS before the first set of the group.';
      const ack = { ta105: '022' };
      this.#findings.push(fault('x12.group.trailer-stray', { ...this.#place(index), explanation, ack }));
      return;
    }
    this.#closeGroup(index, this.#segment(index, 0));
  }

  #closeGroup(last: number, trailer: TapeSegment | undefined): void {
    const group = this.#group;
    if (group === undefined) return;
    this.#group = undefined;
    const end = this.#rangeOf(last)[1];
    const text = (element: number) => group.header?.text(element) ?? '';
    if (group.header !== undefined) this.#findings.push(...functionalIdFaults(group.header));
    group.findings.push(...groupTrailerFaults(group.header, trailer, group.sets.length, end));
    const body = { sets: group.sets, findings: group.findings };
    this.#groups.push({
      header: group.header,
      trailer,
      functionalId: text(1),
      sender: text(2).trim(),
      receiver: text(3).trim(),
      date: text(4),
      time: text(5),
      control: text(6),
      version: text(8).trim(),
      range: [group.start, end],
      ...body,
      status: groupStatus(body),
    });
  }

  #endInterchange(index: number): void {
    const last = index - 1;
    this.#closeSet(last);
    this.#closeGroup(last, undefined);
    const trailer = this.#segment(index, 0);
    this.#findings.push(...interchangeTrailerFaults(this.#header, trailer, this.#groups.length));
    this.#closed = true;
  }

  #outside(index: number): void {
    const { id } = this.#segment(index, 0);
    if (id === 'TA1' && this.#group === undefined) {
      this.#acknowledgements.push(this.#segment(index, 0));
      return;
    }
    if (SERVICES.has(id) && this.#group === undefined) {
      this.#services.push(this.#segment(index, 0));
      return;
    }
    const group = this.#group;
    const seen = group === undefined ? this.#strayCount++ : group.strayCount++;
    if (seen > 0) return;
    const place = this.#place(index);
    if (group === undefined) {
      const explanation = `Segment ${id} stands between the groups. Put it inside a transaction set.`;
      this.#findings.push(fault('x12.interchange.segment-outside', { ...place, explanation, ack: { ta105: '022' } }));
    } else {
      const explanation = `Segment ${id} stands in the group but in no transaction set. Put it between an ST and its SE.`;
      group.findings.push(fault('x12.group.segment-outside', { ...place, explanation }));
    }
  }

  #segment(index: number, position: number): TapeSegment {
    const [start, end] = this.#rangeOf(index);
    return new TapeSegment(new Span(this.#source, start, end), index, position);
  }

  #rangeOf(index: number): ByteRange {
    const { marks, starts } = this.#source.tape;
    return [marks[starts[index]!]!, marks[starts[index + 1]! - 1]!];
  }

  #place(index: number) {
    const segment = this.#segment(index, 0);
    const [offset, end] = segment.range;
    return { segment: segment.id, offset, end, said: new Span(this.#source, offset, end).cut(offset, end) };
  }
}
