import type { AckCodes, Finding } from '../../finding.ts';
import { append } from '../../lists.ts';
import { isDate, isTime } from '../check/calendar.ts';
import { correctedDate, correctedTime } from '../check/corrected-value.ts';
import { fault } from '../fault.ts';
import type { X12FindingCode } from '../findings-catalogue.ts';
import type { Delimiters, Segment } from '../model.ts';
import {
  beyondAscii,
  isBeyondAscii,
  isPrintable,
  placeOf,
  quote,
  surplusFaults,
  withElement,
} from './envelope-place.ts';
import type { TapeSegment } from './views.ts';

/** Faults of the values of an ISA segment. */
export function isaFaults(isa: Segment, delimiters: Delimiters): Finding[] {
  const separator = delimiters.element;
  const found: Finding[] = [];
  const add = (
    code: X12FindingCode,
    element: number,
    [expected, explanation]: readonly [string, string],
    { ack, meant }: { readonly ack?: AckCodes; readonly meant?: string | undefined } = {},
  ) => {
    const corrected = meant === undefined ? undefined : withElement(isa, element, meant, separator);
    found.push(fault(code, { ...placeOf(isa, element), expected, explanation, corrected, ack }));
  };
  for (const { element, ta105, isRight, expected } of CODED) {
    const received = isa.text(element);
    if (isRight.test(received)) continue;
    const explanation = `ISA${String(element).padStart(2, '0')} is ${quote(received)}, which is no code for it. Write ${expected}.`;
    const code = element < 5 ? 'x12.interchange.security' : 'x12.interchange.qualifier';
    add(code, element, [expected, explanation], { ack: { ta105 } });
  }
  for (const element of [5, 7]) {
    const received = isa.text(element);
    if (!QUALIFIER.test(received) || KNOWN_QUALIFIER.test(received)) continue;
    const explanation = `ISA0${element} is ${quote(received)}, which is none of the qualifiers of the standard; the id behind it was taken as it is. Write the one that was agreed, such as ZZ or 02.`;
    add('x12.interchange.qualifier-unknown', element, ['a qualifier such as ZZ or 02', explanation]);
  }
  for (const { element, kind, ta105 } of SECRETS) {
    if (isa.text(kind) === '00' || !CODED_SECURITY.test(isa.text(kind)) || isPrintable(isa.text(element).trim()))
      continue;
    const explanation = `ISA0${kind} says that ISA0${element} holds something, but it is blank or holds control characters. Fill it in, or write 00 in ISA0${kind}.`;
    add('x12.interchange.security', element, ['what was agreed', explanation], { ack: { ta105 } });
  }
  for (const element of [6, 8]) {
    if (isBeyondAscii(isa.text(element)))
      found.push(beyondAscii('x12.interchange.not-ascii', isa, element, 'our answers repeat them'));
    if (isPrintable(isa.text(element).trim())) continue;
    const ack = { ta105: element === 6 ? '006' : '008' };
    const explanation = `ISA0${element} is blank or holds control characters, so the interchange belongs to nobody. Fill in the agreed id.`;
    add('x12.interchange.party', element, ['an agreed id', explanation], { ack });
  }
  const [date, time, control] = [isa.text(9), isa.text(10), isa.text(13)];
  if (!isDate(date, 6)) {
    const received = ['YYMMDD', `ISA09 is ${quote(date)}, which is no date of six digits. Write YYMMDD.`] as const;
    add('x12.interchange.date', 9, received, { meant: correctedDate(date, 6) });
  }
  if (!isTime(time)) {
    const received = ['HHMM', `ISA10 is ${quote(time)}, which is no time of four digits. Write HHMM.`] as const;
    add('x12.interchange.time', 10, received, { meant: correctedTime(time) });
  }
  if (!/^\d{9}$/.test(control)) {
    const received = [
      'nine digits',
      `ISA13 is ${quote(control)}, which is no number of nine digits. Write one, with zeros on the left.`,
    ] as const;
    const meant = control.trim().padStart(9, '0');
    add('x12.interchange.control-number', 13, received, {
      ack: { ta105: '018' },
      meant: /^\d{9}$/.test(meant) ? meant : undefined,
    });
  }
  if (!/^[01]$/.test(isa.text(14)))
    add('x12.interchange.flag', 14, [
      '0 or 1',
      `ISA14 is ${quote(isa.text(14))}, neither 0 nor 1, so it does not ask for a TA1. Write 1 to ask for one, else 0.`,
    ]);
  const usage = isa.text(15);
  if (!isUsage(usage)) {
    const received = [
      'P, T or I',
      `ISA15 is ${quote(usage)}, so it is not known whether this is a test. Write P for production, T for a test or I for information.`,
    ] as const;
    const meant = isUsage(usage.toUpperCase()) ? usage.toUpperCase() : undefined;
    add('x12.interchange.flag', 15, received, { ack: { ta105: '020' }, meant });
  }
  append(found, versionFaults(isa, delimiters));
  return found;
}

