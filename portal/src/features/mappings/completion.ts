import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { eventSchemas, vocabulary } from '../../../../specs/generated/event-schemas.ts';
import { mappingSchema } from '../../../../specs/generated/mapping-schema.ts';
import type { MappingDetail } from '../../lib/contract.ts';

// What can stand at the cursor: keys of the language from its schema, fields of the event from its schema, places of the set from the standard and the guide.

interface Schema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly required?: readonly string[];
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const language = mappingSchema as Schema;
const events = eventSchemas as Readonly<Record<string, Schema>>;
const common = vocabulary as Schema;

export type Words = MappingDetail['words'];

/** The keys around a line, from the outermost in; an entry of a list counts as `-`. */
export function keysAround(lines: readonly string[], line: number, column: number): readonly string[] {
  const keys: string[] = [];
  let depth = column;
  for (let at = line; at >= 0 && depth > 0; at -= 1) {
    const text = lines[at] ?? '';
    if (text.trim() === '' || text.trimStart().startsWith('#')) continue;
    const [, lead = '', dashes = '', key] = /^( *)((?:- +)*)(?:["']?([\w@/.-]+)["']?:)?/.exec(text) ?? [];
    const inner = lead.length + dashes.length;
    if (key !== undefined && inner < depth) {
      keys.unshift(key);
      depth = inner;
    }
    if (dashes !== '' && lead.length < depth) {
      keys.unshift('-');
      depth = lead.length;
    }
  }
  return keys;
}

/** Words of an object of the language that say where an object of the event begins, and what is in between. */
const wrappers = new Set(['fields', 'item', 'first', 'list', '-', 'events', 'shared']);

/** The object of the event whose fields may stand below these keys; undefined where that is none. */
function eventObject(type: string | undefined, keys: readonly string[]): Schema | undefined {
  if (keys.at(-1) !== 'fields' || type === undefined) return undefined;
  let schema: Schema | undefined = events[type];
  let inShared = false;
  for (const key of keys) {
    if (key === 'shared') inShared = true;
    if (wrappers.has(key)) continue;
    if (inShared) {
      // A shared value is of the field that has its name, wherever that is.
      schema = findField(resolve(schema), key);
      inShared = false;
      continue;
    }
    schema = resolve(schema)?.properties?.[key];
    if (schema === undefined) return undefined;
  }
  return resolve(schema);
}

function resolve(schema: Schema | undefined): Schema | undefined {
  let found = schema;
  for (let step = 0; step < 8 && found; step += 1) {
    if (found.$ref !== undefined) found = common.$defs?.[found.$ref.split('/').at(-1) ?? ''];
    else if (found.items) found = found.items;
    else return found;
  }
  return found;
}

function findField(schema: Schema | undefined, name: string, depth = 0): Schema | undefined {
  if (!schema?.properties || depth > 4) return undefined;
  for (const [key, inner] of Object.entries(schema.properties)) if (key === name || key === `${name}s`) return inner;
  for (const inner of Object.values(schema.properties)) {
    const found = findField(resolve(inner), name, depth + 1);
    if (found) return found;
  }
  return undefined;
}

const brief = (text: string | undefined): string => (text ?? '').split(/[.:;] /, 1)[0]?.slice(0, 90) ?? '';

function fieldsOf(schema: Schema): readonly Completion[] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).map(([name, of]) => ({
    label: name,
    type: 'property',
    detail: `${required.has(name) ? 'required · ' : ''}${brief(resolve(of)?.description ?? of.description)}`,
    apply: `${name}: `,
    boost: required.has(name) ? 2 : 1,
  }));
}

/** Keys of the language: of the whole at the top, of what a value may be below. */
const topKeys: readonly Completion[] = keysIn([language, ...(language.oneOf ?? []), language.$defs?.Emission ?? {}]);
const valueKeys: readonly Completion[] = keysIn(
  ['Leaf', 'First', 'Object', 'Each', 'List', 'MomentValue', 'Use', 'Condition', 'Part', 'Assertion', 'Leaving'].map(
    (name) => language.$defs?.[name] ?? {},
  ),
);

function keysIn(schemas: readonly Schema[]): readonly Completion[] {
  const found = new Map<string, Completion>();
  const add = (schema: Schema): void => {
    for (const [name, of] of Object.entries(schema.properties ?? {}))
      if (!found.has(name))
        found.set(name, {
          label: name,
          type: 'keyword',
          detail: brief(of.description ?? schema.title),
          apply: `${name}: `,
        });
    for (const one of schema.oneOf ?? []) add(one);
  };
  for (const schema of schemas) add(schema);
  return [...found.values()];
}

