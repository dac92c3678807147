import { collectFaults } from '../language/fault.ts';
import { readYaml, type YamlList, type YamlMap, type YamlNode } from '../language/yaml-tree.ts';
import {
  type ImportedSpec,
  ItemRoom,
  importLimits,
  Notes,
  NotReadable,
  type Origin,
  type SpecElement,
  type SpecItem,
  type SpecSet,
  type SpecUse,
  shortText,
  versionOf,
} from './spec.ts';

interface Esl {
  readonly segments: ReadonlyMap<string, YamlMap>;
  readonly composites: ReadonlyMap<string, YamlMap>;
  readonly elements: ReadonlyMap<string, YamlMap>;
  readonly notes: Notes;
  readonly room: ItemRoom;
}

/** Reads a schema of MuleSoft's EDI Schema Language, or an overlay over one of theirs. @throws NotReadable */
export function readEsl(text: string): ImportedSpec {
  const faults = collectFaults('the file');
  const root = readYaml(text, faults, { most: importLimits.yaml, isForeign: true });
  const [fault] = faults.list;
  if (fault)
    throw new NotReadable('MuleSoft ESL', `The ESL file cannot be read at line ${fault.line}: ${fault.message}`);
  if (root?.kind !== 'map') throw new NotReadable('MuleSoft ESL', 'The ESL file has no `structures`.');
  const notes = new Notes();
  const form = textIn(root, 'form');
  if (form !== 'X12' && form !== 'HIPAA')
    throw new NotReadable(
      'MuleSoft ESL',
      `The ESL file is for ${form || 'no standard that it names'}, and only \`form: X12\` can be taken.`,
    );
  const esl: Esl = {
    segments: byId(root, 'segments'),
    composites: byId(root, 'composites'),
    elements: byId(root, 'elements'),
    notes,
    room: new ItemRoom(),
  };
  tellImports(root, notes);
  unknownKeys(
    root,
    ['form', 'version', 'imports', 'structures', 'segments', 'composites', 'elements'],
    'The file',
    notes,
  );
  const version = versionOf(textIn(root, 'version'));
  const structures = listIn(root, 'structures');
  if (structures.length === 0)
    throw new NotReadable(
      'MuleSoft ESL',
      'The ESL file has no `structures`: upload the file of a set, not that of the segments alone.',
    );
  const sets = structures
    .slice(0, importLimits.sets)
    .flatMap((node) => (node.kind === 'map' ? [setOf(node, esl, version)] : []));
  return { format: 'esl', sets, notes: notes.list };
}

function tellImports(root: YamlMap, notes: Notes): void {
  for (const node of listIn(root, 'imports')) {
    const name = node.kind === 'scalar' ? node.text : '';
    const origin = { line: node.at.line };
    if (/^\/x12\/\d{6}\/[A-Za-z0-9]+\.esl$/.test(name))
      notes.told(origin, `What ${name} holds was taken from the standard as it is known here.`);
    else
      notes.lost(
        origin,
        `The file imports ${name || 'something'}, which was not uploaded: what that file says is not in the guide.`,
      );
  }
}

function setOf(node: YamlMap, esl: Esl, version: string | undefined): SpecSet {
  const { notes } = esl;
  const overlay = textIn(node, 'idRef');
  const code = overlay || textIn(node, 'id');
  const title = textIn(node, 'name');
  unknownKeys(
    node,
    ['id', 'idRef', 'name', 'class', 'purpose', 'heading', 'detail', 'summary', 'data', 'version'],
    `Set ${code}`,
    notes,
  );
  const items = ['heading', 'detail', 'summary', 'data'].flatMap((part) =>
    itemsOf(listIn(node, part), esl, { code, isOverlay: overlay !== '' }, 0),
  );
  return {
    code,
    ...(version === undefined ? {} : { version }),
    ...(title === '' ? {} : { title }),
    items: [...items, ...overlaid(items, esl, overlay !== '')],
    nested: true,
    partial: overlay !== '',
    notes: [],
    origin: { line: node.at.line },
  };
}

/** Segments that an overlay changes without naming a place: they are taken wherever the set has them. */
function overlaid(items: readonly SpecItem[], esl: Esl, isOverlay: boolean): readonly SpecItem[] {
  if (!isOverlay) return [];
  const named = new Set<string>();
  const walk = (list: readonly SpecItem[]): void => {
    for (const item of list) {
      if (item.kind === 'segment') named.add(item.id);
      else walk(item.items);
    }
  };
  walk(items);
  return [...esl.segments]
    .filter(([id]) => !named.has(id))
    .map(([id, node]) => ({
      kind: 'segment',
      id,
      anywhere: true,
      elements: elementsOf(node, esl, id),
      rules: [],
      notes: [],
      origin: { line: node.at.line },
    }));
}

