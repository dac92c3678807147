import type { Guide } from '../guide/guide.ts';
import { elementPlace } from '../language/path.ts';
import type { LoopNode, SetDefinition } from '../x12/standard/set-definition.ts';

/** A place of a set as a mapping writes it from its root, with its name. */
export interface PlaceWord {
  /** `LX/W12-03`, or `LX/W12` of a segment or loop. */
  readonly path: string;
  readonly name: string;
  /** What the partner's guide says of it. */
  readonly guide?: 'required' | 'optional' | 'not-used';
}

const envelope = new Set(['ST', 'SE']);

/** Every segment and element of a set in its order. Linear in the definition. */
export function placesOf(definition: SetDefinition, guide?: Guide): readonly PlaceWord[] {
  const said = new Map<string, PlaceWord['guide']>();
  for (const { nodes, elements } of guide?.uses ?? [])
    for (const node of nodes)
      for (const { element, component, use } of elements)
        if (component === undefined && use !== undefined) said.set(`${node.index}/${element}`, use);
  const found = new Map<string, PlaceWord>();
  for (const { segment, loop, place, index } of definition.nodes) {
    if (envelope.has(segment.id)) continue;
    const loops = loopsAbove(loop);
    const at = place === 0 ? loops.join('/') || segment.id : [...loops, segment.id].join('/');
    add(found, { path: at, name: segment.name });
    const lead = at.slice(0, at.length - segment.id.length);
    for (const [nth, { element }] of (segment.elements ?? []).entries()) {
      const use = said.get(`${index}/${nth + 1}`);
      const path = lead + elementPlace(segment.id, nth + 1);
      add(found, { path, name: element.name, ...(use && { guide: use }) });
    }
  }
  return [...found.values()];
}

function add(found: Map<string, PlaceWord>, word: PlaceWord): void {
  if (!found.has(word.path)) found.set(word.path, word);
}

function loopsAbove(loop: LoopNode): readonly string[] {
  const loops: string[] = [];
  for (let at: LoopNode | undefined = loop; at?.parent; at = at.parent) loops.unshift(at.id);
  return loops;
}