/** Whether ISA12 is a version of the control segments, and ISA11 fits it. */
function versionFaults(isa: Segment, delimiters: Delimiters): Finding[] {
  const [isa11, version] = [isa.text(11), isa.text(12)];
  if (!isControlVersion(version)) {
    const isNumber = /^\d{5}$/.test(version);
    const expected = 'a version such as 00401 or 00501';
    const explanation = `ISA12 is ${quote(version)}, which is no version of the interchange control segments. Write ${expected}.`;
    const ack = { ta105: isNumber ? '003' : '017' };
    return [fault('x12.interchange.version', { ...placeOf(isa, 12), expected, explanation, ack })];
  }
  const isOld = Number.parseInt(version, 10) < 402;
  const delimiter = isOld ? undefined : delimiterNamed(isa11, delimiters);
  if (delimiter !== undefined) {
    const expected = 'a separator such as ^ that is no other delimiter';
    const explanation = `ISA11 declares ${quote(isa11)} as repetition separator, which is the ${delimiter} too; the interchange was read without a repetition separator. Write another one there, such as ^.`;
    const ack = { ta105: '002' };
    return [fault('x12.interchange.delimiters', { ...placeOf(isa, 11), expected, explanation, ack })];
  }
  if (isOld ? isa11 === 'U' : !/^[A-Za-z0-9 ]?$/.test(isa11)) return [];
  const expected = isOld ? 'U' : 'a separator such as ^';
  const place = { ...placeOf(isa, 11), expected };
  const corrected = isOld ? withElement(isa, 11, 'U', delimiters.element) : undefined;
  if (isOld && /^[A-Za-z0-9 ]?$/.test(isa11)) {
    const explanation = `ISA11 is ${quote(isa11)}; up to 00401 it names the standards, and U is the only one known here. Write U.`;
    const ack = { ta105: isa11.trim() === '' ? '016' : '002' };
    return [fault('x12.interchange.standards-id', { ...place, explanation, corrected, ack })];
  }
  const explanation = `ISA11 does not fit version ${version}; it was ignored. Write ${expected} there.`;
  return [fault('x12.interchange.repetition', { ...place, explanation, corrected })];
}

/** What else a character delimits, in words. */
function delimiterNamed(char: string, { element, component, terminator }: Delimiters): string | undefined {
  if (char === '') return undefined;
  if (char === element) return 'element separator';
  if (char === component) return 'component separator';
  return char === terminator[0] ? 'segment terminator' : undefined;
}

/** True for a version of the control segments as ISA12 has it: 00200 to 00899, such as 00305, 00401 and 00501. */
export function isControlVersion(text: string): boolean {
  return /^00[2-8]\d\d$/.test(text);
}

const CODED_SECURITY = /^0\d$/;

/** True for a qualifier of an interchange id as ISA05 and ISA07 have it. */
export function isQualifier(text: string): boolean {
  return QUALIFIER.test(text);
}

const QUALIFIER = /^[A-Z0-9]{2}$/;
/** The qualifiers that the standard knows, of any version. @source X12 005010, element I05 */
const KNOWN_QUALIFIER = /^(0[1-4]|0[7-9]|1\d|2\d|3[0-8]|AM|NR|SA|SN|ZZ)$/;

/** Elements of the ISA that hold a code of two characters. */
const CODED = [
  { element: 1, ta105: '010', isRight: CODED_SECURITY, expected: '00 where no authorization was agreed' },
  { element: 3, ta105: '012', isRight: /^0[01]$/, expected: '00 where no password was agreed' },
  { element: 5, ta105: '005', isRight: QUALIFIER, expected: 'the qualifier of the sender id, such as ZZ or 02' },
  {
    element: 7,
    ta105: '007',
    isRight: QUALIFIER,
    expected: 'the qualifier of the receiver id, such as ZZ or 02',
  },
] as const;

/** What stands beside the codes of ISA01 and ISA03. */
const SECRETS = [
  { element: 2, kind: 1, ta105: '011' },
  { element: 4, kind: 3, ta105: '013' },
] as const;

const isUsage = (text: string): boolean => /^[PTI]$/.test(text);

/** Faults of the IEA segment against the ISA and what was counted. */
export function interchangeTrailerFaults(isa: Segment, iea: TapeSegment, groups: number): Finding[] {
  const { element } = iea.source.delimiters;
  const found = surplusFaults('x12.interchange.elements', iea, 2, element);
  const corrected = ['IEA', groups, isa.text(13)].join(element);
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
    const explanation = `IEA01 says ${quote(iea.text(1))} but the interchange has ${groups === 1 ? 'one group' : `${groups} groups`}. Check that none was lost.`;
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
