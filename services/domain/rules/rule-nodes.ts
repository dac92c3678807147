import type { Path } from '../language/path.ts';
import type { LoopNode, SegmentNode } from '../x12/standard/set-definition.ts';

/**
 * The nodes at which an `each` can stop, without looking at filters: those of the first segments for loops. Undefined where the path needs the
 * loops as found; empty where the set has no such segment.
 */
export function nodesOf(path: Path, nodes: readonly SegmentNode[]): readonly SegmentNode[] | undefined {
  if (path.origin === 'ancestor') return undefined;
  const names = path.steps.map((step) => step.name);
  return nodes.filter((node) => {
    if (node.segment.id !== names.at(-1)) return false;
    if (path.deep) return names.length === 1 || endsWith(loopsOf(node), names.slice(0, -1));
    const around = loopsOf(node);
    // Levels hang below each other in the loops as found, and are flat in the definition.
    return names.includes('HL') || equal(around, names.slice(0, -1));
  });
}

/** Names of the loops around a node, outermost first; a loop's first segment stands in the loop around it. */
function loopsOf(node: SegmentNode): string[] {
  const names: string[] = [];
  const start: LoopNode | undefined = node.place === 0 ? node.loop.parent : node.loop;
  for (let loop = start; loop?.parent; loop = loop.parent) names.unshift(loop.id);
  return names;
}

const equal = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, nth) => name === b[nth]);

const endsWith = (a: readonly string[], b: readonly string[]): boolean =>
  a.length >= b.length && equal(a.slice(a.length - b.length), b);
