import type { Finding } from '../../finding.ts';
import { findingOf } from '../fault.ts';
import type { Interchange, ParsedDocument } from '../model.ts';
import type { InterchangeHead } from './read-sink.ts';

/** How much of a kind one document may hold. Where the count of one kind passes it, reading stops and the document is refused as a whole. */
export interface Ceilings {
  readonly interchanges: number;
  /** Sets; the same number of groups, and of TA1 segments in an interchange. */
  readonly sets: number;
}

/** The kinds that are counted, as findings name them. */
export type Counted = 'interchanges' | 'functional groups' | 'transaction sets' | 'TA1 segments' | 'events';

const grouped = new Intl.NumberFormat('en-US');

/** The finding that refuses a document: it answers the first interchange with TA105 024 (content not valid). */
export function tooMany(
  kind: Counted,
  ceiling: number,
  at: { readonly offset: number; readonly size: number },
): Finding {
  const [most, offset, size] = [ceiling, at.offset, at.size].map((number) => grouped.format(number));
  const where = at.offset > 0 ? `: there are more before byte ${offset} of ${size}, where reading stopped` : '';
  const explanation =
    `The document holds more than ${most} ${kind}, and the hub takes at most ${most} in one document${where}. ` +
    'Nothing of it was used. Split the file into several and send those, or ask the operator of the hub for a higher ceiling.';
  const place = at.offset > 0 ? { offset: at.offset, end: at.offset } : {};
  return findingOf('document.too-many', 'guide', {
    ...place,
    expected: `at most ${most} ${kind}`,
    explanation,
    ack: { ta105: '024' },
  });
}

/** The finding that refuses a document for the size of one event. */
export function eventTooLarge(
  set: { readonly code: string; readonly control: string; readonly range: readonly [number, number] },
  bytes: number,
  ceiling: number,
): Finding {
  const [size, most] = [bytes, ceiling].map((number) => `${grouped.format(Math.ceil(number / 1024))} KB`);
  const explanation =
    `An event made of the ${[set.code, set.control].join(' ').trim()} takes ${size}, and the hub keeps events of at most ${most}. ` +
    'Nothing of the document was used. Split the set into several and send those, or ask the operator of the hub for a higher ceiling.';
  return findingOf('document.event-too-large', 'guide', {
    ...{ offset: set.range[0], end: set.range[0] },
    ...{ expected: `at most ${most}`, explanation, ack: { ta105: '024' } },
  });
}

/** The reading of a document that is refused as a whole: its first interchange, without contents, which the refusal answers. */
export function refusedReading(head: InterchangeHead | undefined, finding: Finding, size: number): ParsedDocument {
  if (head === undefined) return { interchanges: [], findings: [finding] };
  const refused: Interchange = {
    ...head,
    range: [head.header?.range[0] ?? 0, size],
    groups: [],
    acknowledgements: [],
    findings: [finding],
    status: 'R',
  };
  return { interchanges: [refused], findings: [] };
}
