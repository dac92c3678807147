import type { Finding } from '../finding.ts';
import { classify } from './classify.ts';
import { EnvelopeReader } from './envelope.ts';
import { fault } from './fault.ts';
import { findFixedHeader, type Header, readHeader, startsHeader } from './header.ts';
import type { Interchange, Reading } from './model.ts';
import { scan } from './scan.ts';
import { latin1, newTape, type Source, type Tape } from './tape.ts';

/**
 * Reads a document: delimiters from each ISA, offsets of every segment and element, envelopes with their counts and control numbers.
 * Never throws: whatever is wrong is a finding. Values are decoded only when asked for.
 */
export function read(bytes: Uint8Array): Reading {
  const findings: Finding[] = [];
  const interchanges: Interchange[] = [];
  const tape = newTape(bytes);
  const from = skipMark(bytes, findings);
  let at = from;
  for (;;) {
    at = skipPadding(bytes, at);
    if (at >= bytes.length) break;
    const start = startsHeader(bytes, at) ? at : findFixedHeader(bytes, at, bytes.length);
    if (start !== at) {
      if (interchanges.length === 0 && start < 0) findings.push(...firstFault(bytes, at, findings));
      else findings.push(junk(bytes, at, start < 0 ? bytes.length : start));
      if (start < 0) break;
    }
    const header = readHeader(bytes, start);
    if ('code' in header) {
      findings.push(header);
      at = afterCutHeader(bytes, start);
      continue;
    }
    const { interchange, next } = readInterchange(tape, header);
    interchanges.push(interchange);
    at = next;
  }
  if (interchanges.length === 0 && findings.every(({ level }) => level === 'note'))
    findings.push(classify(bytes.subarray(from)));
  return { interchanges, findings };
}

function readInterchange(tape: Tape, header: Header): { interchange: Interchange; next: number } {
  const headerIndex = tape.segmentCount;
  pushHeader(tape, header);
  const wrapped = header.usable && (header.wrapped || isWrapped(tape, header));
  const source: Source = { tape, delimiters: header.delimiters, wrapped };
  const envelope = new EnvelopeReader(source, header, headerIndex);
  const from = header.end + header.delimiters.terminator.length;
  if (!header.usable) {
    const next = findFixedHeader(tape.bytes, from, tape.bytes.length);
    const end = next < 0 ? tape.bytes.length : next;
    return { interchange: envelope.finish(end, false), next: end };
  }
  const { end, next } = scan(source, from, envelope);
  return { interchange: envelope.finish(end, true), next };
}

function pushHeader(tape: Tape, header: Header): void {
  if (tape.marks.length < tape.markCount + 20 || tape.starts.length < tape.segmentCount + 4) growFor(tape);
  tape.starts[tape.segmentCount] = tape.markCount;
  tape.marks[tape.markCount++] = header.start;
  for (const separator of header.separators) tape.marks[tape.markCount++] = separator;
  tape.marks[tape.markCount++] = header.end;
  tape.segmentCount += 1;
  tape.starts[tape.segmentCount] = tape.markCount;
}

function growFor(tape: Tape): void {
  const marks = new Int32Array(tape.marks.length * 2 + 64);
  marks.set(tape.marks);
  tape.marks = marks;
  const starts = new Int32Array(tape.starts.length * 2 + 16);
  starts.set(tape.starts);
  tape.starts = starts;
}

/** Line breaks count as wrapping when the first one of the interchange does not follow a terminator. */
function isWrapped(tape: Tape, header: Header): boolean {
  const { terminator: whole } = header.delimiters;
  const terminator = whole.charCodeAt(whole.length - 1);
  if (terminator === 10 || terminator === 13) return false;
  const { bytes } = tape;
  let at = nextNewline(tape, header.end);
  if (at < 0) return false;
  if (bytes[at - 1] === 13) at -= 1;
  while (bytes[at - 1] === 32 || bytes[at - 1] === 9) at -= 1;
  const before = bytes[at - 1];
  return before !== terminator && before !== 10 && before !== 13;
}

/** The next line feed from `from` on; remembered, so that a document of many interchanges is not searched to its end for each. */
function nextNewline(tape: Tape, from: number): number {
  if (tape.newlineAt >= 0 && tape.newlineAt < from) tape.newlineAt = tape.buffer.indexOf(10, from);
  return tape.newlineAt;
}

function skipMark(bytes: Uint8Array, findings: Finding[]): number {
  if (bytes[0] !== 0xef || bytes[1] !== 0xbb || bytes[2] !== 0xbf) return 0;
  const explanation = 'The document starts with a UTF-8 byte order mark; it was skipped. Save the file without one.';
  findings.push(fault('x12.document.byte-order-mark', { offset: 0, end: 3, explanation }));
  return 3;
}

/** White space, NUL and the end-of-file byte that some systems pad with. */
function skipPadding(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && isPadding(bytes[at]!)) at += 1;
  return at;
}

function isPadding(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13) || byte === 0 || byte === 26;
}

/** What a document without any interchange is; nothing where a cut header says it already. */
function firstFault(bytes: Uint8Array, at: number, findings: readonly Finding[]): Finding[] {
  return findings.some(({ level }) => level === 'standard') ? [] : [classify(bytes.subarray(at), at)];
}

function junk(bytes: Uint8Array, offset: number, end: number): Finding {
  return fault('x12.document.junk', {
    offset,
    end,
    said: latin1(bytes, offset, Math.min(end, offset + 80)),
    expected: 'ISA',
    explanation: `${end - offset} bytes at ${offset} belong to no interchange and were left out. Remove them from the file.`,
  });
}

/** Where to go on after an ISA that cannot be read: at the next good one, or nowhere. */
function afterCutHeader(bytes: Uint8Array, start: number): number {
  const next = findFixedHeader(bytes, start + 3, bytes.length);
  return next < 0 ? bytes.length : next;
}
