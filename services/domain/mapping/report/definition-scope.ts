import type { Path, Step } from '../../language/path.ts';
import type { LoopNode, SegmentNode, SetDefinition } from '../../x12/standard/set-definition.ts';

/** A loop of a set's definition, or one segment of it: what a path can be looking at, in any document. */
export interface DefinitionScope {
  readonly loop: LoopNode;
  readonly segment?: SegmentNode;
}

/** Where a definition begins. */
export function rootScope(definition: SetDefinition): DefinitionScope {
  return { loop: definition.root };
}

/** The loops and segments to which a path can lead from the given places; filters are taken to hold. */
export function scopesOfPath(path: Path, from: readonly DefinitionScope[], root: DefinitionScope): DefinitionScope[] {
  const found = new Map<LoopNode | SegmentNode, DefinitionScope>();
  const add = (scope: DefinitionScope): void => {
    found.set(scope.segment ?? scope.loop, scope);
  };
  const { steps } = path;
  const starts = path.origin === 'root' ? [root] : from;
  for (const start of starts) {
    if (path.origin === 'ancestor') {
      const loop = ancestorLoop(steps[0], start.loop);
      if (loop && steps.length === 1) add({ loop });
      else if (loop) follow(steps.slice(1), { loop }, add);
    } else if (path.origin === 'behind' || path.origin === 'before') {
      follow(steps, { loop: start.loop }, add);
    } else if (path.deep) {
      for (const loop of loopsBelow(start.loop)) {
        if (steps.length === 1 && loop.id === steps[0]?.name) add({ loop });
        follow(steps, { loop }, add);
      }
    } else follow(steps, start, add);
  }
  return [...found.values()];
}

/** The segment that a scope shows: itself, or the one that opens the loop. */
export function headOf({ loop, segment }: DefinitionScope): SegmentNode | undefined {
  if (segment) return segment;
  const first = loop.items[0];
  return first && 'segment' in first ? first : undefined;
}

function follow(steps: readonly Step[], from: DefinitionScope, add: (scope: DefinitionScope) => void): void {
  const [step, ...rest] = steps;
  if (!step) return;
  if (from.segment && rest.length === 0 && from.segment.segment.id === step.name) {
    add(from);
    return;
  }
  for (const item of from.loop.items) {
    if ('segment' in item) {
      if (rest.length === 0 && item.segment.id === step.name) add({ loop: from.loop, segment: item });
    } else if (item.id === step.name) reach(item, rest, add);
  }
  // Levels hang below levels, however the definition writes them down.
  if (step.name === 'HL' && from.loop.id === 'HL') reach(from.loop, rest, add);
}

function reach(loop: LoopNode, rest: readonly Step[], add: (scope: DefinitionScope) => void): void {
  if (rest.length === 0) add({ loop });
  else follow(rest, { loop }, add);
}

function ancestorLoop(step: Step | undefined, from: LoopNode): LoopNode | undefined {
  for (let loop: LoopNode | undefined = from; loop && step; loop = loop.parent) if (loop.id === step.name) return loop;
  return undefined;
}

function loopsBelow(loop: LoopNode): LoopNode[] {
  return [loop, ...loop.items.flatMap((item) => ('segment' in item ? [] : loopsBelow(item)))];
}
