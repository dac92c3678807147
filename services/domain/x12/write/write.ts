import type { Finding } from '../../finding.ts';
import { append } from '../../lists.ts';
import { fault } from '../fault.ts';
import type { ByteRange, Delimiters } from '../model.ts';
import { areUsable, isDelimiter, usualDelimiters } from '../read/delimiters.ts';
import { ISA_WIDTHS } from '../read/fixed-header.ts';
import type { GroupDraft, InterchangeDraft, Newlines, SegmentDraft, SetDraft } from './draft.ts';
import { SegmentWriter, type WrittenSegment } from './segment-writer.ts';

export interface WriteOptions {
  /** What to put after each terminator; nothing unless said. */
  readonly newline?: Newlines | undefined;
  /** latin1 refuses what it cannot carry; utf8 carries everything. */
  readonly encoding?: 'latin1' | 'utf8' | undefined;
  /** Values are bytes as they were received, one character each: those beyond ASCII are written as they are. */
  readonly asReceived?: boolean | undefined;
  /** Keep empty elements and components at the end; otherwise they are left out, as the standard wants. */
  readonly keepTrailing?: boolean | undefined;
}

export interface WrittenSet {
  /** Number of its group in the interchange, from 0. */
  readonly group: number;
  /** ST to the end of SE, without its terminator. */
  readonly range: ByteRange;
  /** ST first, SE last. */
  readonly segments: readonly WrittenSegment[];
}

export interface Written {
  readonly bytes: Uint8Array;
  readonly sets: readonly WrittenSet[];
  readonly findings: readonly [];
}

/** Nothing is written when anything is wrong. */
export interface Unwritten {
  readonly bytes?: undefined;
  readonly findings: readonly Finding[];
}

export type { WrittenSegment } from './segment-writer.ts';

/**
 * Writes an interchange: envelopes with right counts, control numbers and widths around the segments given, and where each element came to stand.
 * A value that holds a delimiter, or a character that the encoding lacks, is a finding; it is never changed.
 */
export function write(draft: InterchangeDraft, options: WriteOptions = {}): Written | Unwritten {
  const delimiters = declaredBy(draft);
  if (!areUsable(delimiters, options.encoding)) {
    const explanation =
      'The delimiters to write with must be different characters that are neither letters, digits nor blanks; line breaks only as terminator, and with UTF-8 ASCII only. Correct those of the partner.';
    return {
      findings: [fault('x12.write.delimiters', { received: Object.values(delimiters).join(' '), explanation })],
    };
  }
  const writer = new SegmentWriter(delimiters, options);
  const findings: Finding[] = headerFaults(draft, delimiters);
  writer.segment({ id: 'ISA', elements: isaElements(draft, delimiters) }, 'ISA');
  for (const segment of draft.acknowledgements ?? []) writer.segment(segment);
  const sets: WrittenSet[] = [];
  for (const [index, group] of draft.groups.entries()) writeGroup(writer, group, index, sets);
  writer.segment({ id: 'IEA', elements: [counted(draft.groups.length, draft.countWidth), draft.control] });
  append(findings, writer.findings);
  return findings.length > 0 ? { findings } : { bytes: writer.bytes(), sets, findings: [] };
}

/** The delimiters that the ISA will declare: up to 00401 it has none for repetitions, from 00402 on always one, unless ISA11 is given otherwise. */
function declaredBy({ delimiters = usualDelimiters, standardsId, version }: InterchangeDraft): Delimiters {
  const { repetition, ...others } = delimiters;
  if (!(Number.parseInt(version, 10) >= 402)) return others;
  if (standardsId !== undefined) return isDelimiter(standardsId) ? { ...others, repetition: standardsId } : others;
  const spare = () => ['^', '!', '`', '|'].find((char) => !Object.values(others).includes(char))!;
  return { ...others, repetition: repetition ?? spare() };
}

function isaElements(draft: InterchangeDraft, delimiters: Delimiters): string[] {
  const { sender, receiver } = draft;
  const standardsId = draft.standardsId ?? delimiters.repetition ?? 'U';
  const security = draft.security ?? ['00', '', '00', ''];
  const flags = [draft.ackRequested ? '1' : '0', draft.usage];
  const parties = [sender.qualifier, sender.id, receiver.qualifier, receiver.id];
  const values = [
    ...security,
    ...parties,
    draft.date,
    draft.time,
    standardsId,
    draft.version,
    draft.control,
    ...flags,
    delimiters.component,
  ];
  return values.map((value, index) => value.padEnd(ISA_WIDTHS[index]!));
}

function writeGroup(writer: SegmentWriter, group: GroupDraft, index: number, sets: WrittenSet[]): void {
  const { functionalId, sender, receiver, date, time, control, agency = 'X', version } = group;
  writer.segment({ id: 'GS', elements: [functionalId, sender, receiver, date, time, control, agency, version] });
  for (const set of group.sets) sets.push(writeSet(writer, set, index));
  writer.segment({ id: 'GE', elements: [counted(group.sets.length, group.countWidth), control] });
}

function writeSet(writer: SegmentWriter, set: SetDraft, group: number): WrittenSet {
  const header: SegmentDraft = { id: 'ST', elements: [set.code, set.control, ...(set.headerRest ?? [])] };
  const segments = [writer.segment(header), ...set.segments.map((segment) => writer.segment(segment, 'body'))];
  segments.push(writer.segment({ id: 'SE', elements: [counted(segments.length + 1, set.countWidth), set.control] }));
  return { group, range: [segments[0]!.range[0], segments.at(-1)!.range[1]], segments };
}

const counted = (count: number, width = 0): string => String(count).padStart(width, '0');

/** Envelope values that do not fit their places; written as they are, they would shift everything after them. */
function headerFaults(draft: InterchangeDraft, delimiters: Delimiters): Finding[] {
  const found: Finding[] = [];
  const add = (segment: string, element: number, received: string, expected: string) => {
    const where = `${segment}-${String(element).padStart(2, '0')}`;
    const explanation = `${where} would be "${received}", which does not fit: ${expected}. Correct the partner's ids or the control number.`;
    found.push(fault('x12.write.header', { segment, element, received, expected, explanation }));
  };
  for (const [index, value] of isaElements(draft, delimiters).entries()) {
    if (value.length !== ISA_WIDTHS[index]) add('ISA', index + 1, value, `${ISA_WIDTHS[index]} characters`);
    else if (index !== 10 && index !== 15 && hasControls(value)) add('ISA', index + 1, value, 'printable characters');
  }
  if (!/^\d{9}$/.test(draft.control)) add('ISA', 13, draft.control, 'nine digits');
  if (draft.sender.id.trim() === '') add('ISA', 6, draft.sender.id, 'an id');
  if (draft.receiver.id.trim() === '') add('ISA', 8, draft.receiver.id, 'an id');
  for (const group of draft.groups) {
    for (const [element, id] of [
      [2, group.sender],
      [3, group.receiver],
    ] as const) {
      if (id === '' || hasControls(id)) add('GS', element, id, 'an id of printable characters');
    }
    if (!/^\d{1,9}$/.test(group.control)) add('GS', 6, group.control, 'one to nine digits');
    for (const set of group.sets) {
      if (!/^.{4,9}$/.test(set.control)) add('ST', 2, set.control, 'four to nine characters');
    }
  }
  return found;
}

function hasControls(text: string): boolean {
  return [...text].some((char) => char < ' ' || char === '\u007f');
}