interface OfSet {
  readonly code: string;
  /** Without a count, that of the base holds. */
  readonly isOverlay: boolean;
}

function itemsOf(nodes: readonly YamlNode[], esl: Esl, of: OfSet, depth: number): SpecItem[] {
  const { notes, room } = esl;
  const { code: set, isOverlay } = of;
  if (depth > importLimits.depth)
    throw new NotReadable('MuleSoft ESL', `Groups of set ${set} are nested more than ${importLimits.depth} deep.`);
  return nodes.flatMap((node): SpecItem[] => {
    if (node.kind !== 'map') return [];
    room.take();
    const origin = { line: node.at.line };
    const use = usageOf(textIn(node, 'usage'), origin, notes);
    const count = textIn(node, 'count');
    const times = isOverlay && count === '' ? {} : { max: countOf(count, origin, notes) };
    const group = textIn(node, 'groupId') || textIn(node, 'groupIdRef');
    const known = ['idRef', 'id', 'name', 'position', 'usage', 'count', 'groupId', 'groupIdRef', 'items', 'values'];
    unknownKeys(node, known, group || textIn(node, 'idRef'), notes);
    if (group !== '') {
      const items = itemsOf(listIn(node, 'items'), esl, of, depth + 1);
      if (items.length > 0) return [{ kind: 'loop', id: group, ...(use && { use }), ...times, items, origin }];
      notes.lost(origin, `Group ${group} of set ${set} has no items.`);
      return [];
    }
    const id = textIn(node, 'idRef') || textIn(node, 'id');
    if (id === 'ST' || id === 'SE') return [];
    if (!/^[A-Z][A-Z0-9]{1,2}$/.test(id)) {
      notes.lost(origin, `“${id.slice(0, 40)}” in set ${set} is no segment.`);
      return [];
    }
    const definition = textIn(node, 'id') === '' && listIn(node, 'values').length === 0 ? esl.segments.get(id) : node;
    const elements = definition && elementsOf(definition, esl, id);
    return [
      {
        ...{ kind: 'segment', id, ...(use && { use }), ...times, rules: definition ? rulesOf(definition, notes) : [] },
        ...(elements && elements.length > 0 && use !== 'not-used' && { elements }),
        ...{ notes: [], origin },
      },
    ];
  });
}

function elementsOf(definition: YamlMap, esl: Esl, id: string): SpecElement[] {
  let position = 0;
  return listIn(definition, 'values').flatMap((node): SpecElement[] => {
    if (node.kind !== 'map') return [];
    esl.room.take();
    const said = Number(textIn(node, 'position').replace(/^\D+/, ''));
    position = said > 0 && said <= 99 ? said : position + 1;
    const made = elementOf(node, esl, id, position, undefined);
    const composite = esl.composites.get(textIn(node, 'idRef'));
    if (composite === undefined || made.use === 'not-used') return [made];
    const parts = listIn(composite, 'values').flatMap((part, nth) =>
      part.kind === 'map' ? [elementOf(part, esl, id, position, nth + 1)] : [],
    );
    return [made, ...parts];
  });
}

function elementOf(node: YamlMap, esl: Esl, id: string, position: number, component: number | undefined): SpecElement {
  const { notes, elements, composites } = esl;
  const origin = { line: node.at.line };
  const reference = textIn(node, 'idRef') || textIn(node, 'id');
  unknownKeys(
    node,
    ['idRef', 'id', 'name', 'position', 'usage', 'count', 'type', ...lengthKeys, ...codeKeys, 'note'],
    `${id}-${position}`,
    notes,
  );
  const definition = elements.get(reference);
  if (reference !== '' && elements.size > 0 && !definition && !composites.has(reference) && textIn(node, 'type') === '')
    notes.told(origin, `Element ${reference} is not defined in the file; type and length are those of the standard.`);
  const length = lengthOf(node) ?? (definition && lengthOf(definition));
  const codes = codesOf(node) ?? (definition && codesOf(definition));
  const use = usageOf(textIn(node, 'usage'), origin, notes);
  const count = textIn(node, 'count');
  const note = textIn(node, 'note');
  return {
    position,
    ...(component === undefined ? {} : { component }),
    ...(reference === '' ? {} : { reference }),
    ...(use && { use }),
    ...(length && { length }),
    ...(count === '' ? {} : { max: countOf(count, origin, notes) }),
    ...(codes && { codes }),
    notes: note === '' ? [] : [shortText(note)],
    origin,
  };
}

