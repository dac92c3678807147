import type { Guide } from '../../guide/guide.ts';
import { elementPlace, type Path } from '../../language/path.ts';
import type { LoopNode, SegmentNode, SetDefinition } from '../../x12/standard/set-definition.ts';
import type { InboundMapping, Mapping, Part } from '../language/plan.ts';
import { walkMapping } from '../language/plan-walk.ts';
import { type DefinitionScope, headOf, rootScope, scopesOfPath } from './definition-scope.ts';

/** An element that must be there by the standard or by the guide, and whether the mapping reads it, or leaves it out by its name and for a reason (or, to X12, writes it). */
export interface MandatoryElement {
  /** Loops and place: `LX/W12-03`. */
  readonly place: string;
  /** The standard's name of the element. */
  readonly name: string;
  readonly by: 'standard' | 'guide';
  /** Only where its segment occurs, which need not be. */
  readonly conditional: boolean;
  readonly covered: boolean;
}

const envelope = new Set(['ST', 'SE']);

/** All elements that the standard or the guide makes mandatory, in the order of the set. Needs no document. */
export function mandatoryElements(mapping: Mapping, definition: SetDefinition, guide?: Guide): MandatoryElement[] {
  const covered = mapping.direction === 'inbound' ? elementsRead(mapping, definition) : elementsWritten(mapping.parts);
  const found = new Map<string, MandatoryElement>();
  const add = (node: SegmentNode, position: number, by: 'standard' | 'guide', conditional: boolean): void => {
    const key = `${node.index}/${position}`;
    const known = found.get(key);
    const place = `${loopPath(node.loop)}${elementPlace(node.segment.id, position)}`;
    const name = node.segment.elements?.[position - 1]?.element.name ?? '';
    const wasWritten = covered.has(`${node.segment.id}-${position}`);
    found.set(key, {
      place,
      name,
      by: known?.by ?? by,
      conditional: (known?.conditional ?? true) && conditional,
      covered: covered.has(key) || wasWritten,
    });
  };
  for (const node of definition.nodes) {
    if (envelope.has(node.segment.id)) continue;
    const conditional = !node.mandatory || !isMandatory(node.loop);
    for (const [index, { use }] of (node.segment.elements ?? []).entries()) {
      if (use === 'M') add(node, index + 1, 'standard', conditional);
    }
  }
  for (const { nodes, min, elements } of guide?.uses ?? []) {
    const required = elements.filter(({ use, component }) => use === 'required' && component === undefined);
    for (const node of nodes) for (const { element } of required) add(node, element, 'guide', min === 0);
  }
  return [...found].sort(([a], [b]) => order(a) - order(b)).map(([, element]) => element);
}

const order = (key: string): number => {
  const [node = 0, position = 0] = key.split('/').map(Number);
  return node * 100 + position;
};

function isMandatory(loop: LoopNode): boolean {
  return loop.mandatory && (loop.parent === undefined || isMandatory(loop.parent));
}

function loopPath(loop: LoopNode): string {
  const names: string[] = [];
  for (let current: LoopNode | undefined = loop; current?.parent; current = current.parent) names.unshift(current.id);
  return names.length === 0 ? '' : `${names.join('/')}/`;
}

/** `node/element` of everything that some path reads or asks about, filters included, and of what is left out by its name: a whole segment that is left out names none. */
function elementsRead(mapping: InboundMapping, definition: SetDefinition): Set<string> {
  const read = new Set<string>();
  const root = rootScope(definition);
  const mark = (scope: DefinitionScope, element: number): void => {
    const head = headOf(scope);
    if (head) read.add(`${head.index}/${element}`);
  };
  const markFilters = (path: Path, from: readonly DefinitionScope[]): void => {
    path.steps.forEach(({ filters }, nth) => {
      if (filters.length === 0) return;
      const { element: _element, ...rest } = path;
      const reached = scopesOfPath({ ...rest, steps: path.steps.slice(0, nth + 1) }, from, root);
      for (const scope of reached) for (const { element } of filters) mark(scope, element);
    });
  };
  const within = (around: readonly Path[]): readonly DefinitionScope[] =>
    around.reduce<readonly DefinitionScope[]>((scopes, path) => scopesOfPath(path, scopes, root), [root]);
  walkMapping(mapping, {
    path(path, _use, around) {
      const from = within(around);
      markFilters(path, from);
      if (path.element === undefined) return;
      for (const scope of scopesOfPath(path, from, root)) mark(scope, path.element);
    },
    leaf({ source }, around) {
      if (source.kind !== 'pair') return;
      for (const scope of scopesOfPath(source.of, within(around), root)) {
        for (const position of source.at) for (const element of [position, position + 1]) mark(scope, element);
      }
    },
  });
  for (const path of mapping.leaves.flatMap(({ paths }) => paths)) {
    if (path.element === undefined) continue;
    for (const scope of scopesOfPath(path, [root], root)) mark(scope, path.element);
  }
  return read;
}

/** `W05-1` of everything that is written; where a segment stands is the order of the mapping. */
function elementsWritten(parts: readonly Part[]): Set<string> {
  const written = new Set<string>();
  for (const part of parts) {
    if (part.kind === 'group') for (const place of elementsWritten(part.parts)) written.add(place);
    else for (const { position } of part.elements) written.add(`${part.id}-${position}`);
  }
  return written;
}
