import type { AckCodes, Finding } from '../../finding.ts';
import { append } from '../../lists.ts';
import { isDate, isTime } from '../check/calendar.ts';
import { correctedDate, correctedTime } from '../check/corrected-value.ts';
import { fault } from '../fault.ts';
import type { X12FindingCode } from '../findings-catalogue.ts';
import type { Segment } from '../model.ts';
import {
  beyondAscii,
  isBeyondAscii,
  isPrintable,
  missingTrailer,
  placeOf,
  quote,
  surplusFaults,
  withElement,
} from './envelope-place.ts';
import type { TapeSegment } from './views.ts';

/** Faults of a group's header and trailer. `end` is where the group ends, `separator` stands between elements. */
export function groupTrailerFaults(
  header: Segment | undefined,
  trailer: TapeSegment | undefined,
  sets: number,
  end: number,
  separator: string,
): Finding[] {
  const found: Finding[] = header === undefined ? [] : groupHeaderFaults(header, separator);
  const control = header?.text(6) ?? '';
  if (trailer === undefined) {
    if (header !== undefined) found.push(missingTrailer('x12.group.trailer-missing', control, sets, separator, end));
    return found;
  }
  append(found, surplusFaults('x12.group.elements', trailer, 2, separator));
  const corrected = header === undefined ? undefined : ['GE', sets, control].join(separator);
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
    const explanation = `GE01 says ${quote(trailer.text(1))} but the group has ${sets === 1 ? 'one transaction set' : `${sets} transaction sets`}. Check that none was lost.`;
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

/** From this version on AK905 has a code for a GS06 that is used twice; before, the nearest says that it is not as it must be. */
const OWN_CODE_FROM = '005010';

/** GS06 was used before in the interchange by a group of this kind between the same applications. What is in the group is taken: it may be another's number by mistake. */
export function repeatedControl(gs: Segment): Finding {
  const explanation = `GS06 ${quote(gs.text(6))} was used before in this interchange for ${gs.text(1)} between the same applications, so that our 997 for one group cannot be told from that for the other. Give every group its own number.`;
  const expected = 'a number not yet used in the interchange';
  const ack = { ak905: gs.text(8) >= OWN_CODE_FROM ? '19' : '6', ak901: 'E' } as const;
  return fault('x12.group.control-duplicate', { ...placeOf(gs, 6), expected, explanation, ack });
}

/** What a 997 cannot repeat, such as a GS01 that is no functional id or a GS06 that is no number, makes a group that cannot be answered by one: the fault is the interchange's. */
export function unanswerableFaults(gs: Segment, separator: string): Finding[] {
  const parties = [2, 3].flatMap((element) => partyFaults(gs, element));
  return [...functionalIdFaults(gs, separator), ...parties, ...numberFaults(gs)];
}

function numberFaults(gs: Segment): Finding[] {
  if (isControlNumber(withoutZeros(gs.text(6)))) return [];
  const explanation = `GS06 is ${quote(gs.text(6))}, which is no number that a 997 could name the group by. Write one to nine digits.`;
  const expected = 'one to nine digits';
  return [fault('x12.group.header-invalid', { ...placeOf(gs, 6), expected, explanation, ack: { ta105: '024' } })];
}

function partyFaults(gs: Segment, element: number): Finding[] {
  const received = gs.text(element).trim();
  if (isPrintable(received)) return [];
  const what = received === '' ? 'is empty' : 'holds control characters';
  const explanation = `GS0${element} ${what}, so that no 997 can be addressed. Write the ${element === 2 ? "sender's" : "receiver's"} code that was agreed.`;
  const expected = 'two to fifteen characters';
  return [fault('x12.group.header-invalid', { ...placeOf(gs, element), expected, explanation, ack: { ta105: '024' } })];
}

function functionalIdFaults(gs: Segment, separator: string): Finding[] {
  const received = gs.text(1);
  if (isFunctionalId(received)) return [];
  const explanation = `GS01 is ${quote(received)}, which is no functional id. Write that of the sets in the group, such as SW for the 945.`;
  const meant = received.trim().toUpperCase();
  return [
    fault('x12.group.header-invalid', {
      ...placeOf(gs, 1),
      expected: 'two letters',
      explanation,
      corrected: isFunctionalId(meant) ? withElement(gs, 1, meant, separator) : undefined,
      ack: { ta105: '024' },
    }),
  ];
}

/** GS04 has eight digits from this version on. */
const LONG_DATES_FROM = '004010';

/** True for what GS01 may be. */
export const isFunctionalId = (text: string): boolean => /^[A-Z0-9]{2}$/.test(text);

function groupHeaderFaults(gs: Segment, separator: string): Finding[] {
  const found: Finding[] = [];
  const add = (
    code: X12FindingCode,
    element: number,
    [expected, explanation]: readonly [string, string],
    meant: string | undefined,
    ack?: AckCodes,
  ) => {
    const corrected = meant === undefined ? undefined : withElement(gs, element, meant, separator);
    found.push(fault(code, { ...placeOf(gs, element), expected, explanation, corrected, ack }));
  };
  const [date, time, control] = [gs.text(4), gs.text(5), gs.text(6)];
  if (isDate(date, 6) && gs.text(8) >= LONG_DATES_FROM) {
    const meant = correctedDate(date, 8);
    const explanation = `GS04 is ${quote(date)}, six digits, where ${gs.text(8).slice(0, 6)} has eight. It was taken as ${meant ?? 'it is'}. Write CCYYMMDD.`;
    const corrected = meant === undefined ? undefined : withElement(gs, 4, meant, separator);
    found.push(
      fault('x12.group.date', { ...placeOf(gs, 4), level: 'note', expected: 'CCYYMMDD', explanation, corrected }),
    );
  } else if (!isDate(date, 8) && !isDate(date, 6))
    add(
      'x12.group.date',
      4,
      ['CCYYMMDD', `GS04 is ${quote(date)}, which is no date. Write CCYYMMDD.`],
      correctedDate(date, 8),
    );
  if (!isTime(time))
    add(
      'x12.group.time',
      5,
      ['HHMM', `GS05 is ${quote(time)}, which is no time. Write HHMM or HHMMSS.`],
      correctedTime(time),
    );
  const meant = withoutZeros(control);
  if (!isControlNumber(control) && isControlNumber(meant)) {
    const explanation = `GS06 is ${quote(control)}, which is longer than a control number may be. Write one to nine digits.`;
    add('x12.group.control-number', 6, ['one to nine digits', explanation], meant, { ak905: '6' });
  }
  for (const element of [2, 3]) {
    if (isBeyondAscii(gs.text(element)))
      found.push(beyondAscii('x12.group.not-ascii', gs, element, 'our 997 repeats them'));
    const { length } = gs.text(element).trim();
    if (length === 0 || (length >= 2 && length <= 15)) continue;
    const explanation = `GS0${element} is ${quote(gs.text(element))}; the code of an application has two to fifteen characters. It was taken as it is.`;
    const expected = 'two to fifteen characters';
    // A code that both sides agreed on works, and our answer has to carry it too.
    found.push(fault('x12.group.elements', { ...placeOf(gs, element), level: 'note', expected, explanation }));
  }
  const agency = gs.text(7);
  if (!/^[XT]$/.test(agency)) {
    const what = `GS07 is ${quote(agency)}, which names no agency for standards. Write X.`;
    add('x12.group.elements', 7, ['X', what], gs.count < 8 ? undefined : 'X');
  }
  append(found, surplusFaults('x12.group.elements', gs, 8, separator));
  return found;
}

const isControlNumber = (text: string): boolean => /^\d{1,9}$/.test(text);

/** GS06 as the number that it is: without blanks around it, and without the zeros in front that make it too long. */
const withoutZeros = (text: string): string => text.trim().replace(/^0+(?=\d)/, '');
