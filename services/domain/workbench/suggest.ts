import { isMap } from 'yaml';
import type { CodeTable } from '../language/tables.ts';
import { compileMapping } from '../mapping/language/compile.ts';
import type { InboundMapping, Mapping } from '../mapping/language/plan.ts';
import type { Coverage } from '../mapping/report/coverage.ts';
import { valueAt } from '../mapping/report/explain.ts';
import {
  entriesOf,
  entryOf,
  insertEntry,
  lineOf,
  listIn,
  type MapNode,
  type MappingText,
  mapIn,
  nameOf,
  readMappingText,
  sourceOf,
  textIn,
  withInsertion,
} from './mapping-text.ts';
import { likeness } from './sounds-like.ts';
import { suggestWritten } from './suggest-written.ts';
import type { Suggestion, TemplateMapping } from './suggestion.ts';
import { type Bench, readSample, type TrialSample, tryMapping } from './trial.ts';

// What could stand in a mapping and does not: lines that the templates have for the same field, and values of the sample whose name sounds like a field.
// Nothing is guessed: a suggestion is shown only where the mapping compiles with it, and, where there is a sample, only where it brings a value.

export interface SuggestInput {
  readonly text: string;
  readonly mapping: Mapping;
  readonly tables: ReadonlyMap<string, CodeTable>;
  readonly templates: readonly TemplateMapping[];
  readonly coverage: Coverage;
  readonly sample?: TrialSample | undefined;
  readonly bench: Bench;
}

const mostSuggestions = 20;
/** Larger samples are looked at, but not run once more for each suggestion. */
const smallSample = 64 * 1024;

/** Suggestions in the order of the event's fields; those of templates come before those of names. */
export function suggest(input: SuggestInput): readonly Suggestion[] {
  const own = readMappingText(input.text);
  if (!own) return [];
  if (input.mapping.direction === 'outbound') return proven(input, suggestWritten(own, input.mapping, input.templates));
  const places = missingPlaces(own, input.coverage);
  const fromTemplates = places.flatMap((place) => ofTemplate(own, place, input) ?? []);
  const told = proven(input, fromTemplates);
  const filled = new Set(told.map(({ event, field }) => `${event} ${field}`));
  const rest = places.filter(({ event, field }) => !filled.has(`${event} ${field}`));
  return [
    ...told,
    ...proven(
      input,
      rest.flatMap((place) => ofNames(own, place, input)),
    ),
  ].slice(0, mostSuggestions);
}

/** A field that the mapping does not fill, at the outermost place where something is missing. */
interface MissingPlace {
  readonly event: string;
  /** Such as `lines[]/product/description`. */
  readonly field: string;
  /** The single fields in it, as the event has them. */
  readonly leaves: readonly string[];
  /** The entries among which it belongs, and the paths of the `each` around them. */
  readonly fields: MapNode;
  readonly around: readonly string[];
}

function missingPlaces(own: MappingText, { fields }: Coverage): readonly MissingPlace[] {
  const found = new Map<string, MissingPlace>();
  for (const { event, field, mapped } of fields) {
    if (mapped) continue;
    const place = reach(own, event, field);
    if (!place?.missing) continue;
    const key = `${event} ${place.prefix}`;
    const known = found.get(key);
    found.set(key, {
      ...{ event, field: place.prefix, fields: place.fields, around: place.around },
      leaves: [...(known?.leaves ?? []), field],
    });
  }
  return [...found.values()];
}

interface Reached {
  readonly fields: MapNode;
  /** The field as far as it was followed. */
  readonly prefix: string;
  readonly missing: boolean;
  readonly around: readonly string[];
}

/** Follows a field of an event through the text, by `fields`, `each`, `first`, `list` and `use`, as far as it is written. */
function reach(own: MappingText, event: string, field: string): Reached | undefined {
  const emission = emissionOf(own.root, event);
  let fields = mapIn(emission, 'fields');
  let around: readonly string[] = eachOf(emission);
  let prefix = '';
  for (const step of field.split('/')) {
    if (!fields) return undefined;
    const name = step.replaceAll('[]', '');
    prefix = prefix === '' ? step : `${prefix}/${step}`;
    const entry = entryOf(fields, name);
    if (!entry) return { fields, prefix, missing: true, around };
    const inner = fieldsIn(own.root, entry.value);
    if (!inner) return { fields, prefix, missing: false, around };
    around = [...around, ...inner.around];
    fields = inner.fields;
  }
  return undefined;
}

