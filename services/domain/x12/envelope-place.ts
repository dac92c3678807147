import type { Finding } from '../finding.ts';
import { fault } from './fault.ts';
import type { Segment } from './model.ts';

/** The place of an element of an envelope segment, and what stands there, as a finding wants them. */
export function placeOf(segment: Segment, element: number) {
  const [offset, end] = segment.rangeOf(element);
  return { segment: segment.id, element, offset, end, said: segment.text(element) };
}

/** A value in a sentence. */
export function quote(text: string): string {
  return text === '' ? 'empty' : `"${text}"`;
}

const TRAILERS = {
  'x12.interchange.trailer-missing': { segment: 'IEA', ack: { ta105: '023' }, what: 'interchange' },
  'x12.group.trailer-missing': { segment: 'GE', ack: { ak905: '3' }, what: 'group' },
  'x12.set.trailer-missing': { segment: 'SE', ack: { ak502: '2' }, what: 'transaction set' },
} as const;

/** The finding that a trailer never came; `offset` is where it was expected, `count` what it would have counted. */
export function missingTrailer(
  code: keyof typeof TRAILERS,
  control: string,
  count: number,
  separator: string,
  offset: number,
): Finding {
  const { segment, ack, what } = TRAILERS[code];
  return fault(code, {
    segment,
    offset,
    end: offset,
    expected: `${segment} with control number ${control}`,
    explanation: `The ${what} ${control} ends without its ${segment} segment; part of it may be lost. Send it again complete.`,
    corrected: [segment, count, control].join(separator),
    ack,
  });
}

/** The segment with another value in one of its elements. */
export function withElement(segment: Segment, element: number, value: string, separator: string): string {
  const texts = Array.from({ length: segment.count }, (_, nth) =>
    nth + 1 === element ? value : segment.text(nth + 1),
  );
  return [segment.id, ...texts].join(separator);
}
