import type { Finding } from '../finding.ts';
import { groupAnswer } from './acknowledge-group.ts';
import { delimitersFor, usualDelimiters } from './delimiters.ts';
import type { GroupDraft, InterchangeDraft, SegmentDraft } from './draft.ts';
import type { Delimiters, FunctionalGroup, Interchange } from './model.ts';
import { write } from './write.ts';

export interface AcknowledgeOptions {
  readonly controlNumbers: {
    /** ISA13 of the answer, nine digits. */
    readonly interchange: string;
    /** GS06 of the answer; several where `acknowledgementNeeds` asks for them. */
    readonly group: string | readonly string[];
    /** ST02 of the first 997, such as `0001`; the next ones count up. */
    readonly set: string;
    /** ISA13 of a TA1 that travels beside a 997; without it the TA1 goes into the same interchange. */
    readonly ta1?: string | undefined;
  };
  /** The moment of writing: CCYYMMDD and HHMM, in the zone that the partners agreed on. */
  readonly now: { readonly date: string; readonly time: string };
  /** Answer accepted sets with an AK2 loop too. */
  readonly includeAcceptedSets: boolean;
  /** ISA15 of the answer; that of the interchange unless said. */
  readonly usage?: string | undefined;
}

/** What became of a group, as its 997 says. */
export interface AnsweredGroup {
  readonly functionalId: string;
  readonly control: string;
  readonly status: FunctionalGroup['status'];
  /** ST02 of the 997 that answers it. */
  readonly answeredBy: string;
}

export interface Acknowledgement {
  readonly ack997?: { readonly bytes: Uint8Array; readonly control: string; readonly groups: readonly AnsweredGroup[] };
  /** `bytes` is absent where the TA1 stands in the interchange of the 997. */
  readonly ta1?: {
    readonly bytes?: Uint8Array;
    readonly control: string;
    readonly status: Interchange['status'];
    readonly note: string;
  };
  /** Why an answer could not be written, such as a sender without an id. */
  readonly findings: readonly Finding[];
}

/** What answering an interchange takes: whether a TA1 and a 997 are due, and how many group control numbers the 997 needs. */
export function acknowledgementNeeds(interchange: Interchange): {
  readonly ta1: boolean;
  readonly ack997: boolean;
  readonly groups: number;
} {
  const groups = new Set(answerable(interchange).map(routeOf)).size;
  const onlyAnswers = interchange.groups.length === 0 && interchange.acknowledgements.length > 0;
  const ta1 = !onlyAnswers && (interchange.ackRequested || interchange.status === 'R');
  return { ta1, ack997: groups > 0, groups };
}

/**
 * Answers a checked interchange: a 997 for each group (never for a 997), all in one interchange back to the sender, and a TA1 where one was asked for
 * or the interchange is rejected. A rejected interchange gets its TA1 only.
 * @source X12 004010 997; X12.56 for the TA1
 */
export function acknowledge(interchange: Interchange, options: AcknowledgeOptions): Acknowledgement {
  const needs = acknowledgementNeeds(interchange);
  const note = noteCode(interchange);
  const ta1Segment = needs.ta1 ? ta1Of(interchange, note) : undefined;
  const { controlNumbers } = options;
  const apart = ta1Segment !== undefined && (!needs.ack997 || controlNumbers.ta1 !== undefined);
  const findings: Finding[] = [];
  const send = (control: string, segments: readonly SegmentDraft[], groups: readonly GroupDraft[]) => {
    const written = write(envelope(interchange, options, control, segments, groups));
    findings.push(...written.findings);
    return written.bytes;
  };
  const answer: { -readonly [K in keyof Acknowledgement]: Acknowledgement[K] } = { findings };
  if (ta1Segment !== undefined) {
    const control = apart && needs.ack997 ? controlNumbers.ta1! : controlNumbers.interchange;
    const bytes = apart ? send(control, [ta1Segment], []) : undefined;
    if (!apart || bytes !== undefined)
      answer.ta1 = { ...(bytes && { bytes }), control, status: interchange.status, note };
  }
  if (needs.ack997) {
    const { drafts, answered } = answerGroups(interchange, options);
    const bytes = send(controlNumbers.interchange, ta1Segment !== undefined && !apart ? [ta1Segment] : [], drafts);
    if (bytes !== undefined) answer.ack997 = { bytes, control: controlNumbers.interchange, groups: answered };
  }
  return answer;
}

/** Groups that get a 997: none of a rejected interchange, no acknowledgements, none without a GS to answer to. */
function answerable({ groups, status }: Interchange): FunctionalGroup[] {
  if (status === 'R') return [];
  return groups.filter((group) => group.functionalId !== 'FA' && group.header !== undefined);
}

