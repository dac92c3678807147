import type { Encoding } from '../../documents/document-text.ts';
import type { CsvOptions } from '../../documents/read-csv.ts';
import type { DocumentFormat } from '../../documents/read-document.ts';
import type { Faults, Place } from '../../language/fault.ts';
import type { Path } from '../../language/path.ts';
import { readKeys, readWord } from '../../language/read-node.ts';
import type { YamlEntry } from '../../language/yaml-tree.ts';
import { type Compiler, readPath } from './compiler.ts';

/** Keys of a mapping that say what is read; without them it is X12. */
export const readsKeys = ['reads', 'document', 'encoding', 'csv', 'recognise'] as const;

/** What a mapping reads: X12 by set and version, or a document by its name. */
export interface Reads {
  readonly set: string;
  readonly version: string;
  readonly alsoIn?: readonly string[];
  readonly reads?: DocumentFormat;
}

const formats = ['x12', 'json', 'csv', 'xml'] as const;

/** `reads: json` with `document: name`, or `set` and `version`; keys that do not go together are faults. */
export function compileReads(found: Map<string, YamlEntry>, at: Place, faults: Faults): Reads {
  const reads = found.get('reads');
  const format = reads ? readWord(reads.value, formats, '`reads`', faults) : 'x12';
  if (format === undefined) return { set: '', version: '' };
  if (format === 'x12') {
    refuse(found, ['document', 'encoding', 'csv', 'recognise'], 'belongs to `reads: json`, `csv` or `xml`', faults);
    return {
      set: headerText(found, 'set', /^[0-9]{3}$/, "a set such as '945'", at, faults),
      ...readVersions(found, at, faults),
    };
  }
  refuse(
    found,
    ['set', 'version'],
    `is for X12; a document that is ${format} has a name: \`document: status\``,
    faults,
  );
  if (format !== 'csv') refuse(found, ['csv'], 'belongs to `reads: csv`', faults);
  const set = readDocumentName(found, at, faults);
  const encoding = readEncoding(found, faults);
  if (format === 'csv')
    return { set, version: '', reads: { name: format, ...encoding, csv: readCsvOptions(found, faults) } };
  return { set, version: '', reads: { name: format, ...encoding } };
}

/** `document: name`, by which a document that is no X12 is known. */
export function readDocumentName(found: Map<string, YamlEntry>, at: Place, faults: Faults): string {
  return headerText(found, 'document', /^[a-z][a-z0-9-]{0,39}$/, 'a document such as shipment-status', at, faults);
}

function refuse(found: Map<string, YamlEntry>, keys: readonly string[], because: string, faults: Faults): void {
  for (const key of keys) {
    const entry = found.get(key);
    if (entry) faults.add(entry.at, `\`${key}\` ${because}.`);
  }
}

/** `version: "004010"`, or a list where one mapping serves several versions. */
function readVersions(
  found: Map<string, YamlEntry>,
  at: Place,
  faults: Faults,
): { version: string; alsoIn?: string[] } {
  const entry = found.get('version');
  const nodes = entry?.value.kind === 'list' ? entry.value.items : [entry?.value];
  const texts = nodes.map((node) => (node?.kind === 'scalar' ? node.text : ''));
  if (texts.length === 0 || !texts.every((text) => /^[0-9]{6}$/.test(text)))
    faults.add(entry?.at ?? at, "`version` must name a version such as '004010', or a list of them.");
  const [version = '', ...alsoIn] = texts;
  return { version, ...(alsoIn.length === 0 ? {} : { alsoIn }) };
}

function headerText(
  found: Map<string, YamlEntry>,
  key: string,
  pattern: RegExp,
  example: string,
  at: Place,
  faults: Faults,
): string {
  const entry = found.get(key);
  const text = entry?.value.kind === 'scalar' ? entry.value.text : '';
  if (!pattern.test(text)) faults.add(entry?.at ?? at, `\`${key}\` must name ${example}.`);
  return text;
}

function readEncoding(found: Map<string, YamlEntry>, faults: Faults): { encoding?: Encoding } {
  const entry = found.get('encoding');
  const encoding = entry && readWord(entry.value, ['utf-8', 'latin-1'] as const, '`encoding`', faults);
  return encoding ? { encoding } : {};
}

function readCsvOptions(found: Map<string, YamlEntry>, faults: Faults): CsvOptions {
  const entry = found.get('csv');
  const keys = entry && readKeys(entry.value, ['delimiter', 'quote', 'header'], '`csv`', faults);
  const delimiter = keys?.get('delimiter');
  const quote = keys?.get('quote');
  const header = keys?.get('header');
  const options = {
    delimiter: (delimiter && readCharacter(delimiter, false, faults)) ?? ',',
    quote: (quote && readCharacter(quote, true, faults)) ?? '"',
    header: !header || readWord(header.value, ['true', 'false'] as const, '`header`', faults) !== 'false',
  };
  if (entry && options.delimiter === options.quote) faults.add(entry.at, 'Delimiter and quote must differ.');
  return options;
}

/** A delimiter or quote. */
export function readCharacter(entry: YamlEntry, none: boolean, faults: Faults): string | undefined {
  const value = entry.value.kind === 'scalar' ? String(entry.value.value ?? '') : '';
  if (none && entry.value.kind === 'scalar' && value === 'none') return '';
  if (value === 'tab') return '\t';
  if (value.length === 1 && !/[A-Za-z0-9\r\n\ud800-\udfff]/.test(value)) return value;
  const words = none ? '`none`' : '`tab`';
  faults.add(entry.at, `\`${entry.key}\` is a single character that is no letter, digit or line break, or ${words}.`);
  return undefined;
}

/** The path of an `each`, with the key of its `groupBy`: matches that agree in it are looked at together. */
export function readEachPath(compiler: Compiler, found: Map<string, YamlEntry>): Path | undefined {
  const each = found.get('each');
  const groupBy = found.get('groupBy');
  const path = each && readPath(compiler, each.value, 'each');
  if (!groupBy) return path;
  if (compiler.dialect !== 'tree') {
    compiler.faults.add(groupBy.at, '`groupBy` is for JSON, CSV and XML documents; X12 has loops.');
  }
  if (!each) compiler.faults.add(groupBy.at, '`groupBy` belongs to an `each`.');
  const key = readPath(compiler, groupBy.value, 'value');
  return path && key && { ...path, groupBy: key };
}
