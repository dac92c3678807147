import type { Finding } from '../../finding.ts';
import { append } from '../../lists.ts';
import type { Delimiters, FunctionalGroup, Interchange, Party } from '../model.ts';
import { delimitersFor, usualDelimiters } from '../read/delimiters.ts';
import { isControlVersion } from '../read/interchange-faults.ts';
import type { GroupDraft, InterchangeDraft, SegmentDraft } from '../write/draft.ts';
import { write } from '../write/write.ts';
import { groupAnswer, isAcknowledgementSet, verdictOnGroup } from './acknowledge-group.ts';
import { interchangeAnswer, noteCode } from './acknowledge-interchange.ts';
import type { AcknowledgementKind } from './acknowledge-set.ts';
import { addressOf } from './address.ts';

export type { AcknowledgementKind } from './acknowledge-set.ts';

/** When a TA1 is sent: never, when ISA14 asks for it or the interchange is rejected, or always. */
export type Ta1Policy = 'never' | 'when-requested' | 'always';

export interface AcknowledgeOptions {
  readonly controlNumbers: {
    /** ISA13 of the answer, nine digits. */
    readonly interchange: string;
    /** GS06 of the answer; several where `acknowledgementNeeds` asks for them. */
    readonly group: string | readonly string[];
    /** ST02 of the first 997 or 999, such as `0001`; the next ones count up. */
    readonly set: string;
    /** ISA13 of a TA1 that travels beside a 997 or 999; without it the TA1 goes into the same interchange. */
    readonly ta1?: string | undefined;
  };
  /** What acknowledges groups; 997 unless said. */
  readonly kind?: AcknowledgementKind | undefined;
  /** `when-requested` unless said. */
  readonly ta1?: Ta1Policy | undefined;
  /** The moment of writing: CCYYMMDD and HHMM, in the zone that the partners agreed on. */
  readonly now: { readonly date: string; readonly time: string };
  /** Answer accepted sets with an AK2 loop too. */
  readonly includeAcceptedSets: boolean;
  /** ISA15 of the answer; that of the interchange unless said. */
  readonly usage?: string | undefined;
}

/** What became of a group, as its 997 or 999 says. */
export interface AnsweredGroup {
  readonly functionalId: string;
  readonly control: string;
  readonly status: FunctionalGroup['status'];
  /** ST02 of the set that answers it. */
  readonly answeredBy: string;
}

export interface Acknowledgement {
  readonly functional?: {
    readonly kind: AcknowledgementKind;
    readonly bytes: Uint8Array;
    readonly control: string;
    readonly groups: readonly AnsweredGroup[];
  };
  /** `bytes` is absent where the TA1 stands in the interchange of the functional acknowledgement. */
  readonly ta1?: {
    readonly bytes?: Uint8Array;
    readonly control: string;
    readonly status: Interchange['status'];
    readonly note: string;
  };
  /** Why an answer could not be written, such as a sender without an id. */
  readonly findings: readonly Finding[];
}

/** What answering an interchange takes: whether a TA1 and a functional acknowledgement are due, and how many group control numbers that needs. */
export function acknowledgementNeeds(
  interchange: Interchange,
  policy: Ta1Policy = 'when-requested',
): {
  readonly ta1: boolean;
  readonly functional: boolean;
  readonly groups: number;
} {
  const groups = new Set(answerable(interchange).map(routeOf)).size;
  const onlyAnswers = interchange.groups.length === 0 && interchange.acknowledgements.length > 0;
  const due = policy === 'always' || interchange.ackRequested || interchange.status === 'R';
  return { ta1: policy !== 'never' && !onlyAnswers && due, functional: groups > 0, groups };
}

/**
 * Answers a checked interchange: a 997 or 999 for each group (never for one of these), all in one interchange back to the sender, and a TA1 where one
 * was asked for or the interchange is rejected. A rejected interchange gets its TA1 only.
 * @source X12 004010 997; X12 005010 999; X12.56 for the TA1
 */
