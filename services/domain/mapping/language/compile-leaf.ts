import { didYouMean, type Place } from '../../language/fault.ts';
import { readCount, readKeys, readList, readText, readWord } from '../../language/read-node.ts';
import type { YamlEntry, YamlNode } from '../../language/yaml-tree.ts';
import { compileExpression } from './compile-cel.ts';
import { compileMinus } from './compile-comparison.ts';
import { compileLookup } from './compile-lookup.ts';
import { compileTable } from './compile-table.ts';
import { type Compiler, readPath, shapeAt } from './compiler.ts';
import type { CelExpression, Conversion, LeafValue, Source } from './plan.ts';
import type { Shape } from './shape.ts';

const sourceKeys = [
  'from',
  'const',
  'context',
  'count',
  'sum',
  'hash',
  'minus',
  'distinct',
  'join',
  'pair',
  'index',
  'cel',
] as const;
const modifierKeys = [
  'times',
  'table',
  'lookup',
  'reverse',
  'otherwise',
  'unmapped',
  'default',
  'as',
  'decimals',
  'max',
  'with',
  'zone',
  'required',
  'when',
] as const;
export const leafKeys = [...sourceKeys, ...modifierKeys] as const;

/** Modifiers that would be passed over without one of these beside them. */
const idleWithout = [
  ['times', ['sum']],
  ['with', ['join', 'distinct', 'cel']],
  ['reverse', ['table', 'lookup']],
] as const;

const inboundConversions = ['text', 'number', 'integer', 'sscc', 'gtin', 'upper'] as const;
const outboundConversions = ['text', 'number', 'integer', 'upper', 'date', 'time', 'time-code'] as const;

