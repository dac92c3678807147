import { parse } from 'csv-parse/browser/esm/sync';
import type { LookupChange } from './lookups-query.ts';

type Entries = LookupChange['entries'];

/** The entries of a CSV file with the columns key and value. @throws Error with what is wrong and in which row */
export function entriesOf(text: string): Entries {
  const rows = parse(text, { bom: true, columns: true, skip_empty_lines: true, trim: true }) as Record<
    string,
    string
  >[];
  const entries: Entries = {};
  for (const [index, { key, value }] of rows.entries()) {
    const row = `Row ${index + 2}`;
    if (key === undefined || value === undefined) throw new Error('The first row must name the columns key and value.');
    if (key === '' || value === '') throw new Error(`${row} has no ${key === '' ? 'key' : 'value'}.`);
    if (key in entries) throw new Error(`${row}: the key ${key} stands there a second time.`);
    entries[key] = value;
  }
  if (rows.length === 0) throw new Error('The file has no entries.');
  return entries;
}

const cell = (text: string) => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Entries as a CSV file that `entriesOf` and `crossdock lookups import` read. */
export const fileOf = (entries: readonly { readonly key: string; readonly value: string }[]): string =>
  ['key,value', ...entries.map(({ key, value }) => `${cell(key)},${cell(value)}`), ''].join('\r\n');