const eachOf = (map: MapNode | undefined): readonly string[] => {
  const path = textIn(map, 'each');
  return path === undefined ? [] : [path];
};

function emissionOf(root: MapNode, event: string): MapNode | undefined {
  if (textIn(root, 'emits') === event) return root;
  return listIn(root, 'events').find((one): one is MapNode => isMap(one) && textIn(one, 'emits') === event);
}

/** The entries of the object that a value makes. */
function fieldsIn(
  root: MapNode,
  value: unknown,
  depth = 0,
): { readonly fields: MapNode; readonly around: readonly string[] } | undefined {
  if (!isMap(value) || depth > 8) return undefined;
  const name = textIn(value, 'use');
  const shared = mapIn(root, 'shared');
  if (name !== undefined) return fieldsIn(root, shared && entryOf(shared, name)?.value, depth + 1);
  const own = mapIn(value, 'fields');
  if (own) return { fields: own, around: eachOf(value) };
  const item = entryOf(value, 'item')?.value;
  const inner = item === undefined ? undefined : fieldsIn(root, item, depth + 1);
  if (inner) return { ...inner, around: [...eachOf(value), ...inner.around] };
  for (const key of ['first', 'list'])
    for (const one of listIn(value, key)) {
      const found = fieldsIn(root, one, depth + 1);
      if (found) return found;
    }
  return undefined;
}

/** The lines that a template has for the place. */
function ofTemplate(
  own: MappingText,
  { event, field, fields }: MissingPlace,
  input: SuggestInput,
): Suggestion | undefined {
  const { mapping, templates } = input;
  const fitting = templates.filter(
    (one) => one.mapping.direction === 'inbound' && one.mapping.set === mapping.set && sameForm(one.mapping, mapping),
  );
  for (const { template, file, text } of fitting) {
    const other = readMappingText(text);
    const parent = other && reachEntry(other, event, field);
    const source = parent && sourceOf(other, parent);
    if (!other || !parent || source === undefined || lacksShared(own, source)) continue;
    const insertion = insertEntry(own, fields, source, behindIn(fields, event, field, other));
    if (!insertion) continue;
    const usually = saidBriefly(source);
    const because = `${field} usually ${usually}, as in ${template}/${file}, line ${lineOf(other, parent)}.`;
    return { ...insertion, field, event, because };
  }
  return undefined;
}

/** The value of an entry, where it is short enough for a sentence. */
function saidBriefly(source: string): string {
  const value = source.slice(source.indexOf(':') + 1).trim();
  return value.includes('\n') || value.length > longestSaid ? 'is filled like this' : `is ${value}`;
}

const longestSaid = 80;

const sameForm = (a: Mapping, b: Mapping) =>
  a.direction === 'inbound' && b.direction === 'inbound' && a.reads?.name === b.reads?.name;

/** The entry of a template for a field. */
function reachEntry(other: MappingText, event: string, field: string) {
  const steps = field.split('/');
  const emission = emissionOf(other.root, event);
  let fields = mapIn(emission, 'fields');
  for (const [nth, step] of steps.entries()) {
    const entry = fields && entryOf(fields, step.replaceAll('[]', ''));
    if (!entry || nth === steps.length - 1) return entry;
    fields = fieldsIn(other.root, entry.value)?.fields;
  }
  return undefined;
}