/** A single value: a path alone, or a source with its modifiers. */
export function compileLeaf(compiler: Compiler, node: YamlNode, expected: Shape | undefined): LeafValue | undefined {
  const { faults } = compiler;
  if (node.kind === 'scalar') {
    if (typeof node.value !== 'string') {
      faults.add(node.at, 'A value starts with a path.', `write \`{const: ${node.text || "''"}}\` for a constant`);
      return undefined;
    }
    const path = readPath(compiler, node, 'value');
    if (!path) return undefined;
    const leaf: LeafValue = {
      kind: 'leaf',
      line: node.at.line,
      source: { kind: 'path', path },
      as: defaultAs(expected),
    };
    return checkLeaf(compiler, leaf, expected, node.at);
  }
  const found = readKeys(node, leafKeys, 'A value', faults);
  if (!found) return undefined;
  const sources = sourceKeys.filter((key) => found.has(key));
  if (sources.length !== 1) {
    faults.add(node.at, `A value needs exactly one of ${sourceKeys.join(', ')}.`);
    return undefined;
  }
  for (const [key, needs] of idleWithout) {
    const entry = found.get(key);
    if (entry && !needs.some((one) => found.has(one)))
      faults.add(entry.at, `\`${key}\` says nothing without ${needs.map((one) => `\`${one}\``).join(' or ')}.`);
  }
  const source = compileSource(compiler, found, node.at);
  if (!source) return undefined;
  const lookup = compileLookup(compiler, found, source);
  const leaf: LeafValue = {
    kind: 'leaf',
    line: node.at.line,
    source,
    as: readAs(compiler, found, expected),
    ...modifiers(compiler, found),
    ...(lookup ? { lookup } : {}),
  };
  return checkLeaf(compiler, leaf, expected, node.at);
}

function defaultAs(expected: Shape | undefined): Conversion {
  if (expected?.kind !== 'number') return 'text';
  return expected.integer ? 'integer' : 'number';
}

function readAs(compiler: Compiler, found: Map<string, YamlEntry>, expected: Shape | undefined): Conversion {
  const as = found.get('as');
  if (!as) return found.has('decimals') && expected === undefined ? 'number' : defaultAs(expected);
  const words: readonly Conversion[] = compiler.dialect === 'json' ? outboundConversions : inboundConversions;
  return readWord(as.value, words, '`as`', compiler.faults) ?? 'text';
}

function compileSource(compiler: Compiler, found: Map<string, YamlEntry>, at: Place): Source | undefined {
  const glueNode = found.get('with');
  const glue = glueNode?.value.kind === 'scalar' ? glueNode.value.text : '';
  for (const kind of ['count', 'sum', 'hash', 'distinct'] as const) {
    const entry = found.get(kind);
    const path = entry && readPath(compiler, entry.value, kind === 'count' ? 'any' : 'value');
    if (path && compiler.dialect === 'json') shapeAt(compiler, path, at);
    const times = kind === 'sum' ? readTimes(compiler, found.get('times')) : {};
    if (entry) return path && (kind === 'distinct' ? { kind, path, glue } : { kind, path, ...times });
  }
  const from = found.get('from');
  if (from) {
    const path = readPath(compiler, from.value, 'value');
    return path && { kind: 'path', path };
  }
  const constant = found.get('const');
  if (constant) {
    const text = readText(constant.value, '`const`', compiler.faults);
    return text === undefined ? undefined : { kind: 'const', text };
  }
  const context = found.get('context');
  if (context) {
    const name = readText(context.value, '`context`', compiler.faults);
    return name === undefined ? undefined : { kind: 'context', name };
  }
  const minus = found.get('minus');
  if (minus) return compileMinus(compiler, minus);
  const join = found.get('join');
  if (join) {
    const of = readList(join.value, '`join`', compiler.faults).map((node) => compiler.value(node, undefined, false));
    return { kind: 'join', of: of.filter((value) => value !== undefined), glue };
  }
  const cel = found.get('cel');
  if (cel) {
    const compiled = compileExpression(compiler, cel, glueNode);
    return compiled && { kind: 'cel', ...compiled };
  }
  const pair = found.get('pair');
  return pair ? compilePair(compiler, pair) : { kind: 'index' };
}

const lastElement = 99;

function readTimes(compiler: Compiler, entry: YamlEntry | undefined): { times?: number } {
  const times =
    entry && readCount(entry.value, '`times` (an element of the same segment)', lastElement, compiler.faults);
  return times === undefined ? {} : { times };
}

function compilePair(compiler: Compiler, entry: YamlEntry): Source | undefined {
  const { faults } = compiler;
  if (compiler.dialect !== 'x12') faults.add(entry.at, '`pair` reads X12 segments only.');
  const found = readKeys(entry.value, ['of', 'at', 'codes'], '`pair`', faults);
  const of = found?.get('of');
  const at = found?.get('at');
  const codes = found?.get('codes');
  if (!of || !at || !codes) {
    faults.add(entry.at, '`pair` needs `of` (a segment), `at` (elements of the qualifiers) and `codes`.');
    return undefined;
  }
  const path = readPath(compiler, of.value, 'each');
  const positions = readList(at.value, '`at`', faults).map((node) =>
    readCount(node, 'An element', lastElement, faults),
  );
  const words = readList(codes.value, '`codes`', faults).map((node) => readText(node, 'A code', faults));
  return (
    path && {
      kind: 'pair',
      of: path,
      at: positions.filter((position) => position !== undefined),
      codes: words.filter((word) => word !== undefined),
    }
  );
}

type Mutable<T> = { -readonly [K in keyof T]?: T[K] };
const longestText = 4096;

function modifiers(compiler: Compiler, found: Map<string, YamlEntry>): Mutable<LeafValue> {
  const { faults } = compiler;
  const result: Mutable<LeafValue> = {};
  const table = compileTable(compiler, found);
  if (table) result.table = table;
  if (isTrue(compiler, found, 'reverse')) result.reverse = true;
  if (isTrue(compiler, found, 'required')) result.required = true;
  const fallback = found.get('default');
  const text = fallback && readText(fallback.value, '`default`', faults);
  if (text !== undefined) result.fallback = text;
  const decimals = found.get('decimals');
  const places = decimals && readCount(decimals.value, '`decimals`', 9, faults);
  if (places !== undefined) result.decimals = places;
  const max = found.get('max');
  const longest = max && readCount(max.value, '`max`', longestText, faults);
  if (longest !== undefined) result.max = longest;
  const zone = found.get('zone');
  if (zone && readWord(zone.value, ['partner'] as const, '`zone`', faults)) result.inPartnerZone = true;
  const when = found.get('when');
  const condition = when && compiler.condition(when.value);
  if (condition) result.when = condition;
  return result;
}

function isTrue(compiler: Compiler, found: Map<string, YamlEntry>, key: string): boolean {
  const entry = found.get(key);
  return (
    entry !== undefined && readWord(entry.value, ['true', 'false'] as const, `\`${key}\``, compiler.faults) === 'true'
  );
}

