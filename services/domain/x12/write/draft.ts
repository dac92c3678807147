import type { Delimiters, FunctionalGroup, Interchange, Party, Segment, TransactionSet } from '../model.ts';
import { latin1 } from '../read/tape.ts';
import { TapeSegment } from '../read/views.ts';

/** One element to be written: a value, a composite's components, or repetitions, each with its components. */
export type ElementDraft = string | readonly string[] | readonly (readonly string[])[];

/** A segment to be written; `elements[0]` is element 01. */
export interface SegmentDraft {
  readonly id: string;
  readonly elements: readonly ElementDraft[];
}

/** What is written after each terminator: the same everywhere, or for each segment its own, the ISA's first. */
export type Newlines = string | readonly string[];

/** A transaction set to be written, without ST and SE. */
export interface SetDraft {
  /** ST01. */
  readonly code: string;
  /** ST02. */
  readonly control: string;
  /** Digits of SE01, where it has zeros in front. */
  readonly countWidth?: number | undefined;
  /** ST03 and what follows, from 005010 on. */
  readonly headerRest?: readonly string[] | undefined;
  readonly segments: readonly SegmentDraft[];
}

export interface GroupDraft {
  readonly functionalId: string;
  readonly sender: string;
  readonly receiver: string;
  /** CCYYMMDD and HHMM, as GS04 and GS05 want them. */
  readonly date: string;
  readonly time: string;
  readonly control: string;
  /** GS07, X unless said otherwise. */
  readonly agency?: string | undefined;
  /** GS08, such as `004010`. */
  readonly version: string;
  /** Digits of GE01, where it has zeros in front. */
  readonly countWidth?: number | undefined;
  readonly sets: readonly SetDraft[];
}

export interface InterchangeDraft {
  readonly sender: Party;
  readonly receiver: Party;
  /** YYMMDD and HHMM, as ISA09 and ISA10 want them. */
  readonly date: string;
  readonly time: string;
  /** ISA12, such as `00401`. */
  readonly version: string;
  /** ISA13, nine digits. */
  readonly control: string;
  readonly ackRequested: boolean;
  readonly usage: string;
  readonly delimiters?: Delimiters | undefined;
  /** ISA01 to ISA04; without it, none. */
  readonly security?: readonly [string, string, string, string] | undefined;
  /** ISA11 where it is neither the repetition separator nor U. */
  readonly standardsId?: string | undefined;
  /** Segments between ISA and the groups: services such as ISB and ISE, then TA1. */
  readonly acknowledgements?: readonly SegmentDraft[] | undefined;
  /** Digits of IEA01, where it has zeros in front. */
  readonly countWidth?: number | undefined;
  readonly groups: readonly GroupDraft[];
}

/** What `write` needs to reproduce an interchange that was read; its counts and control numbers are written anew. */
export function draftOf(interchange: Interchange): InterchangeDraft {
  const isa = interchange.header;
  const { delimiters } = interchange;
  const raw = (element: number) => isa?.text(element) ?? '';
  return {
    sender: { qualifier: raw(5), id: raw(6) },
    receiver: { qualifier: raw(7), id: raw(8) },
    date: interchange.date,
    time: interchange.time,
    version: interchange.version,
    control: interchange.control,
    ackRequested: interchange.ackRequested,
    usage: interchange.usage,
    delimiters,
    security: [raw(1), raw(2), raw(3), raw(4)],
    standardsId: raw(11),
    acknowledgements: [...(interchange.services ?? []), ...interchange.acknowledgements].map((segment) =>
      segmentDraft(segment, delimiters),
    ),
    countWidth: interchange.trailer?.text(1).length,
    groups: interchange.groups.map((group) => groupDraft(group, delimiters)),
  };
}

function groupDraft(group: FunctionalGroup, delimiters: Delimiters): GroupDraft {
  const raw = (element: number) => group.header?.text(element) ?? '';
  return {
    functionalId: raw(1),
    sender: raw(2),
    receiver: raw(3),
    date: group.date,
    time: group.time,
    control: group.control,
    agency: raw(7),
    version: raw(8),
    countWidth: group.trailer?.text(1).length,
    sets: group.sets.map((set) => setDraft(set, delimiters)),
  };
}

/** The draft of a set that was read, for writing it again, alone or in another envelope. */
export function setDraft(set: TransactionSet, delimiters: Delimiters): SetDraft {
  const [header, ...rest] = set.segments;
  const trailer = rest.at(-1)?.id === 'SE' ? rest.at(-1) : undefined;
  const body = trailer === undefined ? rest : rest.slice(0, -1);
  return {
    code: set.code,
    control: set.control,
    countWidth: trailer?.text(1).length,
    headerRest: Array.from({ length: Math.max(0, (header?.count ?? 0) - 2) }, (_, nth) => header!.text(nth + 3)),
    segments: body.map((segment) => segmentDraft(segment, delimiters)),
  };
}

function segmentDraft(segment: Segment, delimiters: Delimiters): SegmentDraft {
  const data = binaryElement(segment.id);
  const elements = Array.from({ length: segment.count }, (_, nth): ElementDraft => {
    const text = segment.text(nth + 1);
    return nth + 1 === data ? text : elementDraft(text, delimiters);
  });
  return { id: segment.id, elements };
}

function elementDraft(text: string, { component, repetition }: Delimiters): ElementDraft {
  const parts = (value: string) => (component === '' ? [value] : value.split(component));
  if (repetition !== undefined && text.includes(repetition)) return text.split(repetition).map(parts);
  const components = parts(text);
  return components.length === 1 ? text : components;
}

/** The element of BIN and BDS that holds binary data; 0 for other segments. */
export function binaryElement(id: string): number {
  return id === 'BIN' ? 2 : id === 'BDS' ? 3 : 0;
}

/** Line breaks behind the terminators of an interchange; undefined where other bytes stand there, and where it was read from a stream and is not at hand as a whole. */
export function newlinesOf(interchange: Interchange): Newlines | undefined {
  const { header, range, delimiters } = interchange;
  if (!(header instanceof TapeSegment)) return undefined;
  const { bytes, marks, starts, segmentCount, origin } = header.source.tape;
  if (range[0] < origin || range[1] > origin + bytes.length) return undefined;
  const found: string[] = [];
  for (let index = header.index; index < segmentCount && origin + marks[starts[index]!]! < range[1]; index += 1) {
    const end = marks[starts[index + 1]! - 1]! + delimiters.terminator.length;
    let next = end;
    while (next < bytes.length && (bytes[next] === 10 || bytes[next] === 13)) next += 1;
    const isLast = index + 1 === segmentCount || origin + marks[starts[index + 1]!]! >= range[1];
    if (!isLast && next !== marks[starts[index + 1]!]!) return undefined;
    found.push(latin1(bytes, end, next));
  }
  return found.every((newline) => newline === found[0]) ? (found[0] ?? '') : found;
}
