import type { AckCodes, Finding } from '../finding.ts';
import { visible } from './fault.ts';
import { allFindings, countFindings } from './inspect.ts';
import type { Interchange, Reading } from './model.ts';
import { latin1 } from './tape.ts';

const VERDICTS = { A: 'accepted', E: 'accepted, errors noted', P: 'partly accepted', R: 'rejected' } as const;
const BEFORE_BYTES = 60;
const AFTER_BYTES = 100;
const ACK_NAMES: Readonly<Record<keyof AckCodes, string>> = {
  ta105: 'TA105',
  ak905: 'AK905',
  ak502: 'AK502',
  ak304: 'AK304',
  ak403: 'AK403',
  ik501: 'IK501',
  ik502: 'IK502',
  ik304: 'IK304',
  ik403: 'IK403',
};

/** A checked reading as a report for people: what is in the document, and each finding with its segment, the place in it, and what to do. */
export function formatInspection(reading: Reading, bytes: Uint8Array): string {
  const lines: string[] = [];
  for (const finding of reading.findings) lines.push(...formatFinding(finding, bytes, '', undefined), '');
  for (const interchange of reading.interchanges) lines.push(...formatInterchange(interchange, bytes), '');
  lines.push(summary(reading));
  return `${lines.map(visible).join('\n')}\n`;
}

function formatInterchange(interchange: Interchange, bytes: Uint8Array): string[] {
  const { sender, receiver, control, status, delimiters } = interchange;
  const show = (finding: Finding, indent: string) => [
    '',
    ...formatFinding(finding, bytes, indent, delimiters.terminator),
  ];
  const lines = [
    `Interchange ${control} from ${sender.qualifier}/${sender.id} to ${receiver.qualifier}/${receiver.id}: ${VERDICTS[status]}`,
  ];
  for (const finding of interchange.findings) lines.push(...show(finding, '  '));
  for (const group of interchange.groups) {
    lines.push(`  Group ${group.functionalId} ${group.control}, version ${group.version}: ${VERDICTS[group.status]}`);
    for (const finding of group.findings) lines.push(...show(finding, '    '));
    for (const set of group.sets) {
      lines.push(`    Set ${set.code} ${set.control}, ${set.segments.length} segments: ${VERDICTS[set.status]}`);
      for (const finding of set.findings) lines.push(...show(finding, '      '));
    }
  }
  if (interchange.acknowledgements.length > 0) lines.push(`  ${interchange.acknowledgements.length} TA1`);
  return lines;
}

/** A finding in a few lines: code and place, the segment with a mark at the place, what is wrong and what to do. */
export function formatFinding(
  finding: Finding,
  bytes: Uint8Array,
  indent: string,
  terminator: string | undefined,
): string[] {
  const { code, level, expected, explanation, corrected, ack } = finding;
  const lines = [`${level}: ${code}${placeOf(finding)}`, ...excerpt(finding, bytes, terminator), `  ${explanation}`];
  if (expected !== undefined) lines.push(`  expected: ${expected}`);
  if (corrected !== undefined) lines.push(`  corrected: ${corrected}`);
  const codes = Object.entries(ack ?? {}).map(([key, value]) => `${ACK_NAMES[key as keyof AckCodes]} ${value}`);
  if (codes.length > 0) lines.push(`  answered with: ${codes.join(', ')}`);
  return lines.map((line) => indent + line);
}

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
function excerpt({ offset, end = offset }: Finding, bytes: Uint8Array, terminator: string | undefined): string[] {
  if (offset === undefined || end === undefined || bytes.length === 0) return [];
  const stop = terminator === undefined ? 10 : terminator.charCodeAt(0);
  let from = Math.min(offset, bytes.length);
  while (from > 0 && offset - from < BEFORE_BYTES && bytes[from - 1] !== stop) from -= 1;
  while (from < offset && (bytes[from] === 10 || bytes[from] === 13)) from += 1;
  let to = Math.min(Math.max(end, offset), bytes.length);
  to = Math.min(to, from + BEFORE_BYTES + AFTER_BYTES);
  while (to < bytes.length && to - offset < AFTER_BYTES && bytes[to] !== stop) to += 1;
  const text = latin1(bytes, from, to);
  const marked = Math.max(1, Math.min(end, to) - offset);
  return text.trim() === '' ? [] : [`  ${text}`, `  ${' '.repeat(offset - from)}${'^'.repeat(marked)}`];
}

function summary(reading: Reading): string {
  const sets = reading.interchanges.flatMap(({ groups }) => groups.flatMap((group) => group.sets));
  const rejected = sets.filter(({ status }) => status === 'R').length;
  const counts = countFindings(reading);
  const levels = Object.entries(counts).filter(([, count]) => count > 0);
  const found = levels.length === 0 ? 'no findings' : levels.map(([level, count]) => `${count} ${level}`).join(', ');
  const noun = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
  const total = allFindings(reading).length;
  const findings = total === 0 ? found : `${noun(total, 'finding')} (${found})`;
  return `${noun(reading.interchanges.length, 'interchange')}, ${noun(sets.length, 'set')}: ${sets.length - rejected} accepted, ${rejected} rejected; ${findings}`;
}
