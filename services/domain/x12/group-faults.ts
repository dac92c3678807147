import type { AckCodes, Finding } from '../finding.ts';
import { isDate, isTime } from './calendar.ts';
import { missingTrailer, placeOf, quote } from './envelope-place.ts';
import { fault } from './fault.ts';
import type { X12FindingCode } from './findings-catalogue.ts';
import type { Segment } from './model.ts';
import type { TapeSegment } from './views.ts';

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
  const corrected = header === undefined ? undefined : ['GE', sets, control].join(trailer.source.delimiters.element);
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
