import type { Loop, Segment } from '../x12/model.ts';
import type { Filter } from './path.ts';

const byName = new WeakMap<Loop, ReadonlyMap<string, Loop[]>>();
const worthIndexing = 8;

/** Child loops by name; remembered for loops with many children, so that a path costs its matches and not the whole set. */
export function childrenNamed(loop: Loop, name: string): readonly Loop[] {
  if (loop.loops.length <= worthIndexing) return loop.loops.filter((child) => child.id === name);
  let index = byName.get(loop);
  if (!index) {
    index = Map.groupBy(loop.loops, (child) => child.id);
    byName.set(loop, index);
  }
  return index.get(name) ?? [];
}

/** Whether a segment keeps all conditions of a step. */
export function fits(segment: Segment, filters: readonly Filter[]): boolean {
  return filters.every((filter) => {
    const { element, component, values, negated } = filter;
    const text = (component === undefined ? segment.text(element) : segment.text(element, component)).trim();
    const holds = values === undefined ? text !== '' : values.includes(text);
    return holds !== negated;
  });
}
