import {
  type Compiler,
  countExpression,
  readCount,
  readKeys,
  readList,
  readPath,
  readText,
  readWord,
  shapeAt,
} from './compiler.ts';
import type { Condition } from './plan.ts';
import type { YamlEntry, YamlNode } from './yaml-tree.ts';

const keys = [
  'value',
  'is',
  'in',
  'check',
  'length',
  'present',
  'absent',
  'same',
  'unique',
  'as',
  'not',
  'all',
  'any',
] as const;

/**
 * Conditions: a path (something is there), `{value, is | in | check | length}`, `{present}`, `{absent}`, `{same: [a, b]}`,
 * `{unique: path, as}`, `{not}`, `{all: []}`, `{any: []}`.
 */
export function compileCondition(compiler: Compiler, node: YamlNode): Condition | undefined {
  countExpression(compiler, node.at);
  if (node.kind === 'scalar') return present(compiler, node);
  const found = readKeys(node, keys, 'A condition', compiler.faults);
  if (!found) return undefined;
  const entry = (key: (typeof keys)[number]): YamlEntry | undefined => found.get(key);
  const value = entry('value');
  if (value) return compileTest(compiler, value, found);
  const here = entry('present');
  if (here) return present(compiler, here.value);
  const absent = entry('absent');
  if (absent) return negate(present(compiler, absent.value));
  const not = entry('not');
  if (not) return negate(compileCondition(compiler, not.value));
  const same = entry('same');
  if (same) return compileSame(compiler, same);
  const unique = entry('unique');
  if (unique) return compileUnique(compiler, unique, entry('as'));
  for (const kind of ['all', 'any'] as const) {
    const list = entry(kind);
    if (list) {
      const of = readList(list.value, `\`${kind}\``, compiler.faults).map((item) => compileCondition(compiler, item));
      return { kind, of: of.filter((condition) => condition !== undefined) };
    }
  }
  compiler.faults.add(node.at, `A condition needs one of ${keys.filter((key) => key !== 'as').join(', ')}.`);
  return undefined;
}

/** A single value that is there; a path to a segment, loop, object or list asks for that itself. */
function present(compiler: Compiler, node: YamlNode): Condition | undefined {
  if (node.kind === 'scalar' && typeof node.value === 'string') {
    const path = readPath(compiler, node, 'any');
    if (!path) return undefined;
    if (compiler.dialect === 'x12' && path.element === undefined) return { kind: 'exists', path };
    const shape = compiler.dialect === 'json' ? shapeAt(compiler, path, node.at) : undefined;
    if (shape && shape.kind !== 'text' && shape.kind !== 'number') return { kind: 'exists', path };
    return { kind: 'present', value: { kind: 'leaf', line: node.at.line, source: { kind: 'path', path }, as: 'text' } };
  }
  const value = compiler.value(node, undefined, false);
  return value && { kind: 'present', value };
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
    const key = readWord(check.value, ['sscc', 'gtin'] as const, '`check`', compiler.faults);
    return value && key && { kind: 'valid', value, key };
  }
  const length = found.get('length');
  if (length) {
    const characters = readCount(length.value, '`length`', 80, compiler.faults);
    return value && characters !== undefined ? { kind: 'length', value, characters } : undefined;
  }
  if (!is && !among) {
    compiler.faults.add(entry.at, '`value` needs `is`, `in`, `check` or `length` beside it.');
    return undefined;
  }
  const nodes = is ? [is.value] : among ? readList(among.value, '`in`', compiler.faults) : [];
  const choices = nodes
    .map((choice) => readText(choice, 'A choice', compiler.faults))
    .filter((text) => text !== undefined);
  return value && { kind: 'in', value, choices };
}

function compileSame(compiler: Compiler, entry: YamlEntry): Condition | undefined {
  const items = readList(entry.value, '`same`', compiler.faults);
  const [left, right] = items.map((item) => compiler.value(item, undefined, false));
  if (items.length !== 2) compiler.faults.add(entry.at, '`same` compares exactly two values.');
  return left && right && { kind: 'same', left, right };
}

function compileUnique(compiler: Compiler, entry: YamlEntry, as: YamlEntry | undefined): Condition | undefined {
  const path = readPath(compiler, entry.value, 'value');
  const conversion = as ? readWord(as.value, ['text', 'sscc', 'gtin'] as const, '`as`', compiler.faults) : 'text';
  return path && conversion && { kind: 'unique', path, as: conversion };
}
