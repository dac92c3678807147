import type { AckCodes, Finding } from '../../finding.ts';
import { rejects, statusWithoutGuide } from '../check/status.ts';
import type { Delimiters, TransactionSet } from '../model.ts';
import type { ElementDraft, SegmentDraft } from '../write/draft.ts';

/** Which set acknowledges a group: the 997 reports the standard, the 999 what the partner's guide wants as well. */
export type AcknowledgementKind = '997' | '999';

/** AK502–506, IK502–506 and AK905–909. */
const CODES_AT_MOST = 5;
const COPY_LIMIT = 99;
const AK4_LIMIT = 99;
const CTX_LIMIT = 10;
const NOT_PRINTABLE = /[^ -~]/g;
const SEGMENTS_IN_ERROR = '5';

/** What AK502 to AK506 say, in a few words. */
const SET_ERRORS: Readonly<Record<string, string>> = {
  '1': 'set not supported',
  '2': 'trailer missing',
  '3': 'control numbers differ',
  '4': 'wrong number of segments',
  '5': 'segments in error',
  '6': 'set identifier not valid',
  '7': 'control number not valid',
  '23': 'control number used before in the group',
  I5: 'segments break the guide',
};

/** What a code of AK5 or IK5 says. */
export const setErrorMeaning = (code: string): string => SET_ERRORS[code] ?? `code ${code}`;

/** A finding with the codes that an acknowledgement of some kind has for it. */
interface Reported {
  readonly finding: Finding;
  readonly segmentCode: string;
  readonly elementCode: string | undefined;
}

/** Segment ids and limits of a kind, and where its codes stand in a finding. */
interface Form {
  readonly segment: string;
  readonly element: string;
  readonly verdict: string;
  readonly elementsAtMost: number;
  readonly hasContext: boolean;
  /** The set's code for segments that break a guide. */
  readonly breaksGuide: string;
  readonly codes: (ack: AckCodes) => {
    readonly segment: string | undefined;
    readonly element: string | undefined;
    readonly set: string | undefined;
  };
  readonly status: (set: TransactionSet) => 'A' | 'E' | 'R';
}

const FORMS: Readonly<Record<AcknowledgementKind, Form>> = {
  '997': {
    segment: 'AK3',
    element: 'AK4',
    verdict: 'AK5',
    elementsAtMost: AK4_LIMIT,
    hasContext: false,
    breaksGuide: SEGMENTS_IN_ERROR,
    codes: ({ ak304, ak403, ak502 }) => ({ segment: ak304, element: ak403, set: ak502 }),
    status: statusWithoutGuide,
  },
  '999': {
    segment: 'IK3',
    element: 'IK4',
    verdict: 'IK5',
    elementsAtMost: Number.POSITIVE_INFINITY,
    hasContext: true,
    breaksGuide: 'I5',
    codes: ({ ak304, ak403, ak502, ik304 = ak304, ik403 = ak403, ik502 = ak502 }) => ({
      segment: ik304,
      element: ik403,
      set: ik502,
    }),
    status: ({ status }) => status,
  },
};

/** AK501 or IK501: what an acknowledgement of that kind says of a checked set. */
export function verdictOn(set: TransactionSet, kind: AcknowledgementKind): 'A' | 'E' | 'R' {
  return FORMS[kind].status(set);
}

/** The loop that answers one set: AK2, AK3 and AK4, AK5; in a 999 AK2, IK3 and IK4 with their CTX, IK5. `withConvention` adds AK203. */
export function setAnswer(
  set: TransactionSet,
  kind: AcknowledgementKind,
  delimiters: Delimiters,
  withConvention: boolean,
): SegmentDraft[] {
  const form = FORMS[kind];
  const code = set.code
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 3)
    .padEnd(3, '0');
  const control = set.control.replace(NOT_PRINTABLE, '').padStart(4, '0').slice(0, 9);
  const convention = withConvention ? printable(set.segments[0]?.text(3) ?? '', delimiters).slice(0, 35) : '';
  const reported = set.findings.flatMap((finding) => report(finding, form));
  return [
    { id: 'AK2', elements: [code, control, convention] },
    ...bySegment(reported).flatMap((faults) => segmentAnswer(set, faults, form, delimiters)),
    { id: form.verdict, elements: [form.status(set), ...setCodes(set, form)] },
  ];
}

