import type { AckCodes, Finding, FindingLevel } from '../../finding.ts';
import { append } from '../../lists.ts';
import { inColumns } from '../../visible-text.ts';
import type { Delimiters, FunctionalGroup, Interchange, ParsedDocument, TransactionSet } from '../model.ts';
import { latin1 } from '../read/tape.ts';
import { segmentCountOf } from '../read/views.ts';
import { countFindings } from './inspect.ts';

const VERDICTS = { A: 'accepted', E: 'accepted, errors noted', P: 'partly accepted', R: 'rejected' } as const;
const BEFORE_BYTES = 60;
const AFTER_BYTES = 100;
const ACK_NAMES: Readonly<Record<keyof AckCodes, string>> = {
  ta105: 'TA105',
  ak901: 'AK901',
  ak905: 'AK905',
  ak502: 'AK502',
  ak304: 'AK304',
  ak403: 'AK403',
  ik501: 'IK501',
  ik502: 'IK502',
  ik304: 'IK304',
  ik403: 'IK403',
};

/** Answers bytes of the document by their offsets; fewer at its end. */
export type BytesAt = (from: number, to: number) => Uint8Array;

/** A checked reading as a report for people: what is in the document, and each finding with its segment, the place in it, and what to do. */
export function formatInspection(reading: ParsedDocument, bytes: Uint8Array): string {
  const bytesAt: BytesAt = (from, to) => bytes.subarray(from, to);
  const lines = documentLines(reading.findings, bytesAt);
  for (const interchange of reading.interchanges) {
    append(lines, interchangeLines(interchange, bytesAt));
    for (const group of interchange.groups) {
      append(lines, groupLines(group, interchange.delimiters, bytesAt));
      for (const set of group.sets) append(lines, setLines(set, interchange.delimiters, bytesAt));
    }
    append(lines, interchangeEndLines(interchange));
  }
  const sets = reading.interchanges.flatMap(({ groups }) => groups.flatMap((group) => group.sets));
  lines.push(
    summaryLine({
      interchanges: reading.interchanges.length,
      sets: sets.length,
      rejected: sets.filter(({ status }) => status === 'R').length,
      counts: countFindings(reading),
    }),
  );
  return linesText(lines);
}

/** Lines as they are printed. */
export const linesText = (lines: readonly string[]): string => lines.map((line) => `${inColumns(line)}\n`).join('');

/** The findings that belong to no interchange. */
export function documentLines(findings: readonly Finding[], bytesAt: BytesAt): string[] {
  return findings.flatMap((finding) => [...formatFinding(finding, bytesAt, '', undefined), '']);
}

export function interchangeLines(
  interchange: Pick<Interchange, 'sender' | 'receiver' | 'control' | 'status' | 'delimiters' | 'findings'>,
  bytesAt: BytesAt,
): string[] {
  const { sender, receiver, control, status, delimiters, findings } = interchange;
  const from = `${sender.qualifier}/${sender.id}`;
  const to = `${receiver.qualifier}/${receiver.id}`;
  return [
    `Interchange ${control} from ${from} to ${to}: ${VERDICTS[status]}`,
    ...findingLines(findings, '  ', delimiters, bytesAt),
  ];
}

export function groupLines(
  group: Pick<FunctionalGroup, 'functionalId' | 'control' | 'version' | 'status' | 'findings'>,
  delimiters: Delimiters,
  bytesAt: BytesAt,
): string[] {
  const { functionalId, control, version, status, findings } = group;
  return [
    `  Group ${functionalId} ${control}, version ${version}: ${VERDICTS[status]}`,
    ...findingLines(findings, '    ', delimiters, bytesAt),
  ];
}

export function setLines(set: TransactionSet, delimiters: Delimiters, bytesAt: BytesAt): string[] {
  return [
    `    Set ${set.code} ${set.control}, ${segmentCountOf(set)} segments: ${VERDICTS[set.status]}`,
    ...findingLines(set.findings, '      ', delimiters, bytesAt),
  ];
}

export function interchangeEndLines({ acknowledgements }: Pick<Interchange, 'acknowledgements'>): string[] {
  return acknowledgements.length > 0 ? [`  ${acknowledgements.length} TA1`, ''] : [''];
}

