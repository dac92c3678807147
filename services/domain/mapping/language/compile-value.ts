import { didYouMean } from '../../language/fault.ts';
import { readKeys, readList, readWord } from '../../language/read-node.ts';
import type { YamlEntry, YamlNode } from '../../language/yaml-tree.ts';
import { dateFormats } from '../run/written-date.ts';
import { compileLeaf, leafKeys } from './compile-leaf.ts';
import { readEachPath } from './compile-reads.ts';
import { compileUse, isUse } from './compile-shared.ts';
import { type Compiler, countExpression, insideEach } from './compiler.ts';
import type { Condition, Field, ObjectValue, Value } from './plan.ts';
import type { ObjectShape, Shape } from './shape.ts';

const structureKeys = ['first', 'fields', 'each', 'item', 'list', 'moment', 'groupBy', 'when'] as const;
const allKeys = [...structureKeys.slice(0, -1), ...leafKeys];

/** Compiles one value against what the schema expects there; undefined where faults made it useless. */
export function compileValue(
  compiler: Compiler,
  node: YamlNode,
  expected: Shape | undefined,
  vital: boolean,
): Value | undefined {
  countExpression(compiler, node.at);
  if (node.kind === 'list') {
    compiler.faults.add(node.at, 'A list of values is written `list: […]`, alternatives `first: […]`.');
    return undefined;
  }
  if (node.kind === 'scalar') return compileLeaf(compiler, node, expected);
  if (isUse(node)) return compileUse(compiler, node, expected, vital);
  const kind = structureKeys.find((key) => node.entries.some((entry) => entry.key === key && key !== 'when'));
  const hasLeafKey = node.entries.some(
    (entry) => entry.key !== 'when' && (leafKeys as readonly string[]).includes(entry.key),
  );
  if (kind === undefined) {
    if (hasLeafKey) return compileLeaf(compiler, node, expected);
    return refuseUnknown(compiler, node);
  }
  const found = readKeys(node, structureKeys, `A value with \`${kind}\``, compiler.faults);
  if (!found) return undefined;
  if (found.has('each')) return compileEach(compiler, found, expected, vital, node);
  const when = compileWhen(compiler, found);
  const common = { line: node.at.line, ...(when ? { when } : {}) };
  const fields = found.get('fields');
  if (fields) {
    const object = compileFields(compiler, fields, expected, vital);
    return object && { ...object, ...common };
  }
  const first = found.get('first');
  if (first) {
    const of = readList(first.value, '`first`', compiler.faults).map((item) => compiler.value(item, expected, false));
    return { kind: 'first', of: of.filter((value) => value !== undefined), ...common };
  }
  const list = found.get('list');
  if (list) return compileList(compiler, list, expected, vital, common);
  const moment = found.get('moment');
  if (moment) return compileMoment(compiler, moment, expected, common);
  compiler.faults.add(node.at, '`item` and `groupBy` belong to `each`.');
  return undefined;
}

function refuseUnknown(compiler: Compiler, node: YamlNode): undefined {
  const entries = node.kind === 'map' ? node.entries : [];
  const stranger = entries.find((entry) => entry.key !== 'when');
  const hint = stranger && (didYouMean(stranger.key, allKeys) ?? 'the fields of an object stand below `fields:`');
  compiler.faults.add(stranger?.at ?? node.at, `A value has no key \`${stranger?.key ?? ''}\`.`, hint);
  return undefined;
}

export function compileWhen(compiler: Compiler, found: Map<string, YamlEntry>): Condition | undefined {
  const when = found.get('when');
  return when && compiler.condition(when.value);
}

/** An object and its fields, each checked against the schema; required fields that nothing fills are faults. */
export function compileFields(
  compiler: Compiler,
  entry: YamlEntry,
  expected: Shape | undefined,
  vital: boolean,
): ObjectValue | undefined {
  if (expected?.kind !== 'object') {
    compiler.faults.add(entry.at, expectation(expected, 'an object with `fields`'));
    return undefined;
  }
  if (entry.value.kind !== 'map') {
    compiler.faults.add(entry.at, '`fields` holds one line per field: its name and its value.');
    return undefined;
  }
  const fields: Field[] = [];
  for (const { key, at, value: node } of entry.value.entries) {
    const shape = expected.fields.get(key);
    if (!shape) {
      compiler.faults.add(at, `The event has no field \`${key}\` here.`, didYouMean(key, expected.fields.keys()));
      continue;
    }
    const value = compiler.value(node, shape, vital && expected.required.has(key));
    if (value) fields.push({ name: key, value });
  }
  checkFilled(
    compiler,
    entry,
    expected,
    entry.value.entries.map((field) => field.key),
  );
  const required = [...expected.required];
  return { kind: 'object', fields, required, oneOf: expected.oneOf, vital, line: entry.at.line };
}

