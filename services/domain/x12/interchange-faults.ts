import type { AckCodes, Finding } from '../finding.ts';
import { isDate, isTime } from './calendar.ts';
import { correctedDate, correctedTime } from './corrected-value.ts';
import { placeOf, quote, withElement } from './envelope-place.ts';
import { fault } from './fault.ts';
import type { X12FindingCode } from './findings-catalogue.ts';
import type { Segment } from './model.ts';
import type { TapeSegment } from './views.ts';

/** Faults of the values of an ISA segment; `separator` stands between its elements. */
export function isaFaults(isa: Segment, separator: string): Finding[] {
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
  for (const element of [6, 8]) {
    if (isPrintable(isa.text(element).trim())) continue;
    const ack = { ta105: element === 6 ? '006' : '008' };
    const explanation = `ISA0${element} is blank or holds control characters, so the interchange belongs to nobody. Fill in the agreed id.`;
    add('x12.interchange.party', element, ['an agreed id', explanation], { ack });
  }
  const [date, time, control] = [isa.text(9), isa.text(10), isa.text(13)];
  if (!isDate(date, 6)) {
    const said = ['YYMMDD', 'ISA09 is not a date of six digits. Write YYMMDD.'] as const;
    add('x12.interchange.date', 9, said, { meant: correctedDate(date, 6) });
  }
  if (!isTime(time)) {
    const said = ['HHMM', 'ISA10 is not a time of four digits. Write HHMM.'] as const;
    add('x12.interchange.time', 10, said, { meant: correctedTime(time) });
  }
  if (!/^\d{9}$/.test(control)) {
    const said = ['nine digits', 'ISA13 is not a number of nine digits. Pad it with zeros on the left.'] as const;
    const meant = control.trim().padStart(9, '0');
    add('x12.interchange.control-number', 13, said, {
      ack: { ta105: '018' },
      meant: /^\d{9}$/.test(meant) ? meant : undefined,
    });
  }
  if (!/^[01]$/.test(isa.text(14)))
    add('x12.interchange.flag', 14, [
      '0 or 1',
      'ISA14 is neither 0 nor 1, so no TA1 was made for it. Write 1 to ask for one.',
    ]);
  const usage = isa.text(15);
  if (!isUsage(usage)) {
    const said = ['P, T or I', 'ISA15 is not P, T or I, so it is not known whether this is a test.'] as const;
    const meant = isUsage(usage.toUpperCase()) ? usage.toUpperCase() : undefined;
    add('x12.interchange.flag', 15, said, { ack: { ta105: '020' }, meant });
  }
  const old = Number.parseInt(isa.text(12), 10) < 402;
  const isa11 = isa.text(11);
  if (old ? isa11 !== 'U' : /^[A-Za-z0-9 ]?$/.test(isa11)) {
    const expected = old ? 'U' : 'a separator such as ^';
    const explanation = `ISA11 does not fit version ${isa.text(12)}; it was ignored. Write ${expected} there.`;
    add('x12.interchange.repetition', 11, [expected, explanation], { meant: old ? 'U' : undefined });
  }
  return found;
}

const isUsage = (text: string): boolean => /^[PTI]$/.test(text);

/** Faults of the IEA segment against the ISA and what was counted. */
export function interchangeTrailerFaults(isa: Segment, iea: TapeSegment, groups: number): Finding[] {
  const found: Finding[] = [];
  const corrected = ['IEA', groups, isa.text(13)].join(iea.source.delimiters.element);
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

/** At least one character, and none that cannot be printed. */
function isPrintable(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) < 32 || text.charCodeAt(at) === 127) return false;
  return text !== '';
}
