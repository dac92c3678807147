import type { Loop, Segment } from '../x12/model.ts';
import { childrenNamed, fits } from './loops.ts';
import type { Path, Step } from './path.ts';
import type { Budget, Found, SourceReader, Trace } from './source.ts';

/** A loop, or one segment of it, with the loops around it. */
export interface X12Scope {
  readonly loop: Loop;
  readonly segment?: Segment;
  readonly up?: X12Scope;
  readonly index: number;
}

/** Answers true to stop the search. */
type Visitor = (segment: Segment) => boolean;

/** Reads the tree of a transaction set. */
export function x12Source(budget: Budget): SourceReader<X12Scope> {
  const source: SourceReader<X12Scope> = {
    read(path, scope) {
      let found: Found | undefined;
      visit(path, scope, budget, (segment) => {
        found = valueIn(segment, path.element ?? 1, path.component);
        return found !== undefined;
      });
      return found;
    },
    readAll(path, scope) {
      const all: Found[] = [];
      visit(path, scope, budget, (segment) => {
        const found = valueIn(segment, path.element ?? 1, path.component);
        if (found) all.push(found);
        return false;
      });
      return all;
    },
    scopes: (path, scope) => scopesOf(path, scope, budget),
    count(path, scope) {
      if (path.element !== undefined) return source.readAll(path, scope).length;
      return scopesOf(path, scope, budget).length;
    },
    indexOf: (scope) => scope.index,
    moment: () => undefined,
    pair(path, at, codes, scope) {
      let best: Found | undefined;
      let bestRank = codes.length;
      visit(path, scope, budget, (segment) => {
        for (const element of at) {
          const rank = codes.indexOf(segment.text(element).trim());
          if (rank < 0 || rank >= bestRank) continue;
          const found = valueIn(segment, element + 1, undefined);
          if (found) [best, bestRank] = [found, rank];
        }
        return bestRank === 0;
      });
      return best;
    },
    locate(path, scope) {
      let trace: Trace = {};
      visit(path, scope, budget, (segment) => {
        trace = {
          segment,
          ...(path.element === undefined ? {} : { element: path.element }),
          ...(path.component === undefined ? {} : { component: path.component }),
        };
        return true;
      });
      return trace;
    },
  };
  return source;
}

function valueIn(segment: Segment, element: number, component: number | undefined): Found | undefined {
  const text = received(component === undefined ? segment.text(element) : segment.text(element, component));
  if (text === '') return undefined;
  return { text, trace: component === undefined ? { segment, element } : { segment, element, component } };
}

const beyondAscii = /[\u0080-\u00ff]/;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Blanks off; bytes that are valid UTF-8 are read as such, others stay Latin-1. */
function received(text: string): string {
  const bare = text.trim();
  if (!beyondAscii.test(bare)) return bare;
  try {
    return utf8.decode(Uint8Array.from(bare, (character) => character.charCodeAt(0)));
  } catch {
    return bare;
  }
}

/** All segments that the path's last step names, in document order, until the visitor has enough. */
function visit(path: Path, scope: X12Scope, budget: Budget, visitor: Visitor): void {
  const { steps } = path;
  if (path.origin === 'ancestor') {
    const start = ancestor(steps[0], scope, budget);
    if (!start) return;
    const head = start.loop.segments[0];
    if (steps.length > 1) visitSteps(steps, 1, start, budget, visitor);
    else if (head) visitor(head);
    return;
  }
  const start = path.origin === 'root' ? rootOf(scope) : scope;
  if (!path.deep) {
    visitSteps(steps, 0, start, budget, visitor);
    return;
  }
  descend(start, budget, (below) =>
    steps.length === 1 ? visitOwn(steps[0], below.loop, budget, visitor) : visitSteps(steps, 0, below, budget, visitor),
  );
}

/** All scopes at and below this one in document order, without recursion: HL trees can be as deep as a document is long. */
function descend(scope: X12Scope, budget: Budget, see: (scope: X12Scope) => boolean): void {
  const waiting = [scope];
  for (let current = waiting.pop(); current; current = waiting.pop()) {
    if (spend(budget) || see(current)) return;
    const { loops } = current.loop;
    for (let index = loops.length - 1; index >= 0; index--) {
      const loop = loops[index];
      if (loop) waiting.push({ loop, up: current, index: 1 });
    }
  }
}