/** Groups between the same two applications are answered in one group. */
function routeOf({ sender, receiver }: FunctionalGroup): string {
  return `${sender}\n${receiver}`;
}

function answerGroups(
  interchange: Interchange,
  options: AcknowledgeOptions,
): { drafts: GroupDraft[]; answered: AnsweredGroup[] } {
  const { controlNumbers, now } = options;
  const numbers = typeof controlNumbers.group === 'string' ? [controlNumbers.group] : controlNumbers.group;
  const byRoute = Map.groupBy(answerable(interchange), routeOf);
  const answered: AnsweredGroup[] = [];
  const nextControl = () =>
    String(Number(controlNumbers.set) + answered.length).padStart(Math.max(4, controlNumbers.set.length), '0');
  const drafts: GroupDraft[] = [];
  for (const groups of byRoute.values()) {
    const sets = groups.map((group) => {
      const control = nextControl();
      answered.push({
        functionalId: group.functionalId,
        control: group.control,
        status: group.status,
        answeredBy: control,
      });
      return {
        code: '997',
        control,
        segments: groupAnswer(group, interchange.delimiters, options.includeAcceptedSets),
      };
    });
    const { sender, receiver, version } = groups[0]!;
    const number = numbers[drafts.length];
    const last = drafts.at(-1);
    if (number === undefined && last !== undefined)
      drafts[drafts.length - 1] = { ...last, sets: [...last.sets, ...sets] };
    else {
      const route = { functionalId: 'FA', sender: receiver, receiver: sender, date: now.date, time: now.time };
      drafts.push({ ...route, control: number ?? '1', version: /^\d{6}/.exec(version)?.[0] ?? '004010', sets });
    }
  }
  return { drafts, answered };
}

function envelope(
  interchange: Interchange,
  { now, usage }: AcknowledgeOptions,
  control: string,
  acknowledgements: readonly SegmentDraft[],
  groups: readonly GroupDraft[],
): InterchangeDraft {
  return {
    sender: interchange.receiver,
    receiver: interchange.sender,
    date: now.date.slice(2),
    time: now.time.slice(0, 4),
    version: /^\d{5}$/.test(interchange.version) ? interchange.version : '00401',
    control,
    ackRequested: false,
    usage: usage ?? (/^[PTI]$/.test(interchange.usage) ? interchange.usage : 'P'),
    delimiters: answerDelimiters(interchange, acknowledgements, groups),
    acknowledgements,
    groups,
  };
}

/** The sender's own delimiters, unless a value of the answer holds one of them. */
function answerDelimiters(
  { delimiters, sender, receiver }: Interchange,
  segments: readonly SegmentDraft[],
  groups: readonly GroupDraft[],
): Delimiters {
  const texts = [sender.id, receiver.id, sender.qualifier, receiver.qualifier];
  for (const group of groups) texts.push(group.functionalId, group.sender, group.receiver);
  for (const segment of [...segments, ...groups.flatMap(({ sets }) => sets.flatMap((set) => set.segments))]) {
    for (const element of segment.elements) texts.push(...(typeof element === 'string' ? [element] : element.flat()));
  }
  return delimitersFor(texts, delimiters) ?? usualDelimiters;
}

function ta1Of({ control, date, time, status }: Interchange, note: string): SegmentDraft {
  const digits = (text: string, length: number) => text.replace(/\D/g, '').padStart(length, '0').slice(-length);
  return { id: 'TA1', elements: [digits(control, 9), digits(date, 6), digits(time, 4), status, note] };
}

/** TA105: the code of the first finding that has one; an envelope with lesser faults is noted by the element at fault. */
function noteCode({ findings, status }: Interchange): string {
  const coded = findings.find(({ ack }) => ack?.ta105 !== undefined)?.ack?.ta105;
  if (coded !== undefined) return coded;
  if (status === 'A') return '000';
  const element = findings.find(({ level, segment }) => level === 'standard' && segment === 'ISA')?.element;
  return (element !== undefined && NOTE_BY_ELEMENT[element]) || '022';
}

/** TA105 by ISA element. */
const NOTE_BY_ELEMENT: Readonly<Record<number, string>> = {
  1: '010',
  2: '011',
  3: '012',
  4: '013',
  5: '005',
  6: '006',
  7: '007',
  8: '008',
  9: '014',
  10: '015',
  11: '016',
  12: '017',
  13: '018',
  14: '019',
  15: '020',
  16: '027',
};