function checkFilled(compiler: Compiler, entry: YamlEntry, shape: ObjectShape, filled: readonly string[]): void {
  const missing = [...shape.required].filter((name) => !filled.includes(name));
  for (const name of missing) compiler.faults.add(entry.at, `The required field \`${name}\` is not filled.`);
  if (shape.oneOf.length > 0 && !shape.oneOf.some((name) => filled.includes(name))) {
    compiler.faults.add(entry.at, `At least one of ${shape.oneOf.join(', ')} must be filled.`);
  }
}

function compileEach(
  compiler: Compiler,
  found: Map<string, YamlEntry>,
  expected: Shape | undefined,
  vital: boolean,
  node: YamlNode,
): Value | undefined {
  const each = found.get('each');
  if (!each) return undefined;
  const path = readEachPath(compiler, found);
  if (expected?.kind !== 'array') {
    compiler.faults.add(each.at, expectation(expected, 'a list with `each`'));
    return undefined;
  }
  if (!path) return undefined;
  const body = found.get('fields') ?? found.get('item');
  if (!body) {
    compiler.faults.add(node.at, '`each` needs `fields` (a list of objects) or `item` (a list of values) beside it.');
    return undefined;
  }
  const { items, minItems } = expected;
  return insideEach(compiler, path, each.at, () => {
    const when = compileWhen(compiler, found);
    const item =
      body.key === 'fields' ? compileFields(compiler, body, items, vital) : compiler.value(body.value, items, vital);
    return item && { kind: 'each', path, item, minItems, line: node.at.line, ...(when ? { when } : {}) };
  });
}

function compileList(
  compiler: Compiler,
  list: YamlEntry,
  expected: Shape | undefined,
  vital: boolean,
  common: { line: number; when?: Condition },
): Value | undefined {
  if (expected?.kind !== 'array') {
    compiler.faults.add(list.at, expectation(expected, 'a `list`'));
    return undefined;
  }
  // A field that must be there may well be a list of nothing, where the partner has nothing to say.
  const isEmpty = list.value.kind === 'list' && list.value.items.length === 0 && expected.minItems === 0;
  const of = (isEmpty ? [] : readList(list.value, '`list`', compiler.faults)).map((node) => {
    const nested = node.kind === 'map' && node.entries.some((entry) => entry.key === 'each' || entry.key === 'list');
    return compiler.value(node, nested ? expected : expected.items, vital);
  });
  return { kind: 'list', of: of.filter((value) => value !== undefined), minItems: expected.minItems, ...common };
}

function compileMoment(
  compiler: Compiler,
  entry: YamlEntry,
  expected: Shape | undefined,
  common: { line: number; when?: Condition },
): Value | undefined {
  if (expected?.kind !== 'moment') compiler.faults.add(entry.at, expectation(expected, 'a `moment`'));
  const keys = ['date', 'time', 'code', 'place', ...(compiler.dialect === 'tree' ? ['format'] : [])];
  const found = readKeys(entry.value, keys, 'A moment', compiler.faults);
  if (!found) return undefined;
  const part = (parts: Map<string, YamlEntry>, key: string): Value | undefined => {
    const node = parts.get(key);
    return node && compiler.value(node.value, undefined, false);
  };
  const date = part(found, 'date');
  if (!date) {
    compiler.faults.add(entry.at, 'A moment needs a `date`.');
    return undefined;
  }
  const place = found.get('place');
  const places = place && readKeys(place.value, ['city', 'state', 'country'], 'A place', compiler.faults);
  const named = (name: string, value: Value | undefined): object => (value ? { [name]: value } : {});
  const where = places && {
    ...named('city', part(places, 'city')),
    ...named('state', part(places, 'state')),
    ...named('country', part(places, 'country')),
  };
  const format = found.get('format');
  const written = format ? readWord(format.value, dateFormats, '`format`', compiler.faults) : 'iso';
  return {
    kind: 'moment',
    ...(compiler.dialect === 'tree' && written ? { format: written } : {}),
    date,
    ...named('time', part(found, 'time')),
    ...named('code', part(found, 'code')),
    ...(where ? { place: where } : {}),
    ...common,
  };
}

/** `The event expects … here, not …`. */
export function expectation(expected: Shape | undefined, got: string): string {
  return `The event expects ${shapeName(expected)} here, not ${got}.`;
}

function shapeName(shape: Shape | undefined): string {
  switch (shape?.kind) {
    case 'object':
      return 'an object (`fields:`)';
    case 'array':
      return 'a list (`each:` or `list:`)';
    case 'moment':
      return 'a point in time (`moment:`)';
    case 'number':
      return shape.integer ? 'a whole number' : 'a number';
    default:
      return 'a single value';
  }
}
