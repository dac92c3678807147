import { isMap } from 'yaml';
import { elementPlace } from '../language/path.ts';
import type { OutboundMapping } from '../mapping/language/plan.ts';
import {
  type Entry,
  entriesOf,
  insertEntry,
  insertItem,
  lineOf,
  listIn,
  type MapNode,
  type MappingText,
  nameOf,
  readMappingText,
  sourceOf,
  textIn,
} from './mapping-text.ts';
import type { Suggestion, TemplateMapping } from './suggestion.ts';

/** A segment as it is written in a mapping to X12. */
interface WrittenPart {
  /** Loops and segment, with its number among those of the same name: `parties/N1 1`. */
  readonly key: string;
  readonly id: string;
  readonly elements: MapNode;
  /** The item of the list that it stands in. */
  readonly item: MapNode;
  readonly entry: Entry;
  /** The part before it in its list. */
  readonly before: string | undefined;
}

const segmentId = /^[A-Z][A-Z0-9]{1,2}$/;

/** All segments of a mapping to X12 in their order, groups passed through. */
function partsOf(root: MapNode): readonly WrittenPart[] {
  const found: WrittenPart[] = [];
  const walk = (items: readonly unknown[], lead: string): void => {
    const counts = new Map<string, number>();
    let before: string | undefined;
    for (const item of items) {
      if (!isMap(item)) continue;
      const inner = listIn(item, 'segments');
      if (inner.length > 0) walk(inner, `${lead}${textIn(item, 'each') ?? ''}/`);
      const entry = entriesOf(item).find((one) => segmentId.test(nameOf(one)) && isMap(one.value));
      if (!entry) continue;
      const id = nameOf(entry);
      counts.set(id, (counts.get(id) ?? 0) + 1);
      const key = `${lead}${id} ${counts.get(id)}`;
      found.push({ key, id, elements: entry.value as MapNode, item, entry, before });
      before = key;
    }
  };
  walk(listIn(root, 'segments'), '');
  return found;
}

/** Elements and segments that a template writes of the same event and the mapping does not. */
export function suggestWritten(
  own: MappingText,
  mapping: OutboundMapping,
  templates: readonly TemplateMapping[],
): readonly Suggestion[] {
  if (mapping.writes) return [];
  const mine = new Map(partsOf(own.root).map((part) => [part.key, part]));
  return templates.flatMap(({ template, file, text, mapping: other }) => {
    if (other.direction !== 'outbound' || other.renders !== mapping.renders || other.set !== mapping.set) return [];
    const theirs = readMappingText(text);
    if (!theirs) return [];
    const said = (field: string, entry: Entry) =>
      `${field} is usually written like this, as in ${template}/${file}, line ${lineOf(theirs, entry)}.`;
    return partsOf(theirs.root).flatMap((part): readonly Suggestion[] => {
      const known = mine.get(part.key);
      if (known) return missingElements(own, theirs, known, part, said);
      const before = part.before === undefined ? undefined : mine.get(part.before);
      const source = partSource(theirs, part);
      const insertion = before && source !== undefined ? insertItem(own, before.item, source) : undefined;
      const [first] = entriesOf(part.elements);
      if (!insertion || !first) return [];
      const field = elementPlace(part.id, Number(nameOf(first)));
      return [{ ...insertion, field, because: said(`${part.id}`, part.entry) }];
    });
  });
}

function missingElements(
  own: MappingText,
  theirs: MappingText,
  known: WrittenPart,
  part: WrittenPart,
  said: (field: string, entry: Entry) => string,
): readonly Suggestion[] {
  const there = new Set(entriesOf(known.elements).map((entry) => Number(nameOf(entry))));
  return entriesOf(part.elements).flatMap((entry): Suggestion[] => {
    const position = Number(nameOf(entry));
    const source = there.has(position) ? undefined : sourceOf(theirs, entry);
    if (source === undefined) return [];
    const behind = entriesOf(known.elements).findLast((one) => Number(nameOf(one)) < position);
    const insertion = insertEntry(own, known.elements, source, behind);
    const field = elementPlace(part.id, position);
    return insertion ? [{ ...insertion, field, because: said(field, entry) }] : [];
  });
}

/** An item of a list as it is written: `each` and `when` before the segment. */
function partSource(theirs: MappingText, { item }: WrittenPart): string | undefined {
  const sources = entriesOf(item).map((entry) => sourceOf(theirs, entry));
  return sources.every((source) => source !== undefined) ? sources.join('\n') : undefined;
}
