import type { Loop, Segment } from './model.ts';
import type { SetDefinition } from './set-definition.ts';

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

/**
 * Builds the loops of a set. `placed` holds from `from` on for each segment the index of its node in the definition, `UNPLACED`, or `strayIn(loop)`.
 * HL loops hang below the HL that their HL02 names, other loops below the open occurrence of the loop around them.
 */
export function buildTree(
  definition: SetDefinition,
  placed: Int32Array,
  from: number,
  segments: readonly Segment[],
): Loop {
  const root = newLoop('ST');
  const open: (OpenLoop | undefined)[] = [root];
  const levels = new Map<string, { loop: OpenLoop; depth: number }>();
  for (const [nth, segment] of segments.entries()) {
    const place = placed[from + nth] ?? UNPLACED;
    if (place === UNPLACED) continue;
    if (place < UNPLACED) {
      (open[-2 - place] ?? root).segments.push(segment);
      continue;
    }
    const node = definition.nodes[place]!;
    const { loop } = node;
    if (node.place === 0 && loop.parent !== undefined) {
      const opened = newLoop(loop.id);
      const around = open[loop.parent.index] ?? root;
      (loop.id === 'HL' ? levelOf(levels, segment, opened, around) : around).loops.push(opened);
      open[loop.index] = opened;
    }
    (open[loop.index] ?? root).segments.push(segment);
  }
  return root;
}

function levelOf(
  levels: Map<string, { loop: OpenLoop; depth: number }>,
  hl: Segment,
  opened: OpenLoop,
  around: OpenLoop,
): OpenLoop {
  const above = levels.get(hl.text(2));
  const depth = (above?.depth ?? 0) + 1;
  const number = hl.text(1);
  const flat = above !== undefined && depth > HL_DEPTH_LIMIT;
  if (!levels.has(number)) levels.set(number, flat ? above : { loop: opened, depth });
  return above?.loop ?? around;
}

function newLoop(id: string): OpenLoop {
  return { id, segments: [], loops: [] };
}
