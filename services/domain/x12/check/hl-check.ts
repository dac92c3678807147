import type { FaultSink } from '../fault-sink.ts';
import { elementText } from '../read/element-text.ts';
import type { TapePlace } from '../read/views.ts';
import type { SegmentNode } from '../standard/set-definition.ts';
import type { PlacedRoom } from './placed-room.ts';
import { HL_DEPTH_LIMIT } from './tree.ts';

const WRONG_CODE = { ak304: '8', ak403: '7' } as const;

/** Checks the numbers of HL segments: HL01 new, HL02 the number of an earlier HL. The segments were placed before. */
export function checkLevels(place: TapePlace, node: SegmentNode, { placed, base }: PlacedRoom, sink: FaultSink): void {
  const { key } = node.segment;
  const depths = new Map<string, number>();
  /** A level that is missing is said to be so once, not for each one below it. */
  const missing = new Set<string>();
  let tooDeep = false;
  for (let index = place.first; index <= place.last; index += 1) {
    if (placed[index - base] !== node.index) continue;
    const number = elementText(place.source, index, 1);
    const parent = elementText(place.source, index, 2);
    if (number !== '' && depths.has(number)) {
      sink.element('x12.hl.number', WRONG_CODE, { index, key, element: 1 }, () => ({
        loop: node.loop,
        reference: '628',
        expected: 'a number not yet used in the set',
        explanation: `HL-01 ${number} was used before in this set. Number the HL segments 1, 2, 3 and so on.`,
      }));
    }
    if (parent !== '' && !depths.has(parent) && !missing.has(parent)) {
      missing.add(parent);
      sink.element('x12.hl.parent', WRONG_CODE, { index, key, element: 2 }, () => ({
        loop: node.loop,
        reference: '734',
        expected: 'the HL-01 of an HL before it, or nothing',
        explanation: `HL-02 names level ${parent}, but no HL before it has that number. Write the number of the level above.`,
      }));
    }
    const depth = (depths.get(parent) ?? 0) + 1;
    if (depth > HL_DEPTH_LIMIT && !tooDeep) {
      tooDeep = true;
      const explanation = `HL levels are nested more than ${HL_DEPTH_LIMIT} deep; deeper ones were put on the last level. Check HL-02.`;
      sink.element('x12.hl.depth', undefined, { index, key, element: 2 }, () => ({ loop: node.loop, explanation }));
    }
    if (!depths.has(number)) depths.set(number, Math.min(depth, HL_DEPTH_LIMIT));
  }
}
