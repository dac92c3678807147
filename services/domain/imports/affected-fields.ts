import type { Guide } from '../guide/guide.ts';
import type { Path } from '../language/path.ts';
import type { Mapping, Part, Value } from '../mapping/language/plan.ts';
import { walkValue } from '../mapping/language/plan-walk.ts';
import { type DefinitionScope, headOf, rootScope, scopesOfPath } from '../mapping/report/definition-scope.ts';
import { mandatoryElements } from '../mapping/report/mandatory-elements.ts';
import type { LoopNode } from '../x12/standard/set-definition.ts';

/** A field of a mapping at whose place the guide says something. */
export interface AffectedField {
  /** File of the mapping. */
  readonly mapping: string;
  /** `lines[]/unit`, or what is written to the place; absent where the mapping has nothing for it. */
  readonly field?: string;
  readonly line?: number;
  readonly place: string;
  readonly effect: 'forbidden' | 'restricted' | 'required' | 'unread';
  readonly text: string;
}

/** Which fields of mappings read or write places that a guide forbids, requires or restricts, and what it requires that no field takes. */
export function affectedFields(guide: Guide, mappings: readonly Mapping[]): readonly AffectedField[] {
  const said = sayings(guide);
  return mappings
    .filter(({ set }) => set === guide.set)
    .flatMap((mapping) => {
      const found = mapping.direction === 'inbound' ? read(mapping, guide) : written(mapping.parts, guide);
      const fields = found.flatMap(({ key, field, line }) =>
        (said.get(key) ?? []).map((one): AffectedField => {
          const text =
            mapping.direction === 'outbound' && one.effect === 'forbidden' ? `${one.text} We write it.` : one.text;
          return { mapping: mapping.name, field, line, ...one, text };
        }),
      );
      const unread = mandatoryElements(mapping, guide.definition, guide)
        .filter(({ by, covered }) => by === 'guide' && !covered)
        .map(
          ({ place, name }): AffectedField => ({
            mapping: mapping.name,
            place,
            effect: 'unread',
            text: `The guide requires ${place} (${name}), and the mapping does not ${mapping.direction === 'inbound' ? 'read' : 'write'} it.`,
          }),
        );
      return unique([...fields, ...unread]);
    });
}

const unique = (fields: readonly AffectedField[]): readonly AffectedField[] => [
  ...new Map(fields.map((one) => [[one.mapping, one.field, one.place, one.effect].join('|'), one])).values(),
];

type Saying = Pick<AffectedField, 'place' | 'effect' | 'text'>;

/** What a guide says of single elements, by node and element. */
function sayings({ uses, definition }: Guide): ReadonlyMap<string, readonly Saying[]> {
  const found = new Map<string, Saying[]>();
  const add = (node: number, element: number, saying: Saying) => {
    const key = `${node}/${element}`;
    found.set(key, [...(found.get(key) ?? []), saying]);
  };
  for (const { nodes, path, notUsed, elements, isLoop } of uses) {
    // With a condition it is said of some occurrences only.
    const some = path.steps.some(({ filters }) => filters.length > 0) ? ' there' : '';
    for (const node of nodes) {
      const inside = notUsed && isLoop ? definition.nodes.filter((one) => isWithin(one.loop, node.loop)) : [node];
      if (notUsed)
        for (const one of inside)
          for (const [index] of (one.segment.elements ?? []).entries())
            add(one.index, index + 1, {
              place: path.text,
              effect: 'forbidden',
              text: `The guide does not use ${path.text}${some}.`,
            });
      for (const { element, component, use, codes, max } of elements) {
        if (component !== undefined) continue;
        const place = `${path.text}-${String(element).padStart(2, '0')}`;
        if (use === 'not-used')
          add(node.index, element, { place, effect: 'forbidden', text: `The guide does not use ${place}${some}.` });
        else if (codes)
          add(node.index, element, {
            place,
            effect: 'restricted',
            text: `The guide has ${[...codes].slice(0, 12).join(', ')}${codes.size > 12 ? ' …' : ''} in ${place}.`,
          });
        else if (Number.isFinite(max))
          add(node.index, element, {
            place,
            effect: 'restricted',
            text: `The guide has at most ${max} characters in ${place}.`,
          });
        if (use === 'required')
          add(node.index, element, { place, effect: 'required', text: `The guide requires ${place}.` });
      }
    }
  }
  return found;
}

function isWithin(loop: LoopNode, outer: LoopNode): boolean {
  for (let one: LoopNode | undefined = loop; one; one = one.parent) if (one === outer) return true;
  return false;
}

interface Touch {
  readonly key: string;
  readonly field: string;
  readonly line: number;
}

/** The elements that each field of an inbound mapping reads. */
function read(mapping: Extract<Mapping, { direction: 'inbound' }>, { definition }: Guide): readonly Touch[] {
  const root = rootScope(definition);
  const found: Touch[] = [];
  const within = (around: readonly Path[]) =>
    around.reduce<readonly DefinitionScope[]>((scopes, path) => scopesOfPath(path, scopes, root), [root]);
  const single = (value: Extract<Value, { kind: 'leaf' | 'moment' }>, field: string, around: readonly Path[]) =>
    walkValue(value, around, {
      path({ element, ...path }, _use, outer) {
        if (element === undefined) return;
        for (const scope of scopesOfPath({ ...path, element }, within(outer), root)) {
          const head = headOf(scope);
          if (head) found.push({ key: `${head.index}/${element}`, field, line: value.line });
        }
      },
    });
  const walk = (value: Value, field: string, around: readonly Path[]): void => {
    switch (value.kind) {
      case 'leaf':
      case 'moment':
        single(value, field, around);
        return;
      case 'object':
        for (const { name, value: inner } of value.fields)
          walk(inner, field === '' ? name : `${field}/${name}`, around);
        return;
      case 'each':
        walk(value.item, `${field}[]`, [...around, value.path]);
        return;
      default:
        for (const inner of value.of) walk(inner, field, around);
    }
  };
  for (const { each, data, subject } of mapping.emissions) {
    const around = each ? [each] : [];
    walk(subject, 'subject', around);
    walk(data, '', around);
  }
  return found;
}

/** The elements that an outbound mapping writes, wherever the set has the segment: its place is settled when it is written. */
function written(parts: readonly Part[], guide: Guide): readonly Touch[] {
  return parts.flatMap((part): readonly Touch[] => {
    if (part.kind === 'group') return written(part.parts, guide);
    const nodes = guide.definition.nodes.filter(({ segment }) => segment.id === part.id);
    return part.elements.flatMap(({ position, value }) => {
      const sources: string[] = [];
      walkValue(value, [], { path: ({ text }) => sources.push(text) });
      const field = sources.length > 0 ? [...new Set(sources)].join(', ') : 'a fixed value';
      return nodes.map(({ index }) => ({ key: `${index}/${position}`, field, line: value.line }));
    });
  });
}
