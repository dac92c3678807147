import { didYouMean } from '../../language/fault.ts';
import { readCount, readKeys, readList, readText, readWord } from '../../language/read-node.ts';
import type { CodeTable } from '../../language/tables.ts';
import type { YamlEntry, YamlNode } from '../../language/yaml-tree.ts';
import { compileExpression } from './compile-cel.ts';
import { compileNear, compileOrder, compileSame, orders } from './compile-comparison.ts';
import { type Compiler, countExpression, readPath, shapeAt } from './compiler.ts';
import { readChoice, refuseIdle } from './condition-checks.ts';
import type { Condition, Value } from './plan.ts';

const keys = [
  'value',
  'is',
  'in',
  'check',
  'untrapped',
  'daylight',
  'zones',
  'length',
  'near',
  'present',
  'absent',
  'same',
  'within',
  ...orders,
  'levels',
  'unique',
  'as',
  'not',
  'all',
  'any',
  'cel',
  'with',
] as const;

/** Keys that stand beside another one. */
const besides: ReadonlySet<string> = new Set([
  ...['as', 'with', 'within', 'zones', 'is', 'in', 'check', 'length', 'near', 'untrapped', 'daylight'],
]);

/**
 * Conditions: a path (something is there), `{value, is | in | check | length | near | untrapped | daylight}`, `{present}`, `{absent}`,
 * `{same: [a, b], within}`, `{atLeast | above | atMost | below: [a, b]}`, `{levels: {}}`, `{unique: path, as}`, `{not}`, `{all: []}`, `{any: []}`, `{cel, with}`.
 */
export function compileCondition(compiler: Compiler, node: YamlNode): Condition | undefined {
  countExpression(compiler, node.at);
  if (node.kind === 'scalar') return present(compiler, node);
  const found = readKeys(node, keys, 'A condition', compiler.faults);
  if (!found) return undefined;
  const entry = (key: (typeof keys)[number]): YamlEntry | undefined => found.get(key);
  const kind = keys.find((key) => !besides.has(key) && found.has(key));
  if (kind !== undefined) refuseIdle(compiler, kind, found, besides);
  const value = entry('value');
  if (value) return compileTest(compiler, value, found);
  const here = entry('present');
  if (here) return present(compiler, here.value);
  const absent = entry('absent');
  if (absent) return negate(present(compiler, absent.value));
  const not = entry('not');
  if (not) return negate(compileCondition(compiler, not.value));
  const same = entry('same');
  if (same) return compileSame(compiler, same, entry('within'));
  for (const order of orders) {
    const sides = entry(order);
    if (sides) return compileOrder(compiler, order, sides);
  }
  const levels = entry('levels');
  if (levels) return compileLevels(compiler, levels);
  const cel = entry('cel');
  if (cel) return compileTruth(compiler, cel, entry('with'));
  const unique = entry('unique');
  if (unique) return compileUnique(compiler, unique, entry('as'));
  for (const kind of ['all', 'any'] as const) {
    const list = entry(kind);
    if (list) {
      const of = readList(list.value, `\`${kind}\``, compiler.faults).map((item) => compileCondition(compiler, item));
      return { kind, of: of.filter((condition) => condition !== undefined) };
    }
  }
  compiler.faults.add(node.at, `A condition needs one of ${keys.filter((key) => !besides.has(key)).join(', ')}.`);
  return undefined;
}

/** A single value that is there; a path to a segment, loop, object or list asks for that itself. */
function present(compiler: Compiler, node: YamlNode): Condition | undefined {
  if (node.kind === 'scalar' && typeof node.value === 'string') {
    const path = readPath(compiler, node, 'any');
    if (!path) return undefined;
    if (compiler.dialect !== 'json' && path.element === undefined) return { kind: 'exists', path };
    const shape = compiler.dialect === 'json' ? shapeAt(compiler, path, node.at) : undefined;
    if (shape && shape.kind !== 'text' && shape.kind !== 'number') return { kind: 'exists', path };
    return { kind: 'present', value: { kind: 'leaf', line: node.at.line, source: { kind: 'path', path }, as: 'text' } };
  }
  const value = compiler.value(node, undefined, false);
  return value && { kind: 'present', value };
}

