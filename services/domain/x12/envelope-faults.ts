import type { AckCodes, Finding } from '../finding.ts';
import { isDate, isTime } from './calendar.ts';
import { fault } from './fault.ts';
import type { X12FindingCode } from './findings-catalogue.ts';
import type { Segment } from './model.ts';
import { type Source, shortText } from './tape.ts';
import type { TapeSegment, TapeSet } from './views.ts';

/** Faults of the values of an ISA segment. */
export function isaFaults(isa: Segment): Finding[] {
  const found: Finding[] = [];
  const add = (code: X12FindingCode, element: number, expected: string, explanation: string, ack?: AckCodes) =>
    found.push(fault(code, { ...placeOf(isa, element), expected, explanation, ack }));
  for (const element of [6, 8]) {
    if (isPrintable(isa.text(element).trim())) continue;
    const ack = { ta105: element === 6 ? '006' : '008' };
    const explanation = `ISA0${element} is blank or holds control characters, so the interchange belongs to nobody. Fill in the agreed id.`;
    add('x12.interchange.party', element, 'an agreed id', explanation, ack);
  }
  if (!isDate(isa.text(9), 6))
    add('x12.interchange.date', 9, 'YYMMDD', 'ISA09 is not a date of six digits. Write YYMMDD.');
  if (!isTime(isa.text(10))) add('x12.interchange.time', 10, 'HHMM', 'ISA10 is not a time of four digits. Write HHMM.');
  if (!/^\d{9}$/.test(isa.text(13))) {
    add(
      'x12.interchange.control-number',
      13,
      'nine digits',
      'ISA13 is not a number of nine digits. Pad it with zeros on the left.',
      { ta105: '018' },
    );
  }
  if (!/^[01]$/.test(isa.text(14)))
    add(
      'x12.interchange.flag',
      14,
      '0 or 1',
      'ISA14 is neither 0 nor 1, so no TA1 was made for it. Write 1 to ask for one.',
    );
  if (!/^[PTI]$/.test(isa.text(15)))
    add('x12.interchange.flag', 15, 'P, T or I', 'ISA15 is not P, T or I, so it is not known whether this is a test.', {
      ta105: '020',
    });
  const old = Number.parseInt(isa.text(12), 10) < 402;
  const isa11 = isa.text(11);
  if (old ? isa11 !== 'U' : /^[A-Za-z0-9 ]?$/.test(isa11)) {
    const expected = old ? 'U' : 'a separator such as ^';
    add(
      'x12.interchange.repetition',
      11,
      expected,
      `ISA11 does not fit version ${isa.text(12)}; it was ignored. Write ${expected} there.`,
    );
  }
  return found;
}

const TRAILERS = {
  'x12.interchange.trailer-missing': { segment: 'IEA', ack: { ta105: '023' }, what: 'interchange' },
  'x12.group.trailer-missing': { segment: 'GE', ack: { ak905: '3' }, what: 'group' },
  'x12.set.trailer-missing': { segment: 'SE', ack: { ak502: '2' }, what: 'transaction set' },
} as const;

/** The finding that a trailer never came; `offset` is where it was expected. */
export function missingTrailer(code: keyof typeof TRAILERS, control: string, offset: number): Finding {
  const { segment, ack, what } = TRAILERS[code];
  return fault(code, {
    segment,
    offset,
    end: offset,
    expected: `${segment} with control number ${control}`,
    explanation: `The ${what} ${control} ends without its ${segment} segment; part of it may be lost. Send it again complete.`,
    ack,
  });
}