/** AK502–506, IK502–506: the codes of all findings, also of those that are only counted. */
function setCodes({ findings }: TransactionSet, form: Form): string[] {
  const codes = findings.flatMap(({ ack, level, position, count }) => {
    if (ack === undefined) return [];
    const { segment, element, set } = form.codes(ack);
    // A set that a guide rejects is never rejected without a code, which a 997 does not have for it.
    if (ack.ik501 === 'R') return [set ?? form.breaksGuide];
    if ((segment ?? element) === undefined || (position ?? count) === undefined) return [set];
    return [set, level === 'guide' ? form.breaksGuide : SEGMENTS_IN_ERROR];
  });
  return distinctCodes(codes);
}

/** At most five codes, each once: those of the standard first. */
export function distinctCodes(codes: readonly (string | undefined)[]): string[] {
  const rank = (code: string) => (code.startsWith('I') ? 1000 + Number(code.slice(1)) : Number(code));
  const known = new Set(codes.filter((code) => code !== undefined));
  return [...known].sort((a, b) => rank(a) - rank(b)).slice(0, CODES_AT_MOST);
}

function report(finding: Finding, form: Form): Reported[] {
  if (finding.position === undefined || finding.ack === undefined) return [];
  const { segment, element } = form.codes(finding.ack);
  if (segment === undefined && element === undefined) return [];
  return [{ finding, segmentCode: segment ?? '8', elementCode: element }];
}

/** The findings of one segment and code together, in the order of the set. */
function bySegment(reported: readonly Reported[]): Reported[][] {
  const groups = Map.groupBy(
    reported,
    ({ finding: { position, segment }, segmentCode }) => `${position} ${segment} ${segmentCode}`,
  );
  return [...groups.values()].sort(([a], [b]) => a!.finding.position! - b!.finding.position!);
}

function segmentAnswer(
  set: TransactionSet,
  faults: readonly Reported[],
  form: Form,
  delimiters: Delimiters,
): SegmentDraft[] {
  const [{ finding, segmentCode }] = faults as [Reported, ...Reported[]];
  const { segment = '', position = 0, loopNumber = '' } = finding;
  const place = [idOf(segment), String(position), printable(loopNumber, delimiters).slice(0, 6)];
  const whole = faults.filter(({ elementCode }) => elementCode === undefined);
  const elements = mostTelling(
    faults.filter(({ elementCode }) => elementCode !== undefined),
    form.elementsAtMost,
  ).sort((a, b) => (a.finding.element ?? 0) - (b.finding.element ?? 0));
  return [
    { id: form.segment, elements: [...place, segmentCode] },
    ...contexts(whole, form),
    ...elements.flatMap((fault) => [elementAnswer(set, fault, form, delimiters), ...contexts([fault], form)]),
  ];
}

/** So many faults: those that reject the set before the others. */
function mostTelling(faults: readonly Reported[], most: number): Reported[] {
  if (faults.length <= most) return [...faults];
  const [rejecting, others] = [true, false].map((wanted) =>
    faults.filter(({ finding }) => rejects(finding) === wanted),
  );
  return [...rejecting!, ...others!].slice(0, most);
}

function elementAnswer(
  set: TransactionSet,
  { finding, elementCode = '' }: Reported,
  form: Form,
  delimiters: Delimiters,
): SegmentDraft {
  const { position = 0, element = 0, component, reference } = finding;
  const text = set.segments[position - 1]?.text(element, component) ?? '';
  // A copy of data with a bad character would make the acknowledgement itself bad.
  const copy = elementCode === '6' ? '' : printable(text, delimiters).slice(0, COPY_LIMIT);
  return { id: form.element, elements: [placeIn(element, component), known(reference), elementCode, copy] };
}

/** What made a conditional rule apply, where the findings know it. */
function contexts(faults: readonly Reported[], form: Form): SegmentDraft[] {
  if (!form.hasContext) return [];
  const segments = faults.flatMap(({ finding: { trigger } }): SegmentDraft[] => {
    if (trigger === undefined) return [];
    const { segment, position, loopNumber = '', element, component, reference } = trigger;
    const within: ElementDraft[] =
      element === undefined ? [] : [placeIn(element, component), known(reference)].slice(0, reference ? 2 : 1);
    return [{ id: 'CTX', elements: ['SITUATIONAL TRIGGER', idOf(segment), String(position), loopNumber, ...within] }];
  });
  return segments.slice(0, CTX_LIMIT);
}

function placeIn(element: number, component: number | undefined): ElementDraft {
  return component === undefined ? String(element) : [String(element), String(component)];
}

function known(reference: string | undefined): string {
  return reference !== undefined && /^\d{1,4}$/.test(reference) ? reference : '';
}

/** The text when it can stand in an answer with these delimiters, else nothing. */
export function printable(text: string, { element, component, repetition, terminator }: Delimiters): string {
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