function compileTruth(compiler: Compiler, entry: YamlEntry, given: YamlEntry | undefined): Condition | undefined {
  const compiled = compileExpression(compiler, entry, given);
  if (compiled && compiled.program.type !== 'bool') {
    const { type } = compiled.program;
    compiler.faults.add(
      entry.at,
      `A condition is true or false; the expression gives ${type}.`,
      'compare it with something',
    );
  }
  return compiled && { kind: 'cel', ...compiled };
}

function negate(of: Condition | undefined): Condition | undefined {
  return of && { kind: 'not', of };
}

function compileTest(compiler: Compiler, entry: YamlEntry, found: Map<string, YamlEntry>): Condition | undefined {
  const value = compiler.value(entry.value, undefined, false);
  const is = found.get('is');
  const among = found.get('in');
  const check = found.get('check');
  if (check) {
    const key = readWord(check.value, ['sscc', 'gtin', 'gln'] as const, '`check`', compiler.faults);
    return value && key && { kind: 'valid', value, key };
  }
  const untrapped = found.get('untrapped');
  if (untrapped) {
    const table = tableNamed(compiler, untrapped);
    return value && table && { kind: 'untrapped', value, table };
  }
  const daylight = found.get('daylight');
  if (daylight) return compileDaylight(compiler, value, daylight, found.get('zones'));
  const near = found.get('near');
  if (near) return compileNear(compiler, value, near);
  const length = found.get('length');
  if (length) {
    const characters = readCount(length.value, '`length`', 80, compiler.faults);
    return value && characters !== undefined ? { kind: 'length', value, characters } : undefined;
  }
  if (!is && !among) {
    compiler.faults.add(
      entry.at,
      '`value` needs `is`, `in`, `check`, `length`, `near`, `untrapped` or `daylight` beside it.',
    );
    return undefined;
  }
  if (is?.value.kind === 'list') {
    compiler.faults.add(is.at, '`is` compares with one value.', 'write `in: [ … ]` for several');
    return undefined;
  }
  const nodes = is ? [is.value] : among ? readList(among.value, '`in`', compiler.faults) : [];
  const choices = nodes.map((choice) => readChoice(compiler, choice, value)).filter((text) => text !== undefined);
  return value && { kind: 'in', value, choices };
}

function tableNamed(compiler: Compiler, entry: YamlEntry): CodeTable | undefined {
  const name = readText(entry.value, `\`${entry.key}\``, compiler.faults);
  const table = name === undefined ? undefined : compiler.tables.get(name);
  if (name !== undefined && !table) {
    compiler.faults.add(entry.at, `There is no table \`${name}\`.`, didYouMean(name, compiler.tables.keys()));
  }
  return table;
}

function compileDaylight(
  compiler: Compiler,
  value: Value | undefined,
  daylight: YamlEntry,
  zones: YamlEntry | undefined,
): Condition | undefined {
  const date = compiler.value(daylight.value, undefined, false);
  if (!zones) {
    compiler.faults.add(daylight.at, '`daylight` needs `zones` beside it, the table with the zone of each time code.');
    return undefined;
  }
  const table = tableNamed(compiler, zones);
  return value && date && table && { kind: 'daylight', value, date, zones: table };
}

/** `{ S: [top], O: [S] }`: below which levels each level may stand. */
function compileLevels(compiler: Compiler, entry: YamlEntry): Condition | undefined {
  if (entry.value.kind !== 'map' || compiler.dialect !== 'x12') {
    compiler.faults.add(
      entry.at,
      '`levels` lists for each HL code the codes above it, such as `{ S: [top], O: [S] }`.',
    );
    return undefined;
  }
  const parents = new Map<string, readonly string[]>();
  for (const { key, value } of entry.value.entries) {
    const above = readList(value, `The levels above ${key}`, compiler.faults);
    const codes = above.map((node) => readText(node, 'A level', compiler.faults));
    parents.set(
      key,
      codes.filter((code) => code !== undefined),
    );
  }
  return { kind: 'levels', parents };
}

function compileUnique(compiler: Compiler, entry: YamlEntry, as: YamlEntry | undefined): Condition | undefined {
  const path = readPath(compiler, entry.value, 'value');
  const conversion = as ? readWord(as.value, ['text', 'sscc', 'gtin'] as const, '`as`', compiler.faults) : 'text';
  return path && conversion && { kind: 'unique', path, as: conversion };
}
