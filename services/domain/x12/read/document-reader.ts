import type { Finding } from '../../finding.ts';
import { FindingCollector, FindingRoom, type ListLimits } from '../../finding-list.ts';
import { fault } from '../fault.ts';
import { classify, LOOKED_AT_BYTES } from './classify.ts';
import { EnvelopeReader } from './envelope.ts';
import { findFixedHeader, mayGoOn, startsHeader } from './fixed-header.ts';
import { type Header, isHeaderAtHand, readHeader } from './header.ts';
import type { ReadSink } from './read-sink.ts';
import { Scanner } from './scan.ts';
import { doubled, latin1, type Source, type Tape } from './tape.ts';
import type { Needed, TapeReader } from './window.ts';

/** `start`: at the first byte. `between`: before an interchange or junk. `junk`, `lost`: looking for an ISA, with and without a finding about what is passed over. */
type Phase = 'start' | 'between' | 'junk' | 'lost' | 'header' | 'interchange' | 'end';

/**
 * Reads a document from one tape after the other: what stands between the interchanges, their headers, and through the scanner what is in them.
 * It stops where the bytes at hand do not tell how it goes on, and goes on from there when there are more. Never throws: whatever is wrong is a finding.
 */
export class DocumentReader implements TapeReader {
  #tape: Tape;
  readonly #sink: ReadSink;
  readonly #room: FindingRoom;
  readonly #findings: FindingCollector;
  #phase: Phase = 'start';
  /** Place on the tape where to go on. */
  #at = 0;
  #junk: { readonly offset: number; head: Buffer | undefined } | undefined;
  #scanner: Scanner | undefined;
  #envelope: EnvelopeReader | undefined;
  #interchanges = 0;
  /** The terminator of the last interchange, as a byte; -1 without one or where it has several bytes. */
  #terminator = -1;
  #surplusTold = false;
  #faulty = false;

  constructor(tape: Tape, sink: ReadSink, limits?: ListLimits) {
    this.#tape = tape;
    this.#sink = sink;
    this.#room = new FindingRoom(limits);
    this.#findings = new FindingCollector(this.#room);
  }

  /** Reads as far as the bytes at hand go; with `final`, nothing follows them. */
  run(final: boolean): void {
    while (this.#step(final));
  }

  /** What must stay on the tape when another one takes its place. */
  needed(): Needed {
    const { starts, marks, segmentCount, origin } = this.#tape;
    if (this.#phase === 'interchange') {
      const segment = this.#envelope!.needed;
      return { from: segment < segmentCount ? marks[starts[segment]!]! : this.#scanner!.at, segment };
    }
    const isWhole = this.#junk === undefined || this.#junk.head !== undefined;
    return { from: isWhole ? this.#at : this.#junk!.offset - origin, segment: segmentCount };
  }

  /** The tape was replaced by one that begins so many bytes and segments later. */
  moved(tape: Tape, bytes: number, segments: number): void {
    this.#tape = tape;
    this.#at -= bytes;
    this.#scanner?.moved(bytes);
    this.#envelope?.moved(tape, segments);
  }

  /** True when there is something else to do with the bytes at hand. */
  #step(final: boolean): boolean {
    switch (this.#phase) {
      case 'start':
        return this.#skipMark(final);
      case 'between':
        return this.#between(final);
      case 'junk':
      case 'lost':
        return this.#lookForHeader(final);
      case 'header':
        return this.#readHeader(final);
      case 'interchange':
        return this.#readInterchange(final);
      case 'end':
        return false;
    }
  }

  #skipMark(final: boolean): boolean {
    const { bytes } = this.#tape;
    const marked = [0xef, 0xbb, 0xbf].every((byte, at) => at >= bytes.length || bytes[at] === byte);
    if (marked && bytes.length < 3 && !final) return false;
    this.#phase = 'between';
    if (!marked || bytes.length < 3) return true;
    this.#at = 3;
    const explanation = 'The document starts with a UTF-8 byte order mark; it was skipped. Save the file without one.';
    this.#note(fault('x12.document.byte-order-mark', { offset: 0, end: 3, explanation }));
    return true;
  }

  #between(final: boolean): boolean {
    const at = this.#skipPadding();
    const { bytes, origin } = this.#tape;
    if (at >= bytes.length) {
      if (final) this.#finish();
      return false;
    }
    if (bytes[at] === 73 && at + 4 > bytes.length && !final) return false;
    if (startsHeader(bytes, at)) this.#phase = 'header';
    else {
      this.#junk = { offset: origin + at, head: undefined };
      this.#phase = 'junk';
    }
    return true;
  }