/** Faults of the SE at `last` against the ST at `first` of the tape. */
export function setTrailerFaults(source: Source, first: number, last: number): Finding[] {
  const { tape } = source;
  const st = tape.starts[first]!;
  const se = tape.starts[last]!;
  const position = last - first + 1;
  const counted = elementText(source, se, tape.starts[last + 1]!, 1);
  const closing = elementText(source, se, tape.starts[last + 1]!, 2);
  const opening = elementText(source, st, tape.starts[first + 1]!, 2);
  if (counted === String(position) && closing === opening) return [];
  const found: Finding[] = [];
  const offset = tape.marks[se]!;
  const end = tape.marks[tape.starts[last + 1]! - 1]!;
  const glue = source.delimiters.element;
  const place = { segment: 'SE', position, offset, end, corrected: `SE${glue}${position}${glue}${opening}` };
  if (closing !== opening) {
    const explanation = `SE02 is ${quote(closing)} but ST02 is ${quote(opening)}. Write the same control number in both.`;
    found.push(
      fault('x12.set.control-mismatch', {
        ...place,
        element: 2,
        said: closing,
        expected: opening,
        explanation,
        ack: { ak502: '3' },
      }),
    );
  }
  if (!/^\d+$/.test(counted) || Number(counted) !== position) {
    const explanation = `SE01 says ${quote(counted)} but the set has ${position} segments, ST and SE included. Check that none was lost.`;
    found.push(
      fault('x12.set.segment-count', {
        ...place,
        element: 1,
        said: counted,
        expected: String(position),
        explanation,
        ack: { ak502: '4' },
      }),
    );
  }
  return found;
}

/** Faults of a set's identifier and control number, the latter against those seen before in its group. */
export function groupControlFaults(set: TapeSet, seen: ReadonlySet<string>): Finding[] {
  const { code, control } = set;
  const length = control.length;
  if (length >= 4 && length <= 9 && code.length === 3 && !seen.has(control) && isDigits(code)) return [];
  const found: Finding[] = [];
  const [offset] = set.range;
  const st = set.segments[0]!;
  const place = { segment: 'ST', position: 1, offset, end: st.range[1] };
  if (!/^\d{3}$/.test(code)) {
    const explanation = `ST01 is ${quote(code)}, which names no transaction set. Write its three digits, such as 945.`;
    found.push(
      fault('x12.set.identifier', {
        ...place,
        element: 1,
        said: code,
        expected: 'three digits',
        explanation,
        ack: { ak502: '6' },
      }),
    );
  }
  if (length < 4 || length > 9) {
    const explanation = `ST02 is ${quote(control)}; a set's control number has four to nine characters.`;
    found.push(
      fault('x12.set.control-number', {
        ...place,
        element: 2,
        said: control,
        expected: '4 to 9 characters',
        explanation,
        ack: { ak502: '7' },
      }),
    );
  }
  if (seen.has(control)) {
    const explanation = `ST02 ${quote(control)} was used before in this group. Give every set of a group its own number.`;
    found.push(
      fault('x12.set.control-duplicate', {
        ...place,
        element: 2,
        said: control,
        expected: 'a number not yet used in the group',
        explanation,
        ack: { ak502: '23' },
      }),
    );
  }
  return found;
}

/** Faults of a group's header and trailer. `end` is where the group ends. */
export function groupTrailerFaults(
  header: Segment | undefined,
  trailer: TapeSegment | undefined,
  sets: number,
  end: number,
): Finding[] {
  const found: Finding[] = header === undefined ? [] : groupHeaderFaults(header);
  const control = header?.text(6) ?? '';
  if (trailer === undefined) {
    if (header !== undefined) found.push(missingTrailer('x12.group.trailer-missing', control, end));
    return found;
  }
  const corrected = header === undefined ? undefined : ['GE', sets, control].join(glueOf(trailer));
  if (header !== undefined && trailer.text(2) !== control) {
    const explanation = `GE02 is ${quote(trailer.text(2))} but GS06 is ${quote(control)}. Write the same control number in both.`;
    found.push(
      fault('x12.group.control-mismatch', {
        ...placeOf(trailer, 2),
        expected: control,
        explanation,
        corrected,
        ack: { ak905: '4' },
      }),
    );
  }
  if (!/^\d+$/.test(trailer.text(1)) || Number(trailer.text(1)) !== sets) {
    const explanation = `GE01 says ${quote(trailer.text(1))} but the group has ${sets} transaction sets. Check that none was lost.`;
    found.push(
      fault('x12.group.set-count', {
        ...placeOf(trailer, 1),
        expected: String(sets),
        explanation,
        corrected,
        ack: { ak905: '5' },
      }),
    );
  }
  return found;
}