const lengthKeys = ['minLength', 'maxLength', 'length'] as const;
const codeKeys = ['codes', 'codeSet', 'codeSets', 'values', 'enum'] as const;

function lengthOf(node: YamlMap): { min: number; max: number } | undefined {
  const inner = entry(node, 'length');
  const [min, max] =
    inner?.kind === 'map'
      ? [textIn(inner, 'min'), textIn(inner, 'max')]
      : [textIn(node, 'minLength'), textIn(node, 'maxLength')];
  const fixed = inner?.kind === 'scalar' ? inner.text : '';
  const from = Number(min || fixed || 1);
  const to = Number(max || fixed);
  return to >= 1 && from >= 1 ? { min: from, max: to } : undefined;
}

/** A list of codes, or codes with their meaning. */
function codesOf(node: YamlMap): readonly string[] | undefined {
  for (const key of codeKeys) {
    const found = entry(node, key);
    if (found?.kind === 'map' && found.entries.length > 0)
      return found.entries.map((one) => one.key).slice(0, importLimits.codes);
    if (found?.kind !== 'list') continue;
    const codes = found.items.flatMap((one) =>
      one.kind === 'scalar' ? [one.text] : one.kind === 'map' ? [textIn(one, 'code') || textIn(one, 'id')] : [],
    );
    if (codes.some(Boolean)) return codes.filter(Boolean).slice(0, importLimits.codes);
  }
  return undefined;
}

/** Syntax rules of a segment: `P0102`, or `{ type: P, items: [1, 2] }`. */
function rulesOf(node: YamlMap, notes: Notes): readonly string[] {
  return listIn(node, 'rules').flatMap((rule): string[] => {
    const short = rule.kind === 'scalar' ? rule.text : '';
    if (/^[PRECL](?:\d\d){2,}$/.test(short)) return [short];
    const kind = rule.kind === 'map' ? textIn(rule, 'type').slice(0, 1).toUpperCase() : '';
    const items = rule.kind === 'map' ? listIn(rule, 'items') : [];
    const places = items.map((one) => (one.kind === 'scalar' ? one.text.padStart(2, '0') : ''));
    if (/^[PRECL]$/.test(kind) && places.length > 1 && places.every((one) => /^\d\d$/.test(one)))
      return [kind + places.join('')];
    notes.lost({ line: rule.at.line }, 'A rule of the file is not understood.');
    return [];
  });
}

const usages: Readonly<Record<string, SpecUse>> = {
  M: 'required',
  F: 'required',
  O: 'optional',
  C: 'optional',
  U: 'not-used',
  N: 'not-used',
  I: 'not-used',
};

function usageOf(text: string, origin: Origin, notes: Notes): SpecUse | undefined {
  if (text === '') return undefined;
  const use = usages[text.toUpperCase()];
  if (use === undefined) notes.lost(origin, `“usage: ${text.slice(0, 20)}” is not understood; M, O, C and U are.`);
  return use;
}

function countOf(text: string, origin: Origin, notes: Notes): number {
  if (text === '') return 1;
  if (/^>\d+$/.test(text)) return Number.POSITIVE_INFINITY;
  if (/^\d+$/.test(text) && Number(text) > 0) return Number(text);
  notes.lost(origin, `“count: ${text.slice(0, 20)}” is not understood.`);
  return Number.POSITIVE_INFINITY;
}

const entry = (node: YamlMap, key: string): YamlNode | undefined => node.entries.find((one) => one.key === key)?.value;

function textIn(node: YamlMap, key: string): string {
  const found = entry(node, key);
  return found?.kind === 'scalar' ? found.text.trim() : '';
}

const listIn = (node: YamlMap, key: string): readonly YamlNode[] => {
  const found = entry(node, key);
  return found?.kind === 'list' ? (found satisfies YamlList).items : [];
};

function byId(root: YamlMap, key: string): ReadonlyMap<string, YamlMap> {
  const maps = listIn(root, key).filter((node) => node.kind === 'map');
  return new Map(maps.map((node) => [textIn(node, 'id') || textIn(node, 'idRef'), node]));
}

function unknownKeys(node: YamlMap, known: readonly string[], what: string, notes: Notes): void {
  for (const { key, at } of node.entries)
    if (!known.includes(key)) notes.lost({ line: at.line }, `${what}: \`${key.slice(0, 40)}\` is not understood.`);
}
