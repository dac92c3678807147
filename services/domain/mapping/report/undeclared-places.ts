import { elementPlace, type Path } from '../../language/path.ts';
import type { LoopNode, SegmentNode, SetDefinition } from '../../x12/standard/set-definition.ts';
import type { InboundMapping } from '../language/plan.ts';
import { walkMapping } from '../language/plan-walk.ts';
import { leftOut } from '../run/left-out.ts';
import { type DefinitionScope, headOf, rootScope, scopesOfPath } from './definition-scope.ts';

/** A segment of the set at one place, with the elements that a mapping neither reads there nor declares to leave out. */
export interface UndeclaredPlace {
  /** Loops and segment, `N1/PER`. */
  readonly place: string;
  /** `PER-01`, `PER-02` …; empty where nothing is known of its elements. */
  readonly elements: readonly string[];
  /** No element of it is read. */
  readonly whole: boolean;
}

const envelope = new Set(['ST', 'SE']);

/**
 * What no path of a mapping can lead to in a definition of its set, and no `leaves` names. Conditions of paths are taken to hold: that a value is read
 * where it should not be is seen at run time only. Linear in the mapping times the definition.
 */
export function undeclaredPlaces(mapping: InboundMapping, definition: SetDefinition): UndeclaredPlace[] {
  const read = readElements(mapping, definition);
  const { reasonFor } = leftOut(mapping, definition);
  return definition.nodes.flatMap((node): UndeclaredPlace[] => {
    if (envelope.has(node.segment.id)) return [];
    const elements = read.get(node) ?? new Set();
    const missing = (node.segment.elements ?? [])
      .map((_, index) => index + 1)
      .filter((element) => !elements.has(element) && !reasonFor(node.index, element))
      .map((element) => elementPlace(node.segment.id, element));
    return missing.length === 0 ? [] : [{ place: placeOf(node), elements: missing, whole: elements.size === 0 }];
  });
}

function placeOf({ segment, loop, place }: SegmentNode): string {
  const loops: string[] = [];
  for (let at: LoopNode | undefined = loop; at?.parent; at = at.parent) loops.unshift(at.id);
  return (place === 0 ? loops : [...loops, segment.id]).join('/') || segment.id;
}

/** The elements that some path of the mapping can lead to, by the places of the definition. */
function readElements(mapping: InboundMapping, definition: SetDefinition): Map<SegmentNode, Set<number>> {
  const read = new Map<SegmentNode, Set<number>>();
  const root = rootScope(definition);
  const mark = (scope: DefinitionScope, elements: readonly number[]): void => {
    const head = headOf(scope);
    if (!head) return;
    const known = read.get(head) ?? new Set();
    read.set(head, known);
    for (const element of elements) known.add(element);
  };
  const scopesAt = (around: readonly Path[]) =>
    around.reduce<readonly DefinitionScope[]>((scopes, path) => scopesOfPath(path, scopes, root), [root]);
  walkMapping(mapping, {
    path(path, _use, around) {
      const from = scopesAt(around);
      for (const [nth, { filters }] of path.steps.entries()) {
        const last = nth === path.steps.length - 1;
        const elements = filters.filter(({ values, negated }) => values && !negated).map(({ element }) => element);
        if (last && path.element !== undefined) elements.push(path.element);
        if (elements.length === 0) continue;
        const { element: _element, component: _component, ...rest } = path;
        const reached = scopesOfPath({ ...rest, steps: path.steps.slice(0, nth + 1) }, from, root);
        for (const scope of reached) mark(scope, elements);
      }
    },
    leaf({ source }, around) {
      if (source.kind !== 'pair') return;
      const elements = source.at.flatMap((element) => [element, element + 1]);
      for (const scope of scopesOfPath(source.of, scopesAt(around), root)) mark(scope, elements);
    },
  });
  return read;
}
