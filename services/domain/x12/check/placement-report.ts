import type { FaultPlace, FaultSink } from '../fault-sink.ts';
import type { Resting, SegmentDefinition } from '../standard/segment-definition.ts';
import { type LoopNode, opener, type SegmentNode, type SetDefinition } from '../standard/set-definition.ts';

/** Findings about segments that are not where the set has them; `basis` is that of the set's layout. */

export function reportLoopTooOften(
  sink: FaultSink,
  index: number,
  { loop, index: node, segment: { id, key } }: SegmentNode,
  { basis }: Resting,
): void {
  sink.segment('x12.segment.loop-too-often', { ak304: '4' }, { index, key, basis, node }, () => ({
    loop,
    expected: `at most ${loop.max} ${id} loops here`,
    explanation: `The ${id} loop (${loop.name}) occurs more than ${loop.max} times. Send the rest in another set.`,
  }));
}

export function reportTooOften(sink: FaultSink, index: number, node: SegmentNode, { basis }: Resting): void {
  const { id, key, name } = node.segment;
  const times = node.max === 1 ? 'once' : `${node.max} times`;
  sink.segment('x12.segment.too-often', { ak304: '5' }, { index, key, basis, node: node.index }, () => ({
    loop: loopAround(node),
    expected: `at most ${node.max} ${id} here`,
    explanation: `Segment ${id} (${name}) may stand here ${times} at most. Take the surplus out.`,
  }));
}

export function reportMissing(sink: FaultSink, index: number, node: SegmentNode, { basis }: Resting): void {
  const { id, key, name } = node.segment;
  sink.gap('x12.segment.missing', { ak304: '3' }, { index, key, basis, node: node.index }, id, () => ({
    loop: loopAround(node),
    expected: `${id} (${name})`,
    explanation: `Mandatory segment ${id} (${name}) is missing before this place. Add it.`,
  }));
}

export function reportNotInSet(
  sink: FaultSink,
  index: number,
  { id, key, name }: SegmentDefinition,
  { code, basis }: SetDefinition,
  within: LoopNode,
): void {
  sink.segment('x12.segment.not-in-set', { ak304: '6' }, { index, key, basis, within }, () => ({
    expected: `a segment of the ${code}`,
    explanation: `Segment ${id} (${name}) is not part of the ${code}. Take it out.`,
  }));
}

/** `meant` is what the segment probably is; `needed` says that the set needs it, so that what hangs on it is lost. */
export function reportUnknown(
  sink: FaultSink,
  at: FaultPlace,
  version: string,
  meant: SegmentDefinition | undefined,
  needed: boolean,
): void {
  const isNeeded = needed && sink.settled('x12.segment.misspelt', at).basis === undefined;
  const code = isNeeded ? 'x12.segment.misspelt' : 'x12.segment.unknown';
  const tell = () => {
    const isNone = `"${sink.show(at.index).id}" is no segment of the standard ${version}.`;
    return {
      expected: meant === undefined ? 'a segment id of the standard' : meant.id,
      explanation: explainUnknown(isNone, meant, needed),
      corrected: meant === undefined ? undefined : sink.renamed(at.index, meant.id),
    };
  };
  sink.segment(code, { ak304: '1' }, at, tell, needed ? undefined : meant?.id);
}

function explainUnknown(isNone: string, meant: SegmentDefinition | undefined, needed: boolean): string {
  if (meant === undefined) return `${isNone} Correct it or take it out.`;
  if (!needed) return `${isNone} Perhaps ${meant.id} (${meant.name}) is meant.`;
  return `${isNone} ${meant.id} (${meant.name}) must be meant, which the set needs here. Correct it.`;
}

/** `before` is the segment behind which it stands too late. */
export function reportOutOfOrder(
  sink: FaultSink,
  index: number,
  home: SegmentNode,
  before: SegmentNode,
  { basis }: Resting,
): void {
  const { id, key, name } = home.segment;
  sink.segment('x12.segment.out-of-order', { ak304: '7' }, { index, key, basis, within: before.loop }, () => ({
    loop: loopAround(home),
    expected: `${id} before ${before.segment.id}`,
    explanation: `Segment ${id} (${name}) comes too late: its place is before ${before.segment.id}. Move it there.`,
  }));
}

/** `use` is the place of the set where it would belong. */
export function reportUnexpected(
  sink: FaultSink,
  index: number,
  use: SegmentNode,
  { basis }: Resting,
  within: LoopNode,
): void {
  const { id, key, name } = use.segment;
  const outer = opener(use.place === 0 && use.loop.parent !== undefined ? use.loop.parent : use.loop).segment.id;
  sink.segment('x12.segment.unexpected', { ak304: '2' }, { index, key, basis, within }, () => ({
    expected: `${outer} before it`,
    explanation: `Segment ${id} (${name}) belongs to a loop that begins with ${outer}, and no such loop is open here. Put ${outer} before it.`,
  }));
}

function loopAround(node: SegmentNode): LoopNode | undefined {
  return node.loop.parent === undefined ? undefined : node.loop;
}
