import type { FaultPlace } from '../fault-sink.ts';
import { latin1, type Source, segmentKey } from '../read/tape.ts';
import type { LoopNode, SegmentNode, SetDefinition } from '../standard/set-definition.ts';

/** What was agreed with a partner against the standard at one place of a set: nothing that it covers is a fault. */
export interface AgreedDeviation {
  readonly name: string;
  readonly reason: string;
  /** The segment at its place in the set; of one that stands elsewhere, every place of it. */
  readonly nodes: readonly SegmentNode[];
  /** Its id as a number. */
  readonly key: number;
  /** Whether the segment at a place of the tape says what the deviation asks of it. */
  readonly means: (source: Source, index: number) => boolean;
  readonly element: number | undefined;
  readonly component: number | undefined;
  readonly allows: Allowed;
}

export type Allowed =
  | { readonly kind: 'codes'; readonly codes: ReadonlySet<string> }
  /** Characters; of a number its digits. */
  | { readonly kind: 'length'; readonly min: number; readonly max: number; readonly numeric: boolean }
  | { readonly kind: 'left-out' }
  /** `loop` is where the segment stands, beside where the standard has it; the root for the set itself. */
  | { readonly kind: 'stands-in'; readonly loop: LoopNode }
  /** More often than the standard allows; how often is for the guide to say. */
  | { readonly kind: 'max' };

/** What is agreed for a set; undefined where nothing is. */
export type AgreedFor = (definition: SetDefinition) => readonly AgreedDeviation[] | undefined;

const kindsOf: Readonly<Record<string, readonly Allowed['kind'][]>> = {
  'x12.element.code-unknown': ['codes'],
  'x12.element.code-unlisted': ['codes'],
  'x12.element.too-long': ['codes', 'length'],
  'x12.element.too-short': ['codes', 'length'],
  'x12.element.missing': ['left-out'],
  'x12.element.conditional-missing': ['left-out'],
  'x12.segment.missing': ['left-out'],
  'x12.segment.not-in-set': ['stands-in'],
  'x12.segment.out-of-order': ['stands-in'],
  'x12.segment.unexpected': ['stands-in'],
  'x12.segment.too-often': ['max'],
  'x12.segment.loop-too-often': ['max'],
};

/**
 * The deviation that covers a fault. Asked for faults only, so that a document without one pays nothing.
 * @param node the place of the fault's segment in the set, where it has one
 */
export function covering(
  deviations: readonly AgreedDeviation[],
  code: string,
  at: FaultPlace,
  node: number | undefined,
  source: Source,
): AgreedDeviation | undefined {
  const kinds = kindsOf[code];
  if (kinds === undefined) return undefined;
  return deviations.find((deviation) => {
    const { allows, element, component } = deviation;
    if (!kinds.includes(allows.kind) || element !== at.element) return false;
    if (component !== undefined && component !== at.component) return false;
    if (allows.kind === 'stands-in')
      return deviation.key === at.key && at.within === allows.loop && speaks(deviation, source, at.index);
    if (!deviation.nodes.some(({ index }) => index === node)) return false;
    // A segment that is not there says nothing.
    if (element === undefined && allows.kind === 'left-out') return true;
    return speaks(deviation, source, at.index) && isWithin(allows, at, source);
  });
}

const speaks = ({ means, key }: AgreedDeviation, source: Source, index: number): boolean =>
  segmentKey(source, index) === key && means(source, index);

function isWithin(allows: Allowed, { start = 0, end = 0 }: FaultPlace, source: Source): boolean {
  if (allows.kind !== 'codes' && allows.kind !== 'length') return true;
  const text = latin1(source.tape.bytes, start, end).replaceAll(/[\r\n]/g, '');
  if (allows.kind === 'codes') return allows.codes.has(text.trim());
  const length = (allows.numeric ? text.replaceAll(/\D/g, '') : text).length;
  return length >= allows.min && length <= allows.max;
}