/** A shared value that the lines use and the mapping does not have. */
function lacksShared({ root }: MappingText, source: string): boolean {
  const shared = mapIn(root, 'shared');
  const names = [...source.matchAll(/\buse: *['"]?([A-Za-z][\w-]*)/g)].map(([, name]) => name!);
  return names.some((name) => !shared || !entryOf(shared, name));
}

/** The entry behind which a field belongs: the last one that stands before it in the template. */
function behindIn(fields: MapNode, event: string, field: string, other: MappingText) {
  const steps = field.split('/');
  const name = steps.at(-1)!.replaceAll('[]', '');
  const parent = steps.slice(0, -1).join('/');
  const siblings =
    parent === ''
      ? mapIn(emissionOf(other.root, event), 'fields')
      : fieldsOfEntry(other, reachEntry(other, event, parent));
  const order = siblings ? entriesOf(siblings).map(nameOf) : [];
  const before = new Set(order.slice(0, Math.max(0, order.indexOf(name))));
  return entriesOf(fields).findLast((entry) => before.has(nameOf(entry)));
}

const fieldsOfEntry = (other: MappingText, entry: { readonly value: unknown } | undefined) =>
  entry && fieldsIn(other.root, entry.value)?.fields;

const likeEnough = 0.6;

/** Values of the sample that reach no field and whose name sounds like the one that is missing, the likest first. */
function ofNames(
  own: MappingText,
  place: MissingPlace,
  { coverage, mapping, bench }: SuggestInput,
): readonly Suggestion[] {
  const { event, field, fields, leaves, around } = place;
  // A whole object is not made up from one value.
  if (leaves.length !== 1 || leaves[0] !== field) return [];
  const named = coverage.dropped
    .map((one) => ({ ...one, name: nameOfPlace(one.place, mapping as InboundMapping, bench) }))
    .map((one) => ({ ...one, likeness: likeness(one.name, field.split('/').slice(-2).join('/')) }))
    .filter((one) => one.likeness >= likeEnough)
    .sort((a, b) => b.likeness - a.likeness || (a.place < b.place ? -1 : 1));
  return named.slice(0, 2).flatMap((one) =>
    pathsTo(one.place, around).flatMap((path): Suggestion[] => {
      const source = `${field.split('/').at(-1)!.replaceAll('[]', '')}: ${/[^\w./-]/.test(path) ? `"${path}"` : path}`;
      const insertion = insertEntry(own, fields, source);
      if (!insertion) return [];
      const because = `${one.place}${one.name === one.place ? '' : ` (${one.name})`} of the sample reaches no field, and its name sounds like ${field}.`;
      return [{ ...insertion, field, event, because }];
    }),
  );
}

/** What the standard calls an element; the path itself in a document that is no X12. */
function nameOfPlace(place: string, mapping: InboundMapping, { rules }: Bench): string {
  if (mapping.reads) return place;
  const [, id = '', element = ''] = /([A-Z][A-Z0-9]{1,2})-(\d\d)/.exec(place) ?? [];
  const segment = rules.standards.forVersion(mapping.version)?.definition.segments.get(id);
  return segment?.elements?.[Number(element) - 1]?.element.name ?? place;
}

/** How a place is written from inside the `each` around it, the likeliest first. */
function pathsTo(place: string, around: readonly string[]): readonly string[] {
  const lead = around.map((path) => path.replace(/\[[^\]]*\]/g, '').replace(/^[\^/]+/, '')).join('/');
  const inner = lead !== '' && place.startsWith(`${lead}/`) ? place.slice(lead.length + 1) : place;
  return [...new Set([inner, place.split('/').at(-1)!])];
}

/** Those with which the mapping compiles and, where the sample is small enough to try, gets a value; one for each field. */
function proven(input: SuggestInput, candidates: readonly Suggestion[]): readonly Suggestion[] {
  const found = new Map<string, Suggestion>();
  for (const candidate of candidates) {
    if (found.size >= mostSuggestions) break;
    const key = `${candidate.event ?? ''} ${candidate.field}`;
    if (found.has(key)) continue;
    const judged = judge(input, candidate);
    if (judged) found.set(key, judged);
  }
  return [...found.values()];
}

function judge({ text, mapping, tables, sample, bench }: SuggestInput, candidate: Suggestion): Suggestion | undefined {
  const { mapping: with_ } = compileMapping(withInsertion(text, candidate), mapping.name, tables);
  if (!with_) return undefined;
  if (!sample || sample.text.length > smallSample) return candidate;
  const again = sample.reading ? sample : readSample(sample.text, with_, bench);
  const run = tryMapping(with_, again, bench);
  const value = broughtBy(run, candidate);
  return value === undefined ? undefined : { ...candidate, value };
}

function broughtBy(
  { events, links, result }: ReturnType<typeof tryMapping>,
  { field, event }: Suggestion,
): string | undefined {
  if (event === undefined) {
    const [span] = links.find(({ target }) => target === field)?.result ?? [];
    return span && result.text.slice(...span);
  }
  const form = new RegExp(`^/${field.replaceAll('[]', '/\\d+')}(/|$)`);
  for (const made of events) {
    if (made.type !== event) continue;
    const pointer = Object.keys(made.provenance).find((one) => form.test(one));
    if (pointer === undefined) continue;
    const value = valueAt(made.data, pointer);
    return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 80);
  }
  return undefined;
}
