import type { Place } from '../../language/fault.ts';
import { readKeys, readWord } from '../../language/read-node.ts';
import type { YamlEntry, YamlNode } from '../../language/yaml-tree.ts';
import { readCharacter, readDocumentName } from './compile-reads.ts';
import { compileWhen } from './compile-value.ts';
import { type Compiler, countExpression, insideEach, readPath, shapeAt } from './compiler.ts';
import type { CsvTable, TemplateNode, TemplateValue, Value, WritePlan } from './plan.ts';

/** Keys of a mapping that writes JSON or CSV. */
export const writesKeys = ['writes', 'document', 'body', 'csv', 'each', 'when', 'columns'] as const;

/** `writes: json` with a `body`, `writes: csv` with `columns`, or `writes: event` alone; undefined for X12, whose body is `segments`. */
export function compileWrites(
  compiler: Compiler,
  found: Map<string, YamlEntry>,
  at: Place,
): { readonly set: string; readonly writes: WritePlan } | undefined {
  const { faults } = compiler;
  const writes = found.get('writes');
  const format = writes && readWord(writes.value, ['json', 'csv', 'event'] as const, '`writes`', faults);
  if (!format) return undefined;
  for (const key of [
    'set',
    'version',
    'segments',
    ...(format === 'csv' ? [] : ['csv', 'each', 'when', 'columns']),
    ...(format === 'json' ? [] : ['body']),
  ]) {
    const stray = found.get(key);
    if (stray) faults.add(stray.at, `\`${key}\` has no place beside \`writes: ${format}\`.`);
  }
  const set = readDocumentName(found, at, faults);
  if (format === 'event') return { set, writes: { name: 'event', line: writes?.at.line ?? at.line } };
  if (format === 'csv') {
    const table = compileTable(compiler, found, at);
    return table && { set, writes: { name: 'csv', table } };
  }
  const body = found.get('body');
  if (!body) {
    faults.add(at, '`writes: json` needs a `body`, such as `body: { fields: { order: orderNumber } }`.');
    return undefined;
  }
  const node = compileNode(compiler, body.value);
  return node && { set, writes: { name: 'json', body: node } };
}

/** An object (`fields`), a list (`each` with `fields` or `item`), or a single value. */
function compileNode(compiler: Compiler, node: YamlNode): TemplateNode | undefined {
  const keys = node.kind === 'map' ? node.entries.map(({ key }) => key) : [];
  if (!keys.includes('fields') && !keys.includes('each')) return compileTemplateValue(compiler, node);
  countExpression(compiler, node.at);
  const found = readKeys(node, ['each', 'when', 'fields', 'item'], 'An object or list', compiler.faults);
  if (!found) return undefined;
  const each = found.get('each');
  if (!each) return compileObject(compiler, found, node.at);
  const path = readPath(compiler, each.value, 'each');
  if (!path) return undefined;
  const item = found.get('item');
  if (found.has('fields') === (item !== undefined)) {
    compiler.faults.add(node.at, '`each` needs `fields` (a list of objects) or `item` (a list of values) beside it.');
    return undefined;
  }
  return insideEach(compiler, path, each.at, (): TemplateNode | undefined => {
    const when = compileWhen(compiler, found);
    const inner = item
      ? compileNode(compiler, item.value)
      : compileObject(compiler, new Map([...found].filter(([key]) => key === 'fields')), node.at);
    return inner && { kind: 'list', line: node.at.line, each: path, item: inner, ...(when ? { when } : {}) };
  });
}

function compileObject(compiler: Compiler, found: Map<string, YamlEntry>, at: Place): TemplateNode | undefined {
  const fields = found.get('fields');
  if (fields?.value.kind !== 'map') {
    compiler.faults.add(fields?.at ?? at, '`fields` holds one line per field: its name and its value.');
    return undefined;
  }
  const seen: { name: string; node: TemplateNode }[] = [];
  for (const { key: name, value } of fields.value.entries) {
    const node = compileNode(compiler, value);
    if (node) seen.push({ name, node });
  }
  const when = compileWhen(compiler, found);
  return { kind: 'object', line: at.line, fields: seen, ...(when ? { when } : {}) };
}

