import type { FaultSink } from '../fault-sink.ts';
import type { TapePlace } from '../read/views.ts';
import type { SegmentNode } from '../standard/set-definition.ts';
import { type Level, type LevelParent, levelParents, structureOf, TapeLevel } from './level-parents.ts';
import type { PlacedRoom } from './placed-room.ts';
import { HL_DEPTH_LIMIT } from './tree.ts';

const WRONG_CODE = { ak304: '8', ak403: '7' } as const;

/** Checks the numbers of HL segments: HL01 new, HL02 the number of an earlier HL. The segments were placed before. */
export function checkLevels(place: TapePlace, node: SegmentNode, { placed, base }: PlacedRoom, sink: FaultSink): void {
  const indexes: number[] = [];
  for (let index = place.first; index <= place.last; index += 1)
    if (placed[index - base] === node.index) indexes.push(index);
  const levels = indexes.map((index) => new TapeLevel(place, index));
  const parents = levelParents(levels, () => structureOf(place));
  const depths: number[] = [];
  const numbers = new Set<string>();
  /** A level that is missing is said to be so once, not for each one below it. */
  const missing = new Set<string>();
  let tooDeep = false;
  for (const [nth, level] of levels.entries()) {
    const at = { index: indexes[nth]!, key: node.segment.key };
    const { above } = parents[nth]!;
    if (level.number !== '' && numbers.has(level.number)) {
      sink.element('x12.hl.number', WRONG_CODE, { ...at, element: 1 }, () => ({
        loop: node.loop,
        reference: '628',
        expected: 'a number not yet used in the set',
        explanation: `HL-01 ${level.number} was used before in this set. Number the HL segments 1, 2, 3 and so on.`,
      }));
    }
    if (level.parent !== '' && !numbers.has(level.parent) && !missing.has(level.parent)) {
      missing.add(level.parent);
      sink.element('x12.hl.parent', WRONG_CODE, { ...at, element: 2 }, () => ({
        loop: node.loop,
        reference: '734',
        expected: 'the HL-01 of an HL before it, or nothing',
        explanation: `HL-02 names level ${level.parent}, but no HL before it has that number. ${readAs(levels, parents[nth]!)}Write the number of the level above.`,
      }));
    }
    if (level.parent === '' && parents[nth]!.from !== 'number') {
      const code = above === undefined ? 'x12.hl.parent-empty' : 'x12.hl.parent-by-order';
      sink.element(code, undefined, { ...at, element: 2 }, () => ({
        loop: node.loop,
        reference: '734',
        ...(above === undefined ? {} : { expected: levels[above]!.number }),
        explanation: `HL-02 of level ${level.number} (${level.code}) is empty. ${readAs(levels, parents[nth]!)}`.trim(),
      }));
    }
    const depth = (above === undefined ? 0 : depths[above]!) + 1;
    if (depth > HL_DEPTH_LIMIT && !tooDeep) {
      tooDeep = true;
      const explanation = `HL levels are nested more than ${HL_DEPTH_LIMIT} deep; deeper ones were put on the last level. Check HL-02.`;
      sink.element('x12.hl.depth', undefined, { ...at, element: 2 }, () => ({ loop: node.loop, explanation }));
    }
    numbers.add(level.number);
    depths.push(Math.min(depth, HL_DEPTH_LIMIT));
  }
}

function readAs(levels: readonly Level[], { above }: LevelParent): string {
  if (above === undefined)
    return 'The order of levels does not tell what it belongs to, so it was read as belonging to no other level. ';
  const { number, code } = levels[above]!;
  return `By the order of levels it was read as below HL ${number} (${code}). `;
}