/** A group whose GS01 is no functional id cannot be answered by a 997: the fault is the interchange's. */
export function functionalIdFaults(gs: Segment): Finding[] {
  if (/^[A-Z0-9]{2}$/.test(gs.text(1))) return [];
  const explanation = `GS01 is ${quote(gs.text(1))}, which is no functional id. Write that of the sets in the group, such as SW for the 945.`;
  return [
    fault('x12.group.header-invalid', {
      ...placeOf(gs, 1),
      expected: 'two letters',
      explanation,
      ack: { ta105: '024' },
    }),
  ];
}

function groupHeaderFaults(gs: Segment): Finding[] {
  const found: Finding[] = [];
  const add = (code: X12FindingCode, element: number, expected: string, explanation: string, ack?: AckCodes) =>
    found.push(fault(code, { ...placeOf(gs, element), expected, explanation, ack }));
  const date = gs.text(4);
  if (!isDate(date, 8) && !isDate(date, 6)) add('x12.group.date', 4, 'CCYYMMDD', 'GS04 is not a date. Write CCYYMMDD.');
  if (!isTime(gs.text(5))) add('x12.group.time', 5, 'HHMM', 'GS05 is not a time. Write HHMM or HHMMSS.');
  if (!/^\d{1,9}$/.test(gs.text(6))) {
    add('x12.group.control-number', 6, 'one to nine digits', 'GS06 is not a number of one to nine digits.', {
      ak905: '6',
    });
  }
  return found;
}

/** Faults of the IEA segment against the ISA and what was counted. */
export function interchangeTrailerFaults(isa: Segment, iea: TapeSegment, groups: number): Finding[] {
  const found: Finding[] = [];
  const corrected = ['IEA', groups, isa.text(13)].join(glueOf(iea));
  if (iea.text(2) !== isa.text(13)) {
    const explanation = `IEA02 is ${quote(iea.text(2))} but ISA13 is ${quote(isa.text(13))}. Write the same control number in both.`;
    found.push(
      fault('x12.interchange.control-mismatch', {
        ...placeOf(iea, 2),
        expected: isa.text(13),
        explanation,
        corrected,
        ack: { ta105: '001' },
      }),
    );
  }
  if (!/^\d+$/.test(iea.text(1)) || Number(iea.text(1)) !== groups) {
    const explanation = `IEA01 says ${quote(iea.text(1))} but the interchange has ${groups} groups. Check that none was lost.`;
    found.push(
      fault('x12.interchange.group-count', {
        ...placeOf(iea, 1),
        expected: String(groups),
        explanation,
        corrected,
        ack: { ta105: '021' },
      }),
    );
  }
  return found;
}

function placeOf(segment: Segment, element: number) {
  const [offset, end] = segment.rangeOf(element);
  return { segment: segment.id, element, offset, end, said: segment.text(element) };
}

function glueOf(segment: TapeSegment): string {
  return segment.source.delimiters.element;
}

function elementText(source: Source, at: number, next: number, element: number): string {
  if (next - at - 2 < element) return '';
  const { marks } = source.tape;
  return shortText(source, marks[at + element]! + 1, marks[at + element + 1]!);
}

/** At least one character, and none that cannot be printed. */
function isPrintable(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) < 32 || text.charCodeAt(at) === 127) return false;
  return text !== '';
}

function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) < 48 || text.charCodeAt(at) > 57) return false;
  return true;
}

function quote(text: string): string {
  return text === '' ? 'empty' : `"${text}"`;
}
