import type { Finding } from '../finding.ts';
import type { SegmentDraft } from './draft.ts';
import type { Delimiters, FunctionalGroup, TransactionSet } from './model.ts';

const CODES_AT_MOST = 5;
const COPY_LIMIT = 99;
const AK4_LIMIT = 99;
const NOT_PRINTABLE = /[^ -~]/g;

/** The body of the 997 that answers a checked group: AK1, AK2 loops, AK9. */
export function groupAnswer(
  group: FunctionalGroup,
  delimiters: Delimiters,
  includeAcceptedSets: boolean,
): SegmentDraft[] {
  const segments: SegmentDraft[] = [{ id: 'AK1', elements: [group.functionalId.slice(0, 2), numberOf(group.control)] }];
  for (const set of group.sets) {
    if (includeAcceptedSets || set.status !== 'A') segments.push(...setAnswer(set, delimiters));
  }
  segments.push(groupTrailer(group));
  return segments;
}

function groupTrailer(group: FunctionalGroup): SegmentDraft {
  const codes = distinct(group.findings.map(({ ack }) => ack?.ak905));
  const received = group.sets.length;
  const stated = group.trailer?.text(1) ?? '';
  const included = /^\d{1,6}$/.test(stated) ? String(Number(stated)) : String(received);
  const accepted = group.status === 'R' ? 0 : group.sets.filter(({ status }) => status !== 'R').length;
  return { id: 'AK9', elements: [group.status, included, String(received), String(accepted), ...codes] };
}

function setAnswer(set: TransactionSet, delimiters: Delimiters): SegmentDraft[] {
  const code = set.code
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 3)
    .padEnd(3, '0');
  const control = set.control.replace(NOT_PRINTABLE, '').padStart(4, '0').slice(0, 9);
  const segments: SegmentDraft[] = [{ id: 'AK2', elements: [code, control] }];
  for (const faults of bySegment(set.findings)) segments.push(...segmentAnswer(set, faults, delimiters));
  const codes = distinct(set.findings.map(({ ack }) => ack?.ak502));
  if (segments.length > 1 && !codes.includes('5')) codes.push('5');
  segments.push({ id: 'AK5', elements: [set.status, ...codes.slice(0, CODES_AT_MOST)] });
  return segments;
}

/** Findings with a segment code, those of one segment and code together, in the order of the set. */
function bySegment(findings: readonly Finding[]): Finding[][] {
  const coded = findings.filter(
    ({ ack, position }) => position !== undefined && (ack?.ak304 !== undefined || ack?.ak403 !== undefined),
  );
  const groups = Map.groupBy(coded, ({ segment, position, ack }) => `${position} ${segment} ${ack?.ak304 ?? '8'}`);
  return [...groups.values()].sort(([a], [b]) => a!.position! - b!.position!);
}

function segmentAnswer(set: TransactionSet, faults: readonly Finding[], delimiters: Delimiters): SegmentDraft[] {
  const { segment = '', position = 0, loop = '', ack } = faults[0]!;
  const segments: SegmentDraft[] = [
    {
      id: 'AK3',
      elements: [idOf(segment), String(position), printable(loop, delimiters).slice(0, 6), ack?.ak304 ?? '8'],
    },
  ];
  for (const finding of faults.filter((fault) => fault.ack?.ak403 !== undefined).slice(0, AK4_LIMIT)) {
    segments.push(elementAnswer(set, finding, delimiters));
  }
  return segments;
}

function elementAnswer(
  set: TransactionSet,
  { position = 0, element = 0, component, reference, ack }: Finding,
  delimiters: Delimiters,
): SegmentDraft {
  const place = component === undefined ? String(element) : [String(element), String(component)];
  const known = reference !== undefined && /^\d{1,4}$/.test(reference) ? reference : '';
  const text = set.segments[position - 1]?.text(element, component) ?? '';
  // A copy of data with a bad character would make the 997 itself bad.
  const copy = ack?.ak403 === '6' ? '' : printable(text, delimiters).slice(0, COPY_LIMIT);
  return { id: 'AK4', elements: [place, known, ack!.ak403!, copy] };
}

/** The text when it can stand in an answer with these delimiters, else nothing. */
function printable(text: string, { element, component, repetition, terminator }: Delimiters): string {
  for (const char of text) {
    const code = char.charCodeAt(0);
    if (
      code < 32 ||
      code > 126 ||
      char === element ||
      char === component ||
      char === repetition ||
      char === terminator[0]
    )
      return '';
  }
  return text;
}

/** A segment id as AK301 may carry it: two or three characters. */
function idOf(segment: string): string {
  const id = segment.replace(/[^A-Za-z0-9]/g, '').slice(0, 3);
  return id.length < 2 ? id.padEnd(2, '0') : id;
}

function numberOf(control: string): string {
  const digits = control.replace(/\D/g, '').slice(0, 9);
  return digits === '' ? '0' : digits;
}

function distinct(codes: readonly (string | undefined)[]): string[] {
  const known = new Set(codes.filter((code) => code !== undefined));
  return [...known].sort((a, b) => Number(a) - Number(b)).slice(0, CODES_AT_MOST);
}
