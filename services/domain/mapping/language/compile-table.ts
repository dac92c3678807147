import { didYouMean, type Faults } from '../../language/fault.ts';
import { readKeys, readText, readWord } from '../../language/read-node.ts';
import type { CodeTable } from '../../language/tables.ts';
import type { YamlEntry, YamlNode } from '../../language/yaml-tree.ts';
import type { Compiler } from './compiler.ts';

const levels = ['business', 'note', 'silent'] as const;

/** The table of a value: a name, or codes in place; `otherwise` and `unmapped` beside it override the table's own. */
export function compileTable(compiler: Compiler, found: Map<string, YamlEntry>): CodeTable | undefined {
  const { faults, tables } = compiler;
  const entry = found.get('table');
  const otherwise = found.get('otherwise');
  const unmapped = found.get('unmapped');
  if (!entry) {
    if (found.has('lookup')) return undefined;
    for (const stray of [otherwise, unmapped]) {
      if (stray) faults.add(stray.at, `\`${stray.key}\` belongs to a \`table\` or a \`lookup\`.`);
    }
    return undefined;
  }
  let table: CodeTable | undefined;
  if (entry.value.kind === 'scalar') {
    table = tables.get(entry.value.text);
    if (!table) {
      faults.add(entry.at, `There is no table \`${entry.value.text}\`.`, didYouMean(entry.value.text, tables.keys()));
    }
  } else {
    const codes = readCodes(entry.value, faults);
    table = codes && { name: '', codes, unmapped: 'business', traps: new Map() };
  }
  if (!table) return undefined;
  const word = otherwise && readText(otherwise.value, '`otherwise`', faults);
  const level = unmapped && readWord(unmapped.value, levels, '`unmapped`', faults);
  if (word === undefined && level === undefined) return table;
  return {
    ...table,
    ...(word === undefined ? {} : { otherwise: word }),
    ...(level === undefined ? {} : { unmapped: level }),
  };
}

function readCodes(node: YamlNode, faults: Faults): Map<string, string> | undefined {
  if (node.kind !== 'map') {
    faults.add(node.at, 'A table is a name, or codes with their meanings such as `{F: full, J: original}`.');
    return undefined;
  }
  const codes = new Map<string, string>();
  for (const { key, value } of node.entries) {
    const meaning = readText(value, 'The meaning of a code', faults);
    if (meaning !== undefined) codes.set(key, meaning);
  }
  return codes;
}

/** `extends` copies, so that a few lines could make tables without end. */
const mostCodes = 50_000;
const mostTables = 500;

/** `tables:` of a mapping or of `tables.yaml`: new tables, or `extends` of a known one with more codes. */
export function readTables(node: YamlNode, known: Map<string, CodeTable>, faults: Faults): void {
  if (node.kind !== 'map') {
    faults.add(node.at, '`tables` holds one table per name.');
    return;
  }
  let total = 0;
  for (const [index, { key: name, at, value }] of node.entries.entries()) {
    if (index === mostTables || total > mostCodes) {
      const message = `At most ${mostTables} tables with ${mostCodes} codes in all are read, those that they extend included.`;
      faults.add(at, message);
      return;
    }
    const found = readKeys(value, ['title', 'extends', 'codes', 'otherwise', 'unmapped'], 'A table', faults);
    const base = found?.get('extends');
    const baseName = base && readText(base.value, '`extends`', faults);
    const baseTable = baseName === undefined ? undefined : known.get(baseName);
    if (base && baseName !== undefined && !baseTable) {
      faults.add(base.at, `There is no table \`${baseName}\`.`, didYouMean(baseName, known.keys()));
    }
    const own = found?.get('codes');
    const codes = (own && readCodes(own.value, faults)) ?? new Map<string, string>();
    const otherwise = found?.get('otherwise');
    const unmapped = found?.get('unmapped');
    const word = otherwise ? readText(otherwise.value, '`otherwise`', faults) : baseTable?.otherwise;
    const level = unmapped ? readWord(unmapped.value, levels, '`unmapped`', faults) : baseTable?.unmapped;
    total += codes.size + (baseTable?.codes.size ?? 0);
    known.set(name, {
      name,
      codes: new Map([...(baseTable?.codes ?? []), ...codes]),
      unmapped: level ?? 'business',
      traps: new Map([...(baseTable?.traps ?? [])].filter(([code]) => !codes.has(code))),
      ...(word === undefined ? {} : { otherwise: word }),
    });
  }
}
