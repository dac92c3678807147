import { rejectsInterchange } from '../check/status.ts';
import type { Interchange } from '../model.ts';
import type { SegmentDraft } from '../write/draft.ts';

/** The TA1 that answers a checked interchange. */
export function interchangeAnswer({ control, date, time, status }: Interchange, note: string): SegmentDraft {
  // Some digits of a value that is no number would be another number.
  const digits = (text: string, length: number) =>
    (/^\d*$/.test(text.trim()) ? text.trim() : '').padStart(length, '0').slice(-length);
  return { id: 'TA1', elements: [digits(control, 9), digits(date, 6), digits(time, 4), status, note] };
}

/** TA105: the code of the first finding that rejects, else of the first that has one; an envelope with lesser faults is noted by the element at fault. */
export function noteCode({ findings, status }: Interchange): string {
  const codes = findings.flatMap(({ ack }) => ack?.ta105 ?? []);
  const coded = codes.find(rejectsInterchange) ?? codes[0];
  if (coded !== undefined) return coded;
  if (status === 'A') return '000';
  const element = findings.find(({ level, segment }) => level === 'standard' && segment === 'ISA')?.element;
  return (element !== undefined && NOTE_BY_ELEMENT[element]) || '022';
}

/** What a TA105 says, in a few words. */
export function noteMeaning(note: string): string {
  return NOTES[note] ?? 'a code that is not known here';
}

const NOTES: Readonly<Record<string, string>> = {
  '000': 'no error',
  '001': 'control numbers in ISA13 and IEA02 differ',
  '002': 'standards id or repetition separator not supported',
  '003': 'version of the envelope not supported',
  '004': 'segment terminator not usable',
  '005': 'qualifier of the sender not valid',
  '006': 'sender not known',
  '007': 'qualifier of the receiver not valid',
  '008': 'receiver not known',
  '009': 'receiver not known here',
  '010': 'authorization qualifier not valid',
  '011': 'authorization not valid',
  '012': 'security qualifier not valid',
  '013': 'security not valid',
  '014': 'date not valid',
  '015': 'time not valid',
  '016': 'standards id not valid',
  '017': 'version not valid',
  '018': 'control number not valid',
  '019': 'acknowledgement flag not valid',
  '020': 'usage flag not valid',
  '021': 'number of groups not right',
  '022': 'control structure not valid',
  '023': 'the file ended too early',
  '024': 'content not valid',
  '025': 'control number used before',
  '026': 'data element separator not valid',
  '027': 'component separator not valid',
};

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
