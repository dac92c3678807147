import type { Finding } from '../../finding.ts';
import { fault } from '../fault.ts';
import type { Segment } from '../model.ts';

/** The place of an element of an envelope segment, and what stands there, as a finding wants them. */
export function placeOf(segment: Segment, element: number) {
  const [offset, end] = segment.rangeOf(element);
  return { segment: segment.id, element, offset, end, received: segment.text(element) };
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

/** At least one character, and none that cannot be printed. */
export function isPrintable(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) < 32 || text.charCodeAt(at) === 127) return false;
  return text !== '';
}

/** Bytes of Latin-1 or UTF-8. */
export function isBeyondAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return true;
  return false;
}

/** The remark that an id has characters beyond ASCII. */
export function beyondAscii(
  code: 'x12.group.not-ascii' | 'x12.interchange.not-ascii',
  segment: Segment,
  element: number,
  kept: string,
): Finding {
  const name = `${segment.id}${String(element).padStart(2, '0')}`;
  const explanation = `${name} has characters beyond ASCII; they were kept as received, and ${kept} byte for byte. Agree on an id of ASCII.`;
  return fault(code, { ...placeOf(segment, element), expected: 'ASCII characters', explanation });
}

/** The segment with another value in one of its elements. */
export function withElement(segment: Segment, element: number, value: string, separator: string): string {
  const texts = Array.from({ length: segment.count }, (_, nth) =>
    nth + 1 === element ? value : segment.text(nth + 1),
  );
  return [segment.id, ...texts].join(separator);
}

/** An envelope segment with more elements than it may have. */
export function surplusFaults(
  code: 'x12.group.elements' | 'x12.interchange.elements',
  segment: Segment,
  most: number,
  separator: string,
): Finding[] {
  if (segment.count <= most) return [];
  const texts = Array.from({ length: segment.count }, (_, nth) => segment.text(nth + 1));
  const extra = texts.findIndex((text, nth) => nth >= most && text !== '');
  if (extra < 0) return [];
  const { id, count } = segment;
  const explanation = `${id} has ${count} elements and may have ${most}. Take out what follows ${id}0${most}.`;
  const corrected = [id, ...texts.slice(0, most)].join(separator);
  return [fault(code, { ...placeOf(segment, extra + 1), expected: `${most} elements`, explanation, corrected })];
}

/** Segments that stand where the envelopes have none of their kind. */
const STRAYS = {
  set: {
    code: 'x12.set.trailer-stray',
    explain: () =>
      'This SE closes no transaction set: its ST is missing. Put the ST before the first segment of the set.',
    ack: undefined,
  },
  group: {
    code: 'x12.group.trailer-stray',
    explain: () => 'This GE closes no group: its GS is missing. Put the GS before the first set of the group.',
    ack: { ta105: '022' },
  },
  header: {
    code: 'x12.group.header-missing',
    explain: () =>
      'A transaction set begins outside any group. Put a GS segment before it and a GE segment after the last set.',
    ack: { ta105: '024' },
  },
  outside: {
    code: 'x12.interchange.segment-outside',
    explain: (id: string) => `Segment ${id} stands between the groups. Put it inside a transaction set.`,
    ack: { ta105: '022' },
  },
  'in-group': {
    code: 'x12.group.segment-outside',
    explain: (id: string) =>
      `Segment ${id} stands in the group but in no transaction set. Put it between an ST and its SE.`,
    ack: undefined,
  },
} as const;

/** The finding about a segment that does not fit the envelopes around it. */
export function strayFault(
  kind: keyof typeof STRAYS,
  place: { readonly segment: string; readonly offset: number; readonly end: number; readonly received: string },
): Finding {
  const { code, explain, ack } = STRAYS[kind];
  return fault(code, { ...place, explanation: explain(place.segment), ack });
}
