import { didYouMean, type Faults } from '../language/fault.ts';
import type { YamlEntry, YamlNode } from '../language/yaml-tree.ts';
import type { Plain, PlainObject } from './scenario.ts';

export const isObject = (value: unknown): value is PlainObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a part of YAML says, without its places. */
export function plainOf(node: YamlNode): Plain {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plainOf);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, plainOf(value)]));
}

/** The data of a frame: a fixture by its name, or written out, with changes by JSON pointer. */
export function readData(
  entry: YamlEntry | undefined,
  found: ReadonlyMap<string, YamlEntry>,
  fixtures: ReadonlyMap<string, PlainObject>,
  faults: Faults,
): PlainObject {
  if (!entry) return {};
  let data: PlainObject = {};
  if (entry.value.kind === 'scalar') {
    const fixture = fixtures.get(entry.value.text);
    if (fixture) data = fixture;
    else {
      const hint = didYouMean(entry.value.text, fixtures.keys());
      faults.add(entry.value.at, `There is no fixture \`${entry.value.text}\`.`, hint);
    }
  } else {
    const plain = plainOf(entry.value);
    if (isObject(plain)) data = plain;
    else faults.add(entry.value.at, '`data` is a fixture, or keys and values.');
  }
  const changes = found.get('with')?.value;
  if (changes && changes.kind !== 'map') faults.add(changes.at, '`with` holds values by JSON pointers.');
  for (const { key, at, value } of changes?.kind === 'map' ? changes.entries : [])
    data = changed(data, key, plainOf(value), (message) => faults.add(at, message));
  const dropped = found.get('without')?.value;
  if (dropped && dropped.kind !== 'list') faults.add(dropped.at, '`without` lists JSON pointers.');
  for (const node of dropped?.kind === 'list' ? dropped.items : [])
    data = changed(data, String(plainOf(node)), undefined, (message) => faults.add(node.at, message));
  return data;
}

/** @param value undefined takes out what stands there */
function changed(
  data: PlainObject,
  pointer: string,
  value: Plain | undefined,
  fault: (message: string) => void,
): PlainObject {
  const copy = structuredClone(data) as Record<string, Plain>;
  const steps = pointer.split('/').slice(1);
  const last = steps.pop();
  let here: unknown = copy;
  for (const step of steps) here = (here as Record<string, unknown> | undefined)?.[step];
  if (!pointer.startsWith('/') || last === undefined || typeof here !== 'object' || here === null) {
    fault(`\`${pointer}\` leads to nothing in the data.`);
    return data;
  }
  if (value !== undefined) (here as Record<string, unknown>)[last] = value;
  else if (Array.isArray(here)) here.splice(Number(last), 1);
  else delete (here as Record<string, unknown>)[last];
  return copy;
}