  /** Skips what may stand between interchanges; terminators that are doubled are told of, once for each interchange. */
  #skipPadding(): number {
    const { bytes, origin } = this.#tape;
    let at = this.#at;
    for (; at < bytes.length; at += 1) {
      const isTerminator = bytes[at] === this.#terminator;
      if (!isTerminator && !isPadding(bytes[at]!)) break;
      if (!isTerminator || this.#surplusTold) continue;
      this.#surplusTold = true;
      const explanation =
        'Another terminator stands behind the IEA segment; it was skipped. End every segment with exactly one.';
      this.#note(fault('x12.interchange.empty-segments', { offset: origin + at, end: origin + at + 1, explanation }));
    }
    this.#at = at;
    return at;
  }

  #lookForHeader(final: boolean): boolean {
    const { bytes, origin } = this.#tape;
    const found = findFixedHeader(bytes, this.#at, bytes.length, !final);
    this.#at = found < 0 ? bytes.length : found;
    const junk = this.#junk;
    // The first of it is all that is shown and judged.
    if (junk !== undefined && junk.head === undefined) {
      const start = junk.offset - origin;
      if (this.#at - start >= LOOKED_AT_BYTES || final || (found >= 0 && !mayGoOn(bytes, found)))
        junk.head = Buffer.from(bytes.subarray(start, Math.min(this.#at, start + LOOKED_AT_BYTES)));
    }
    if (!final && (found < 0 || mayGoOn(bytes, found))) return false;
    if (junk !== undefined) this.#noteJunk(junk.head!, junk.offset, origin + this.#at, found < 0);
    this.#junk = undefined;
    this.#envelope?.finish(this.#at, false);
    this.#envelope = undefined;
    if (found < 0) this.#finish();
    else this.#phase = 'header';
    return true;
  }

  #readHeader(final: boolean): boolean {
    const tape = this.#tape;
    if (!final && !isHeaderAtHand(tape.bytes, this.#at)) return false;
    const header = readHeader(tape, this.#at);
    if ('code' in header) {
      this.#note(header);
      this.#at += 3;
      this.#phase = 'lost';
      return true;
    }
    this.#interchanges += 1;
    const { terminator } = header.delimiters;
    this.#terminator = terminator.length === 1 ? terminator.charCodeAt(0) : -1;
    this.#surplusTold = false;
    const index = tape.segmentCount;
    pushHeader(tape, header);
    const source: Source = { tape, delimiters: header.delimiters, wrapped: header.usable && header.wrapped };
    this.#envelope = new EnvelopeReader(source, header, index, this.#sink, this.#room);
    this.#at = header.end + header.delimiters.terminator.length;
    if (header.usable) this.#scanner = new Scanner(this.#envelope, this.#at);
    this.#phase = header.usable ? 'interchange' : 'lost';
    return true;
  }

  #readInterchange(final: boolean): boolean {
    const scanner = this.#scanner!;
    if (!scanner.run(final)) return false;
    this.#at = scanner.at;
    this.#envelope!.finish(scanner.end, true);
    this.#scanner = undefined;
    this.#envelope = undefined;
    this.#phase = 'between';
    return true;
  }

  #finish(): void {
    this.#phase = 'end';
    const { bytes, origin } = this.#tape;
    if (this.#interchanges === 0 && !this.#faulty)
      this.#note(classify(bytes.subarray(bytes.length), origin + bytes.length));
    for (const counted of this.#findings.counted) this.#sink.finding(counted);
  }

  /** Bytes that belong to no interchange. Where there is none at all, what the document is; nothing where a cut header says it already. */
  #noteJunk(head: Buffer, offset: number, end: number, last: boolean): void {
    if (last && this.#interchanges === 0) {
      if (!this.#faulty) this.#note(classify(head, offset, end));
      return;
    }
    const explanation = `${end - offset} bytes at ${offset} belong to no interchange and were left out. Remove them from the file.`;
    const received = latin1(head, 0, Math.min(head.length, end - offset, 80));
    this.#note(fault('x12.document.junk', { offset, end, received, expected: 'ISA', explanation }));
  }

  #note(finding: Finding): void {
    if (finding.level === 'standard') this.#faulty = true;
    if (this.#findings.add(finding)) this.#sink.finding(finding);
  }
}

function pushHeader(tape: Tape, header: Header): void {
  while (tape.marks.length < tape.markCount + 20) tape.marks = doubled(tape.marks);
  while (tape.starts.length < tape.segmentCount + 4) tape.starts = doubled(tape.starts);
  tape.starts[tape.segmentCount] = tape.markCount;
  tape.marks[tape.markCount++] = header.start;
  for (const separator of header.separators) tape.marks[tape.markCount++] = separator;
  tape.marks[tape.markCount++] = header.end;
  tape.segmentCount += 1;
  tape.starts[tape.segmentCount] = tape.markCount;
}

/** White space, NUL and the end-of-file byte that some systems pad with. */
function isPadding(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13) || byte === 0 || byte === 26;
}