function compileTemplateValue(compiler: Compiler, node: YamlNode): TemplateValue | undefined {
  const value = compiler.value(node, undefined, false);
  return value && { kind: 'value', value, as: writtenAs(compiler, value, node) };
}

/** Numbers of the event stay numbers unless the mapping says `as: text`. */
function writtenAs(compiler: Compiler, value: Value, node: YamlNode): TemplateValue['as'] {
  if (value.kind === 'first') {
    const [kind, ...others] = new Set(value.of.map((part) => writtenAs(compiler, part, node)));
    return others.length === 0 ? (kind ?? 'text') : 'text';
  }
  if (value.kind !== 'leaf') return 'text';
  const { source, as, table, lookup } = value;
  if (as === 'number' || as === 'integer') return 'number';
  if (as !== 'text' || table || lookup || hasKey(node, 'as')) return 'text';
  if (source.kind === 'path') return shapeAt(compiler, source.path, node.at)?.kind === 'number' ? 'number' : 'text';
  if (source.kind === 'const') return constantAs(node);
  if (source.kind === 'count' || source.kind === 'sum' || source.kind === 'index') return 'number';
  if (source.kind !== 'cel') return 'text';
  const { type } = source.program;
  return type === 'bool' ? 'boolean' : type === 'string' ? 'text' : 'number';
}

function hasKey(node: YamlNode, key: string): boolean {
  return node.kind === 'map' && node.entries.some((entry) => entry.key === key);
}

function constantAs(node: YamlNode): TemplateValue['as'] {
  const constant = node.kind === 'map' ? node.entries.find(({ key }) => key === 'const')?.value : undefined;
  const value = constant?.kind === 'scalar' ? constant.value : undefined;
  return typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'text';
}

function compileTable(compiler: Compiler, found: Map<string, YamlEntry>, at: Place): CsvTable | undefined {
  const { faults } = compiler;
  const columns = found.get('columns');
  if (columns?.value.kind !== 'map' || columns.value.entries.length === 0) {
    faults.add(columns?.at ?? at, '`writes: csv` needs `columns`: a line per column, its name and its value.');
    return undefined;
  }
  const { entries } = columns.value;
  const each = found.get('each');
  const path = each && readPath(compiler, each.value, 'each');
  const compileBody = (): CsvTable => {
    const when = compileWhen(compiler, found);
    const cells = entries.map(({ key: name, value: node }) => {
      const value = compiler.value(node, undefined, false);
      return value && { name, value };
    });
    const filled = cells.filter((cell) => cell !== undefined);
    return {
      ...(path ? { each: path } : {}),
      ...(when ? { when } : {}),
      columns: filled,
      ...readOptions(found, compiler),
    };
  };
  return each && path ? insideEach(compiler, path, each.at, compileBody) : compileBody();
}

function readOptions(
  found: Map<string, YamlEntry>,
  { faults }: Compiler,
): Pick<CsvTable, 'delimiter' | 'quote' | 'header' | 'newline' | 'guardFormulas'> {
  const entry = found.get('csv');
  const keys = entry && readKeys(entry.value, ['delimiter', 'quote', 'header', 'newline', 'formulas'], '`csv`', faults);
  const word = <T extends string>(key: string, words: readonly T[]): T | undefined => {
    const given = keys?.get(key);
    return given && readWord(given.value, words, `\`${key}\``, faults);
  };
  const delimiter = keys?.get('delimiter');
  const quote = keys?.get('quote');
  const options = {
    delimiter: (delimiter && readCharacter(delimiter, false, faults)) ?? ',',
    quote: (quote && readCharacter(quote, false, faults)) ?? '"',
    header: word('header', ['true', 'false']) !== 'false',
    newline: word('newline', ['crlf', 'lf']) === 'lf' ? ('\n' as const) : ('\r\n' as const),
    guardFormulas: word('formulas', ['guard', 'keep']) !== 'keep',
  };
  if (entry && options.delimiter === options.quote) faults.add(entry.at, 'Delimiter and quote must differ.');
  return options;
}
