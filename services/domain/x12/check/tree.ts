import type { Loop, Segment } from '../model.ts';
import type { SetLoops } from './set-loops.ts';

interface OpenLoop extends Loop {
  readonly segments: Segment[];
  readonly loops: OpenLoop[];
}

/** A segment that has no place in the set. */
export const UNPLACED = -1;

/** Levels of HL beyond this hang below the last one: no use of the standard goes deeper, and readers of the tree may be recursive. */
export const HL_DEPTH_LIMIT = 64;

/** Says that a segment belongs to a loop though it stands out of order. */
export function strayIn(loopIndex: number): number {
  return -2 - loopIndex;
}

/** The loops of a set as objects, for those who look at a set and are not in a hurry. */
export function buildTree(loops: SetLoops, segments: readonly Segment[]): Loop {
  const root: OpenLoop = { id: 'ST', segments: [], loops: [] };
  const made: OpenLoop[] = [root];
  for (const [nth, segment] of segments.entries()) {
    const owner = loops.owner(nth);
    if (owner === UNPLACED) continue;
    if (owner === nth && nth !== 0) {
      const loop: OpenLoop = { id: segment.id, segments: [], loops: [] };
      made[nth] = loop;
      made[loops.parent(nth)]!.loops.push(loop);
    }
    made[owner]!.segments.push(segment);
  }
  return root;
}
