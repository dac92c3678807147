import type { SegmentDraft } from './draft.ts';
import type { Interchange } from './model.ts';

/** The TA1 that answers a checked interchange. */
export function interchangeAnswer({ control, date, time, status }: Interchange, note: string): SegmentDraft {
  const digits = (text: string, length: number) => text.replace(/\D/g, '').padStart(length, '0').slice(-length);
  return { id: 'TA1', elements: [digits(control, 9), digits(date, 6), digits(time, 4), status, note] };
}

/** TA105: the code of the first finding that has one; an envelope with lesser faults is noted by the element at fault. */
export function noteCode({ findings, status }: Interchange): string {
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
