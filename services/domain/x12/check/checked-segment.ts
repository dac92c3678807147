import type { LoopPlace } from '../fault.ts';
import type { FaultSink } from '../fault-sink.ts';
import type { SegmentDefinition } from '../standard/segment-definition.ts';

/** The segment that is being checked: its place on the tape, its definition, its loop, and where its faults go. */
export interface CheckedSegment {
  readonly index: number;
  readonly definition: SegmentDefinition;
  readonly loop: LoopPlace | undefined;
  readonly sink: FaultSink;
}

/** An element's place as people write it, such as `AT7-02` or `AK4-01.1`. */
export function placeName(definition: SegmentDefinition, element: number, component?: number): string {
  return `${definition.id}-${String(element).padStart(2, '0')}${component === undefined ? '' : `.${component}`}`;
}