export function acknowledge(interchange: Interchange, options: AcknowledgeOptions): Acknowledgement {
  const needs = acknowledgementNeeds(interchange, options.ta1);
  const note = noteCode(interchange);
  const ta1Segment = needs.ta1 ? interchangeAnswer(interchange, note) : undefined;
  const { controlNumbers } = options;
  const apart = ta1Segment !== undefined && (!needs.functional || controlNumbers.ta1 !== undefined);
  const findings: Finding[] = needs.ta1 || needs.functional ? [...addressOf(interchange).findings] : [];
  const send = (control: string, segments: readonly SegmentDraft[], groups: readonly GroupDraft[]) => {
    const written = write(envelope(interchange, options, control, segments, groups), { asReceived: true });
    append(findings, written.findings);
    return written.bytes;
  };
  const answer: { -readonly [K in keyof Acknowledgement]: Acknowledgement[K] } = { findings };
  if (ta1Segment !== undefined) {
    const control = apart && needs.functional ? controlNumbers.ta1! : controlNumbers.interchange;
    const bytes = apart ? send(control, [ta1Segment], []) : undefined;
    if (!apart || bytes !== undefined)
      answer.ta1 = { ...(bytes && { bytes }), control, status: interchange.status, note };
  }
  if (needs.functional) {
    const { drafts, answered } = answerGroups(interchange, options);
    const bytes = send(controlNumbers.interchange, ta1Segment !== undefined && !apart ? [ta1Segment] : [], drafts);
    if (bytes !== undefined)
      answer.functional = { kind: options.kind ?? '997', bytes, control: controlNumbers.interchange, groups: answered };
  }
  return answer;
}

/** Groups that are acknowledged: none of a rejected interchange, no acknowledgements, none without a GS to answer to. */
function answerable({ groups, status }: Interchange): FunctionalGroup[] {
  if (status === 'R') return [];
  return groups.filter((group) => !isAcknowledgement(group) && group.header !== undefined);
}

/**
 * A group of acknowledgements, also where its GS01 says something else: two systems must not answer each other for ever. Any other set in a group of
 * them is wrong there, and its sender is told so.
 */
function isAcknowledgement({ functionalId, sets }: FunctionalGroup): boolean {
  return sets.length === 0 ? functionalId === 'FA' : sets.every(isAcknowledgementSet);
}

/** Groups between the same two applications in the same version are answered in one group. */
function routeOf({ sender, receiver, version }: FunctionalGroup): string {
  return `${sender}\n${receiver}\n${answerVersion(version, '999')}`;
}

/** GS08 of the answer: the version of the group; a 999 to an implementation convention of 005010 names its own. */
function answerVersion(version: string, kind: AcknowledgementKind): string {
  if (kind === '999' && version.startsWith('005010X')) return CONVENTION_OF_999;
  return /^\d{6}/.exec(version)?.[0] ?? '004010';
}

/** GS08 and ST03 of a 999 where the sender follows implementation conventions, which want both. */
const CONVENTION_OF_999 = '005010X231A1';

function answerGroups(
  interchange: Interchange,
  options: AcknowledgeOptions,
): { drafts: GroupDraft[]; answered: AnsweredGroup[] } {
  const { controlNumbers, now, kind = '997', includeAcceptedSets } = options;
  const { delimiters } = interchange;
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
        status: verdictOnGroup(group, kind),
        answeredBy: control,
      });
      return {
        code: kind,
        control,
        ...(answerVersion(group.version, kind) === CONVENTION_OF_999 && { headerRest: [CONVENTION_OF_999] }),
        segments: groupAnswer(group, { kind, includeAcceptedSets, delimiters }),
      };
    });
    const { sender, receiver, version } = groups[0]!;
    const number = numbers[drafts.length];
    const last = drafts.at(-1);
    if (number === undefined && last !== undefined)
      drafts[drafts.length - 1] = { ...last, sets: [...last.sets, ...sets] };
    else {
      const route = { functionalId: 'FA', sender: receiver, receiver: sender, date: now.date, time: now.time };
      drafts.push({ ...route, control: number ?? '1', version: answerVersion(version, kind), sets });
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
  const { sender, receiver } = addressOf(interchange);
  return {
    sender,
    receiver,
    date: now.date.slice(2),
    time: now.time.slice(0, 4),
    version: isControlVersion(interchange.version) ? interchange.version : '00401',
    control,
    ackRequested: false,
    usage: usage ?? (/^[PTI]$/.test(interchange.usage) ? interchange.usage : 'P'),
    delimiters: answerDelimiters(interchange.delimiters, [sender, receiver], acknowledgements, groups),
    acknowledgements,
    groups,
  };
}

/** The sender's own delimiters, unless a value of the answer holds one of them. */
function answerDelimiters(
  delimiters: Delimiters,
  parties: readonly Party[],
  segments: readonly SegmentDraft[],
  groups: readonly GroupDraft[],
): Delimiters {
  const texts = parties.flatMap(({ id, qualifier }) => [id, qualifier]);
  for (const group of groups) texts.push(group.functionalId, group.sender, group.receiver);
  for (const segment of [...segments, ...groups.flatMap(({ sets }) => sets.flatMap((set) => set.segments))]) {
    for (const element of segment.elements) append(texts, typeof element === 'string' ? [element] : element.flat());
  }
  // From 00402 on an interchange always declares a repetition separator, so that no value may hold it.
  const preferred = { ...delimiters, repetition: delimiters.repetition ?? usualDelimiters.repetition! };
  return delimitersFor(texts, preferred) ?? usualDelimiters;
}
