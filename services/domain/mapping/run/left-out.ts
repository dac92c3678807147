import type { LoopNode, SegmentNode, SetDefinition } from '../../x12/standard/set-definition.ts';
import type { InboundMapping, Leaving } from '../language/plan.ts';
import { type DefinitionScope, rootScope, scopesOfPath } from '../report/definition-scope.ts';

/** What a mapping declares to leave out of a set, by the places of the set's definition. */
export interface LeftOut {
  /** For each place of the definition the elements that nothing need be said about, element n as bit n. */
  readonly silent: Int32Array;
  /** Why an element is left out; undefined where the mapping declares nothing. */
  reasonFor(node: number, element: number): Leaving | undefined;
}

const allElements = -1;
/** Elements beyond this share the last bit; no segment of our sets has more. */
export const lastElementBit = 31;
/** Stands for the elements of a place that is left out as a whole. */
const every = 0;

const known = new WeakMap<InboundMapping, WeakMap<SetDefinition, LeftOut>>();

/** Where the `leaves` of a mapping lead in a definition; worked out once. Of several declarations of a place the first one counts. */
export function leftOut(mapping: InboundMapping, definition: SetDefinition): LeftOut {
  const byDefinition = known.get(mapping) ?? new WeakMap<SetDefinition, LeftOut>();
  known.set(mapping, byDefinition);
  const left = byDefinition.get(definition) ?? workOut(mapping.leaves, definition);
  byDefinition.set(definition, left);
  return left;
}

function workOut(leaves: readonly Leaving[], definition: SetDefinition): LeftOut {
  const silent = new Int32Array(definition.nodes.length);
  const reasons = new Map<string, Leaving>();
  const root = rootScope(definition);
  const add = ({ index }: SegmentNode, element: number, leaving: Leaving): void => {
    const key = `${index}/${element}`;
    if (reasons.has(key)) return;
    reasons.set(key, leaving);
    if (leaving.silent)
      silent[index] = silent[index]! | (element === every ? allElements : 1 << Math.min(element, lastElementBit));
  };
  for (const leaving of leaves) {
    for (const path of leaving.paths) {
      for (const scope of scopesOfPath(path, [root], root)) {
        for (const node of nodesOf(scope, path.element)) add(node, path.element ?? every, leaving);
      }
    }
  }
  return {
    silent,
    reasonFor: (node, element) => reasons.get(`${node}/${element}`) ?? reasons.get(`${node}/${every}`),
  };
}

/** The segment that a scope names; without an element, of a loop, all of its segments. */
function nodesOf({ loop, segment }: DefinitionScope, element: number | undefined): SegmentNode[] {
  if (segment) return [segment];
  return element === undefined ? segmentsBelow(loop) : segmentsBelow(loop).slice(0, 1);
}

function segmentsBelow(loop: LoopNode): SegmentNode[] {
  return loop.items.flatMap((item) => ('segment' in item ? [item] : segmentsBelow(item)));
}