const named = (names: readonly string[], detail: string): readonly Completion[] =>
  names.map((label) => ({ label, type: 'constant', detail }));

/** Values of keys that take words of a list. */
function valuesOf(key: string, words: Words, schema: Schema | undefined): readonly Completion[] | undefined {
  if (key === 'table' || key === 'extends' || key === 'untrapped') return named(words.tables, 'table');
  if (key === 'lookup') return named(words.lookups, 'cross reference');
  if (key === 'emits' || key === 'renders') return named(Object.keys(events), 'event');
  if (key === 'time') return named(Object.keys(schema?.properties ?? {}), 'field');
  for (const of of Object.values(language.$defs ?? {})) {
    const values = of.properties?.[key]?.enum;
    if (values) return named(values.map(String), brief(of.properties?.[key]?.description));
  }
  const top = language.properties?.[key]?.enum;
  return top && named(top.map(String), brief(language.properties?.[key]?.description));
}

/** The event that the lines above the cursor make or write. */
function eventAbove(lines: readonly string[], line: number): string | undefined {
  const form = /^\s*(?:- +)?(?:emits|renders): *["']?([\w.-]+)/;
  for (let at = line; at >= 0; at -= 1) {
    const type = form.exec(lines[at] ?? '')?.[1];
    if (type !== undefined) return type;
  }
  for (const text of lines) {
    const type = form.exec(text)?.[1];
    if (type !== undefined) return type;
  }
  return undefined;
}

/** The `each` around the keys do not matter for the name of an element, so the last part of a place is offered as well. */
function placesOf(words: Words, sample: readonly string[]): readonly Completion[] {
  const found = new Map<string, Completion>();
  for (const { path, name, guide } of words.places)
    for (const label of [path, path.split('/').at(-1)!])
      if (!found.has(label))
        found.set(label, {
          label,
          type: 'variable',
          detail: `${name}${guide === undefined ? '' : ` · ${guide}`}`,
          boost: guide === 'required' ? 1 : 0,
        });
  for (const path of sample)
    for (const label of [path, path.split('/').at(-1)!])
      if (!found.has(label)) found.set(label, { label, type: 'variable', detail: 'of the sample' });
  return [...found.values()];
}

/** @param samplePlaces paths of the sample's values, where it is no X12 */
export function completeMapping(words: Words, samplePlaces: () => readonly string[]) {
  return (context: CompletionContext): CompletionResult | null => {
    const { state, pos, explicit } = context;
    const line = state.doc.lineAt(pos);
    const before = line.text.slice(0, pos - line.from);
    if (before.trimStart().startsWith('#')) return null;
    const lines = state.doc.toString().split('\n');
    const nth = line.number - 1;
    const type = eventAbove(lines, nth);
    const value = /(?:^|[\s{,])["']?([\w-]+)["']?: *["'[]?([^\s"'{},]*)$/.exec(before);
    if (value) {
      const [, key = '', typed = ''] = value;
      const from = pos - typed.length;
      if (!explicit && typed === '' && !/: $/.test(before)) return null;
      const options =
        valuesOf(key, words, type === undefined ? undefined : events[type]) ?? placesOf(words, samplePlaces());
      return { from, options, validFor: /^[\w./@^+-]*$/ };
    }
    const [, lead = '', inline = '', typed = ''] = /^( *(?:- +)*)(.*?)([\w-]*)$/.exec(before) ?? [];
    if (!explicit && typed === '') return null;
    const from = pos - typed.length;
    const isInline = inline.trim() !== '';
    const keys = keysAround(lines, nth - 1, lead.length);
    const object = isInline ? undefined : eventObject(type, keys);
    if (object?.properties) {
      const there = new Set(siblings(lines, nth, lead.length));
      return { from, options: fieldsOf(object).filter(({ label }) => !there.has(label)), validFor: /^\w*$/ };
    }
    const options =
      keys.length === 0 && !isInline ? topKeys : [...valueKeys, ...(isInline ? placesOf(words, samplePlaces()) : [])];
    return { from, options, validFor: /^[\w-]*$/ };
  };
}

/** Keys that stand beside a line already. */
function siblings(lines: readonly string[], line: number, column: number): readonly string[] {
  const found: string[] = [];
  for (const step of [-1, 1])
    for (let at = line + step; at >= 0 && at < lines.length; at += step) {
      const [, lead = '', key] = /^( *(?:- +)?)([\w-]+):/.exec(lines[at] ?? '') ?? [];
      if ((lines[at] ?? '').trim() === '') continue;
      const depth = /^ */.exec(lines[at] ?? '')?.[0].length ?? 0;
      if (depth < column && lead.length < column) break;
      if (key !== undefined && lead.length === column) found.push(key);
    }
  return found;
}