/** Checks a leaf against the field that it fills, or against the event that it reads. */
function checkLeaf(compiler: Compiler, leaf: LeafValue, expected: Shape | undefined, at: Place): LeafValue | undefined {
  const { faults } = compiler;
  if (compiler.dialect === 'json' && leaf.source.kind === 'path') checkRead(compiler, leaf, at);
  if (!expected) return leaf;
  if (expected.kind !== 'text' && expected.kind !== 'number') {
    const wanted = {
      object: 'an object (`fields:`)',
      array: 'a list (`each:` or `list:`)',
      moment: 'a point in time (`moment:`)',
    };
    faults.add(at, `The event expects ${wanted[expected.kind]} here, not a single value.`);
    return undefined;
  }
  if (leaf.source.kind === 'cel' && !leaf.table && !leaf.lookup) checkResult(compiler, leaf.source, leaf.as, at);
  const numeric = leaf.as === 'number' || leaf.as === 'integer';
  if (numeric !== (expected.kind === 'number')) {
    faults.add(
      at,
      `The event expects ${expected.kind === 'number' ? 'a number' : 'text'} here, not \`as: ${leaf.as}\`.`,
    );
  }
  if (expected.kind === 'number') {
    return expected.minimum === undefined ? leaf : { ...leaf, minimum: expected.minimum };
  }
  if (expected.choices) checkChoices(compiler, leaf, expected.choices, at);
  if (expected.formed && leaf.as !== 'sscc') {
    faults.add(at, 'The event takes an SSCC of 18 digits here.', 'write `as: sscc`');
  }
  return leaf;
}

/** What the expression gives against what the field takes. */
function checkResult({ faults }: Compiler, { program }: CelExpression, as: Conversion, at: Place): void {
  const { type } = program;
  if (type === 'bool') {
    faults.add(at, 'The expression gives true or false, which no field takes.', 'write `condition ? "this" : "that"`');
  } else if (as === 'integer' && type !== 'int') {
    const hint = type === 'double' ? 'write `int(…)` around it' : 'let the expression calculate with numbers';
    faults.add(at, `The event expects a whole number here; the expression gives ${type}.`, hint);
  } else if (as === 'number' && type === 'string') {
    faults.add(at, 'The event expects a number here; the expression gives text.', 'write `double(…)` around it');
  }
}

function checkRead(compiler: Compiler, leaf: LeafValue, at: Place): void {
  if (leaf.source.kind !== 'path') return;
  const shape = shapeAt(compiler, leaf.source.path, at);
  const isMoment = leaf.as === 'date' || leaf.as === 'time' || leaf.as === 'time-code';
  if (!shape || (shape.kind === 'moment') === isMoment) {
    if (shape?.kind === 'object' || shape?.kind === 'array') {
      compiler.faults.add(at, `\`${leaf.source.path.text}\` is not a single value.`);
    }
    return;
  }
  const hint = isMoment ? 'only a point in time can be written as date or time' : 'write `as: date` or `as: time`';
  compiler.faults.add(at, `\`${leaf.source.path.text}\` cannot be written as ${leaf.as}.`, hint);
}

function checkChoices(compiler: Compiler, leaf: LeafValue, choices: readonly string[], at: Place): void {
  const given = [
    ...(leaf.table ? leaf.table.codes.values() : []),
    ...(leaf.table?.otherwise === undefined ? [] : [leaf.table.otherwise]),
    ...(leaf.fallback === undefined ? [] : [leaf.fallback]),
    ...(leaf.source.kind === 'const' && !leaf.table ? [leaf.source.text] : []),
  ];
  for (const word of new Set(given)) {
    if (!choices.includes(word)) {
      compiler.faults.add(
        at,
        `The event does not know \`${word}\` here; it knows ${choices.join(', ')}.`,
        didYouMean(word, choices),
      );
    }
  }
  if (!leaf.table && leaf.source.kind !== 'const') {
    compiler.faults.add(at, `The event knows only ${choices.join(', ')} here.`, 'translate the code with a `table`');
  }
}