function findingLines(
  findings: readonly Finding[],
  indent: string,
  { terminator }: Delimiters,
  bytesAt: BytesAt,
): string[] {
  return findings.flatMap((finding) => ['', ...formatFinding(finding, bytesAt, indent, terminator)]);
}

/** A finding in a few lines: code and place, the segment with a mark at the place, what is wrong and what to do. */
export function formatFinding(
  finding: Finding,
  bytesAt: BytesAt,
  indent: string,
  terminator: string | undefined,
): string[] {
  const { code, level, expected, explanation, corrected, ack } = finding;
  const lines = [
    `${level}: ${code}${finding.count === undefined ? placeOf(finding) : `, ${countedAs(finding.count)}`}`,
    ...excerpt(finding, bytesAt, terminator),
    `  ${explanation}`,
  ];
  if (expected !== undefined) lines.push(`  expected: ${expected}`);
  if (corrected !== undefined) lines.push(`  corrected: ${corrected}`);
  const codes = Object.entries(ack ?? {}).map(([key, value]) => `${ACK_NAMES[key as keyof AckCodes]} ${value}`);
  // What only a guide finds stands in a 999 and never in a 997.
  const told = codes.every((name) => name.startsWith('IK')) ? 'in a 999' : 'answered with';
  if (codes.length > 0) lines.push(`  ${told}: ${codes.join(', ')}`);
  return lines.map((line) => indent + line);
}

const countedAs = (count: number): string => (count === 1 ? 'once more' : `${count} times more`);

function placeOf({ segment, position, element, component, offset }: Finding): string {
  const parts: string[] = [];
  const part = component === undefined ? '' : `.${component}`;
  if (segment !== undefined)
    parts.push(element === undefined ? segment : `${segment}-${String(element).padStart(2, '0')}${part}`);
  if (position !== undefined && position > 0) parts.push(`segment ${position}`);
  if (offset !== undefined) parts.push(`byte ${offset}`);
  return parts.length === 0 ? '' : ` at ${parts.join(', ')}`;
}

/** The segment around the finding's place, and a second line that points at it. */
function excerpt(finding: Finding, bytesAt: BytesAt, terminator: string | undefined): string[] {
  if (finding.offset === undefined) return [];
  const start = Math.max(0, finding.offset - BEFORE_BYTES);
  const bytes = bytesAt(start, finding.offset + BEFORE_BYTES + AFTER_BYTES);
  if (bytes.length === 0) return [];
  const offset = finding.offset - start;
  const end = (finding.end ?? finding.offset) - start;
  const stop = terminator === undefined ? 10 : terminator.charCodeAt(0);
  let from = Math.min(offset, bytes.length);
  while (from > 0 && bytes[from - 1] !== stop) from -= 1;
  while (from < offset && (bytes[from] === 10 || bytes[from] === 13)) from += 1;
  let to = Math.min(Math.max(end, offset), bytes.length);
  to = Math.min(to, from + BEFORE_BYTES + AFTER_BYTES);
  while (to < bytes.length && to - offset < AFTER_BYTES && bytes[to] !== stop) to += 1;
  const text = latin1(bytes, from, to);
  const marked = Math.max(1, Math.min(end, to) - offset);
  return text.trim() === '' ? [] : [`  ${text}`, `  ${' '.repeat(offset - from)}${'^'.repeat(marked)}`];
}

/** What the last line says of the whole document. */
export interface InspectionSummary {
  readonly interchanges: number;
  readonly sets: number;
  readonly rejected: number;
  readonly counts: Readonly<Record<FindingLevel, number>>;
}

export function summaryLine({ interchanges, sets, rejected, counts }: InspectionSummary): string {
  const levels = Object.entries(counts).filter(([, count]) => count > 0);
  const found = levels.length === 0 ? 'no findings' : levels.map(([level, count]) => `${count} ${level}`).join(', ');
  const noun = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
  const total = levels.reduce((sum, [, count]) => sum + count, 0);
  const findings = total === 0 ? found : `${noun(total, 'finding')} (${found})`;
  return `${noun(interchanges, 'interchange')}, ${noun(sets, 'set')}: ${sets - rejected} accepted, ${rejected} rejected; ${findings}`;
}
