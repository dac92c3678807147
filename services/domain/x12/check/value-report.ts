import type { AckCodes } from '../../finding.ts';
import { latin1, type Source } from '../read/tape.ts';
import type { TapeSegment } from '../read/views.ts';
import type { ElementDefinition, SegmentDefinition } from '../standard/segment-definition.ts';
import { dayNumber, dayText } from './calendar.ts';
import { type CheckedSegment, placeName } from './checked-segment.ts';
import { correctedValue } from './corrected-value.ts';
import type { ValueFault } from './value-check.ts';

interface ValuePlace {
  readonly element: number;
  readonly component: number | undefined;
  readonly start: number;
  readonly end: number;
  readonly definition: ElementDefinition;
  readonly source: Source;
  /** The version that the rule for the value rests on, see `Resting`. */
  readonly basis: string | undefined;
}

const AK403: Readonly<Record<ValueFault, string | undefined>> = {
  'too-short': '4',
  'too-long': '5',
  character: '6',
  'code-unknown': '7',
  date: '8',
  time: '9',
  'too-many-components': '3',
  'code-unlisted': undefined,
  'not-ascii': undefined,
};

function ackOf(fault: ValueFault): AckCodes | undefined {
  const code = AK403[fault];
  return code === undefined ? undefined : { ak304: '8', ak403: code };
}

/** Reports a value that its element does not allow. */
export function reportValue(
  { index, definition: segment, loop, sink }: CheckedSegment,
  place: ValuePlace,
  fault: ValueFault,
  ack = ackOf(fault),
): void {
  const { element, component, start, end, definition, source } = place;
  // What is a note anyway rests on nothing.
  const basis = ack === undefined ? undefined : place.basis;
  sink.element(`x12.element.${fault}`, ack, { index, key: segment.key, element, component, basis, start, end }, () => {
    const received = latin1(source.tape.bytes, start, end);
    const where = `${placeName(segment, element, component)} (${definition.name})`;
    const better = correctedValue(fault, received, definition);
    const midnight =
      fault === 'time' && END_OF_DAY.test(received) ? nextMidnight(sink.show(index), segment, element) : undefined;
    return {
      start,
      end,
      loop,
      reference: definition.reference,
      expected: expectation(fault, definition),
      explanation: sentence(fault, where, received, definition),
      corrected: midnight ?? (better === undefined ? undefined : sink.replaced(index, start, end, better)),
    };
  });
}

const END_OF_DAY = /^2400(00(0{1,2})?)?$/;

/** The segment with the midnight that its time means: 0000 of the day after the date before it. */
function nextMidnight(segment: TapeSegment, { elements = [] }: SegmentDefinition, element: number): string | undefined {
  const at = elements.findLastIndex((use, nth) => nth < element - 1 && use.element.type === 'DT');
  const date = at < 0 ? '' : segment.text(at + 1);
  const day = dayNumber(date);
  if (day === undefined) return undefined;
  const texts = Array.from({ length: segment.count }, (_, nth) => segment.text(nth + 1));
  texts[at] = dayText(day + 1).slice(-date.length);
  texts[element - 1] = segment.text(element).replace(/^24/, '00');
  return [segment.id, ...texts].join(segment.source.delimiters.element);
}

function expectation(fault: ValueFault, { type, min, max, codes }: ElementDefinition): string | undefined {
  switch (fault) {
    case 'too-short':
    case 'too-long':
      return min === max ? `${min} characters` : `${min} to ${max} characters`;
    case 'character':
      return type === 'R'
        ? 'a number with digits, at most one point and a leading minus'
        : type === 'AN' || type === 'ID'
          ? 'printable characters'
          : 'digits, with a leading minus at most';
    case 'code-unknown':
    case 'code-unlisted':
      return codes === undefined
        ? undefined
        : `${[...codes.keys()].slice(0, 12).join(', ')}${codes.size > 12 ? ' …' : ''}`;
    case 'date':
      return max === 6 ? 'YYMMDD' : 'CCYYMMDD';
    case 'time':
      return 'HHMM, HHMMSS or HHMMSSDD';
    case 'too-many-components':
      return 'one value without a component separator';
    case 'not-ascii':
      return 'ASCII characters';
  }
}

function sentence(fault: ValueFault, where: string, received: string, { min, max, type }: ElementDefinition): string {
  const shown = `"${received.length > 40 ? `${received.slice(0, 39)}…` : received}"`;
  switch (fault) {
    case 'too-short':
      return `${where} is ${shown}, shorter than its minimum of ${min}. Write it in full${type.startsWith('N') ? ', with leading zeros' : ''}.`;
    case 'too-long':
      return `${where} is ${shown}, longer than its maximum of ${max}. Shorten it.`;
    case 'character':
      return `${where} is ${shown}, which has a character that ${type === 'AN' || type === 'ID' ? 'text may not have (a control character)' : 'a number may not have'}. Correct it.`;
    case 'code-unknown':
      return `${where} is ${shown}, which is none of its codes. Use one of them.`;
    case 'code-unlisted':
      return `${where} is ${shown}, which is not in the part of the code list that is known here. It was passed on as it is.`;
    case 'date':
      return `${where} is ${shown}, which is no date. Write ${max === 6 ? 'YYMMDD' : 'CCYYMMDD'}.`;
    case 'time':
      if (END_OF_DAY.test(received))
        return `${where} is ${shown}, the end of the day, for which X12 has no time. Write ${received.replace(/^24/, '00')} with the date of the next day.`;
      return `${where} is ${shown}, which is no time. Write HHMM, HHMMSS or HHMMSSDD.`;
    case 'too-many-components':
      return `${where} is ${shown}, which holds a component or repetition separator though the element is not composite. Use another separator in ISA.`;
    case 'not-ascii':
      return `${where} has characters beyond ASCII; they were kept as received.`;
  }
}
