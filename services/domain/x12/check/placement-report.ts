import type { FaultSink } from '../fault-sink.ts';
import type { SegmentDefinition } from '../standard/segment-definition.ts';
import { type LoopNode, opener, type SegmentNode, type SetDefinition } from '../standard/set-definition.ts';

/** Findings about segments that are not where the set has them. */

export function reportLoopTooOften(sink: FaultSink, index: number, { loop, segment: { id } }: SegmentNode): void {
  sink.segment('x12.segment.loop-too-often', index, {
    loop,
    expected: `at most ${loop.max} ${id} loops here`,
    explanation: `The ${id} loop (${loop.name}) occurs more than ${loop.max} times. Send the rest in another set.`,
    ack: { ak304: '4' },
  });
}

export function reportTooOften(sink: FaultSink, index: number, node: SegmentNode): void {
  const { id, name } = node.segment;
  const times = node.max === 1 ? 'once' : `${node.max} times`;
  sink.segment('x12.segment.too-often', index, {
    loop: loopAround(node),
    expected: `at most ${node.max} ${id} here`,
    explanation: `Segment ${id} (${name}) may stand here ${times} at most. Take the surplus out.`,
    ack: { ak304: '5' },
  });
}

export function reportMissing(sink: FaultSink, index: number, node: SegmentNode): void {
  const { id, name } = node.segment;
  sink.gap('x12.segment.missing', index, id, {
    loop: loopAround(node),
    expected: `${id} (${name})`,
    explanation: `Mandatory segment ${id} (${name}) is missing before this place. Add it.`,
    ack: { ak304: '3' },
  });
}

export function reportNotInSet(
  sink: FaultSink,
  index: number,
  { id, name }: SegmentDefinition,
  { code }: SetDefinition,
): void {
  sink.segment('x12.segment.not-in-set', index, {
    expected: `a segment of the ${code}`,
    explanation: `Segment ${id} (${name}) is not part of the ${code}. Take it out.`,
    ack: { ak304: '6' },
  });
}

/** `meant` is what the segment probably is; `needed` says that the set needs it, so that what hangs on it is lost. */
export function reportUnknown(
  sink: FaultSink,
  index: number,
  version: string,
  meant: SegmentDefinition | undefined,
  needed: boolean,
): void {
  const { id } = sink.show(index);
  const isNone = `"${id}" is no segment of the standard ${version}.`;
  sink.segment(needed ? 'x12.segment.misspelt' : 'x12.segment.unknown', index, {
    expected: meant === undefined ? 'a segment id of the standard' : meant.id,
    explanation: explainUnknown(isNone, meant, needed),
    corrected: meant === undefined ? undefined : sink.renamed(index, meant.id),
    ack: { ak304: '1' },
  });
}

function explainUnknown(isNone: string, meant: SegmentDefinition | undefined, needed: boolean): string {
  if (meant === undefined) return `${isNone} Correct it or take it out.`;
  if (!needed) return `${isNone} Perhaps ${meant.id} (${meant.name}) is meant.`;
  return `${isNone} ${meant.id} (${meant.name}) must be meant, which the set needs here. Correct it.`;
}

/** `before` is the segment behind which it stands too late. */
export function reportOutOfOrder(sink: FaultSink, index: number, home: SegmentNode, before: SegmentNode): void {
  const { id, name } = home.segment;
  sink.segment('x12.segment.out-of-order', index, {
    loop: loopAround(home),
    expected: `${id} before ${before.segment.id}`,
    explanation: `Segment ${id} (${name}) comes too late: its place is before ${before.segment.id}. Move it there.`,
    ack: { ak304: '7' },
  });
}

/** `use` is the place of the set where it would belong. */
export function reportUnexpected(sink: FaultSink, index: number, use: SegmentNode): void {
  const { id, name } = use.segment;
  const outer = opener(use.place === 0 && use.loop.parent !== undefined ? use.loop.parent : use.loop).segment.id;
  sink.segment('x12.segment.unexpected', index, {
    expected: `${outer} before it`,
    explanation: `Segment ${id} (${name}) belongs to a loop that begins with ${outer}, and no such loop is open here. Put ${outer} before it.`,
    ack: { ak304: '2' },
  });
}

function loopAround(node: SegmentNode): LoopNode | undefined {
  return node.loop.parent === undefined ? undefined : node.loop;
}
