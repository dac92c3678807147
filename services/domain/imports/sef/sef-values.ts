import { importLimits, type Notes, shortText } from '../spec.ts';
import type { SefFile } from './scan-sef.ts';

/** Lists of values that places of sets are bound to. */
export interface SefValues {
  /** @param segment its number in the set, from ST on */
  at(set: string, segment: number, id: string, element: number): readonly string[] | undefined;
  /** Says of each list and each place that was not used so far why it is not in the guide. */
  reportRest(notes: Notes): void;
}

interface Place {
  readonly set: string;
  readonly segment: string;
  readonly id: string;
  readonly element: number;
  readonly list: string;
  readonly line: number;
  readonly text: string;
}

/** `set/segment number//element` with the id of the segment between: what is left out is any. */
const placeForm = /^([^/]*)\/(\d*)\/([A-Z][A-Z0-9]{1,2})?\/([^/]*)\/(\d+)$/i;
const envelope = new Set(['ISA', 'IEA', 'GS', 'GE', 'ST', 'SE']);

/** Reads `.VALLISTS` (`NAME="title"`, then `'literal` or `&pattern`) and `.VALREFS` (`850/3///2=NAME`, `//ISA//6=NAME`). */
export function readValues({ sections }: SefFile, notes: Notes): SefValues {
  const lists = new Map<string, { readonly values: readonly string[] | undefined; readonly line: number }>();
  for (const { key, value, line } of sections.get('VALLISTS') ?? [])
    lists.set(key, { values: valuesIn(key, value, line, notes), line });
  const places = (sections.get('VALREFS') ?? []).flatMap(({ key, value, line }): Place[] => {
    const text = `${key}=${value}`;
    const [, set = '', segment = '', id = '', part = '', element] = placeForm.exec(key) ?? [];
    if (element === undefined || part !== '') {
      notes.lost({ line }, `The place “${shortText(text, 60)}” of a list of values is not understood.`);
      return [];
    }
    return [{ set, segment, id, element: Number(element), list: value.trim(), line, text }];
  });
  const used = new Set<Place>();
  return {
    at(set, segment, id, element) {
      const place = places.find(
        (one) =>
          one.element === element &&
          (one.set === '' || one.set === set) &&
          (one.segment === '' || Number(one.segment) === segment) &&
          (one.id === '' || one.id === id) &&
          (one.segment !== '' || one.id !== ''),
      );
      if (place === undefined) return undefined;
      used.add(place);
      return lists.get(place.list)?.values;
    },
    reportRest(rest) {
      for (const place of places)
        if (!lists.has(place.list))
          rest.lost({ line: place.line }, `${place.text}: the file has no list of values ${place.list}.`);
        else if (envelope.has(place.id))
          rest.lost(
            { line: place.line },
            `${place.text}: the guide of a set says nothing of the envelope (${place.id}).`,
          );
        else if (!used.has(place))
          rest.lost({ line: place.line }, `${place.text}: no set of the file has an element at this place.`);
      const bound = new Set(places.map(({ list }) => list));
      for (const [name, { line }] of lists)
        if (!bound.has(name))
          rest.lost({ line }, `The list of values ${name} is bound to no place, so it is not in the guide.`);
    },
  };
}

/** The literals of a list; undefined, with a note, where it has something else. */
function valuesIn(name: string, text: string, line: number, notes: Notes): readonly string[] | undefined {
  const parts = text
    .replace(/^\s*"[^"]*"/, '')
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const other = parts.find((part) => !part.startsWith("'"));
  if (other?.startsWith('&')) {
    notes.lost(
      { line },
      `The list of values ${name} has the pattern “${shortText(other.slice(1), 60)}”; what must look like it is not in the guide. Write it below \`rules\` if it matters.`,
    );
    return undefined;
  }
  if (other !== undefined || parts.length === 0 || parts.length > importLimits.codes) {
    const why =
      other !== undefined
        ? `“${shortText(other, 40)}” in it is neither 'a literal nor &a pattern`
        : parts.length === 0
          ? 'it holds no value'
          : `it holds more than ${importLimits.codes} values`;
    notes.lost({ line }, `The list of values ${name} is not in the guide: ${why}.`);
    return undefined;
  }
  return [...new Set(parts.map((part) => part.replace(/^'|'$/g, '')))];
}