function visitOwn(step: Step | undefined, loop: Loop, budget: Budget, visitor: Visitor): boolean {
  for (const segment of loop.segments) {
    if (spend(budget)) return true;
    if (segment.id === step?.name && fits(segment, step.filters) && visitor(segment)) return true;
  }
  return false;
}

function visitSteps(steps: readonly Step[], index: number, scope: X12Scope, budget: Budget, visitor: Visitor): boolean {
  const step = steps[index];
  if (!step || budget.left < 0) return true;
  if (index === steps.length - 1) {
    const { segment } = scope;
    if (segment && segment.id === step.name) return fits(segment, step.filters) && visitor(segment);
    if (visitOwn(step, scope.loop, budget, visitor)) return true;
    for (const loop of childrenNamed(scope.loop, step.name)) {
      const head = loop.segments[0];
      if (spend(budget)) return true;
      if (head && fits(head, step.filters) && visitor(head)) return true;
    }
    return false;
  }
  for (const loop of matching(step, scope.loop, budget)) {
    if (visitSteps(steps, index + 1, { loop, up: scope, index: 1 }, budget, visitor)) return true;
  }
  return false;
}

function scopesOf(path: Path, scope: X12Scope, budget: Budget): X12Scope[] {
  const found: X12Scope[] = [];
  const { steps } = path;
  const add = (loop: Loop, up: X12Scope | undefined, segment?: Segment): void => {
    const index = found.length + 1;
    if (segment) found.push(up ? { loop, up, index, segment } : { loop, index, segment });
    else found.push(up ? { loop, up, index } : { loop, index });
  };
  const collect = (from: X12Scope, index: number): void => {
    const step = steps[index];
    if (!step || budget.left < 0) return;
    const loops = matching(step, from.loop, budget);
    if (index < steps.length - 1) {
      for (const loop of loops) collect({ loop, up: loopScope(from), index: 1 }, index + 1);
      return;
    }
    for (const loop of loops) add(loop, loopScope(from));
    if (loops.length > 0) return;
    visitOwn(step, from.loop, budget, (segment) => {
      // The first segment is the loop itself, which is found from above.
      if (segment !== from.loop.segments[0]) add(from.loop, from.up, segment);
      return false;
    });
  };
  if (path.origin === 'ancestor') {
    const start = ancestor(steps[0], scope, budget);
    if (start && steps.length > 1) collect(start, 1);
    else if (start) add(start.loop, start.up);
    return found;
  }
  const start = path.origin === 'root' ? rootOf(scope) : scope;
  if (!path.deep) {
    collect(start, 0);
    return found;
  }
  descend(start, budget, (below) => {
    collect(below, 0);
    return false;
  });
  return found;
}

/** The scope of the whole loop, where a scope is one segment of it. */
function loopScope(scope: X12Scope): X12Scope {
  if (!scope.segment) return scope;
  return { loop: scope.loop, index: scope.index, ...(scope.up ? { up: scope.up } : {}) };
}

function rootOf(scope: X12Scope): X12Scope {
  let current = scope;
  while (current.up) current = current.up;
  return loopScope(current);
}

/** The nearest loop around the scope, itself included, that the step names. */
function ancestor(step: Step | undefined, scope: X12Scope, budget: Budget): X12Scope | undefined {
  for (let current: X12Scope | undefined = loopScope(scope); current && step; current = current.up) {
    if (spend(budget)) return undefined;
    const head = current.loop.segments[0];
    if (current.loop.id === step.name && head && fits(head, step.filters)) return current;
  }
  return undefined;
}

function matching(step: Step, loop: Loop, budget: Budget): Loop[] {
  return childrenNamed(loop, step.name).filter((child) => {
    const head = child.segments[0];
    return !spend(budget) && head !== undefined && fits(head, step.filters);
  });
}

function spend(budget: Budget): boolean {
  budget.left--;
  return budget.left < 0;
}
