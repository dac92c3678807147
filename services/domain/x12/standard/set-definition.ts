import { maxOf, type Refuse, type Resting, type SegmentDefinition } from './segment-definition.ts';
import type { LoopUseData, SegmentUseData, SetFile } from './standard-data.ts';

/** A loop of a set; `ST` for the set itself. Named after its first segment, which opens each occurrence. */
export interface LoopNode {
  readonly id: string;
  readonly index: number;
  readonly name: string;
  /** Its id in the diagram of the standard, where known. */
  readonly number: string | undefined;
  readonly mandatory: boolean;
  readonly max: number;
  readonly parent: LoopNode | undefined;
  /** Place among the items of the parent. */
  readonly place: number;
  readonly items: readonly (SegmentNode | LoopNode)[];
}

/** The use of a segment at one place of a set. */
export interface SegmentNode {
  readonly segment: SegmentDefinition;
  readonly index: number;
  readonly mandatory: boolean;
  readonly max: number;
  readonly loop: LoopNode;
  /** Place among the items of its loop; 0 opens the loop. */
  readonly place: number;
}

/** Where a segment goes from a given place of the set. */
export interface Step {
  readonly node: SegmentNode;
  /** The node's loop begins another time. */
  readonly again: boolean;
  /** Mandatory segments that were passed over. */
  readonly missing: readonly SegmentNode[];
}

/** `basis` is that of the layout. */
export interface SetDefinition extends Resting {
  readonly code: string;
  readonly functionalId: string;
  readonly name: string;
  readonly root: LoopNode;
  readonly nodes: readonly SegmentNode[];
  readonly loops: readonly LoopNode[];
  /** The HL segment of a set that has levels. */
  readonly level: SegmentNode | undefined;
  /** Keys of the segments that the set uses anywhere. */
  readonly keys: ReadonlySet<number>;
  /** Where a segment with this key goes after `from`; with `past`, `from` itself may not occur again. */
  next(from: SegmentNode, key: number, past: boolean): Step | undefined;
}

type Building = { -readonly [K in keyof LoopNode]: LoopNode[K] } & { items: (SegmentNode | LoopNode)[] };

/**
 * Compiles a set: its loops as a tree, and the steps from each place, which are worked out when first taken.
 * Undefined when it cannot be used; `refuse` hears why.
 */
export function compileSet(
  file: SetFile,
  segments: ReadonlyMap<string, SegmentDefinition>,
  resting: Resting,
  refuse: Refuse,
): SetDefinition | undefined {
  if (!isSound(file.set, file.body, undefined, segments, refuse)) return undefined;
  const nodes: SegmentNode[] = [];
  const loops: LoopNode[] = [];
  const addLoop = (data: LoopUseData, parent: LoopNode | undefined, place: number): LoopNode => {
    const mandatory = data.use === 'M';
    const base = {
      id: data.loop,
      index: loops.length,
      name: data.name,
      number: data.number,
      mandatory,
      max: maxOf(data.max),
      parent,
      place,
    };
    const loop: Building = { ...base, items: [] };
    loops.push(loop);
    for (const item of data.body) {
      const at = loop.items.length;
      loop.items.push('loop' in item ? addLoop(item, loop, at) : addSegment(item, loop, at));
    }
    return loop;
  };
  const addSegment = (data: SegmentUseData, loop: LoopNode, place: number): SegmentNode => {
    const segment = segments.get(data.segment)!;
    const node = { segment, index: nodes.length, mandatory: data.use === 'M', max: maxOf(data.max), loop, place };
    nodes.push(node);
    return node;
  };
  const root = addLoop({ loop: 'ST', name: file.name, use: 'M', body: file.body }, undefined, 0);
  const steps: Map<number, Step | undefined>[] = [];
  return {
    code: file.set,
    functionalId: file.functionalId,
    name: file.name,
    root,
    nodes,
    loops,
    level: nodes.find(({ segment }) => segment.id === 'HL'),
    keys: new Set(nodes.map((node) => node.segment.key)),
    ...resting,
    next(from, key, past) {
      const slot = from.index * 2 + (past ? 1 : 0);
      steps[slot] ??= new Map();
      const known = steps[slot].get(key);
      if (known !== undefined || steps[slot].has(key)) return known;
      const step = findStep(from, key, past);
      if (step !== undefined || steps[slot].size < MOST_MISSES) steps[slot].set(key, step);
      return step;
    },
  };
}

/** Whether each loop begins with its segment and each segment is known. */
function isSound(
  set: string,
  body: SetFile['body'],
  loop: string | undefined,
  segments: ReadonlyMap<string, SegmentDefinition>,
  refuse: Refuse,
): boolean {
  const first = body[0];
  let sound = true;
  const say = (message: string) => {
    sound = false;
    refuse(set, message);
  };
  if (first === undefined || !('segment' in first) || (loop !== undefined && first.segment !== loop))
    say(`Set ${set}: loop ${loop ?? 'ST'} does not begin with its segment.`);
  for (const item of body) {
    if ('loop' in item) sound = isSound(set, item.body, item.loop, segments, refuse) && sound;
    else if (!segments.has(item.segment)) say(`Set ${set} uses segment ${item.segment}, which is not defined.`);
  }
  return sound;
}

/** Ids that lead nowhere are remembered too, but not without end: hostile documents invent them. */
const MOST_MISSES = 200;

/** Nearest place first: the segment again, later in its loop, its loop again, then the same in each loop around it. */
function findStep(from: SegmentNode, key: number, past: boolean): Step | undefined {
  if (!past && from.place > 0 && from.segment.key === key) return { node: from, again: false, missing: [] };
  const missing: SegmentNode[] = [];
  let place = from.place;
  let skipRepeat = past && from.place === 0;
  for (let loop: LoopNode | undefined = from.loop; loop !== undefined; loop = loop.parent) {
    for (const item of loop.items.slice(place + 1)) {
      const node = opener(item);
      if (node.segment.key === key) return { node, again: false, missing };
      if (item.mandatory) missing.push(node);
    }
    const first = opener(loop);
    if (loop.parent !== undefined && first.segment.key === key && !skipRepeat)
      return { node: first, again: true, missing };
    skipRepeat = false;
    place = loop.place;
  }
  return undefined;
}

/** The segment that an item of a loop begins with. */
export function opener(item: SegmentNode | LoopNode): SegmentNode {
  return 'segment' in item ? item : (item.items[0] as SegmentNode);
}
