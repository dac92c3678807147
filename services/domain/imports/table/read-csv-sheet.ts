import { CsvError, parse } from 'csv-parse/sync';
import { largest } from '../../lists.ts';
import { importLimits, NotReadable } from '../spec.ts';
import type { Sheet } from './sheet.ts';

const delimiters = [',', ';', '\t', '|'] as const;

/** Reads a CSV whose separator is told by its own lines. @throws NotReadable */
export function readCsvSheet(text: string): Sheet {
  const delimiter = separatorOf(text);
  try {
    const records = parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 200_000,
      to: importLimits.rows + 1,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    if (records.length > importLimits.rows)
      throw new NotReadable(
        'a very large CSV',
        `The CSV has more than ${importLimits.rows} rows. Upload the sets one by one.`,
      );
    let last = 0;
    const rows = records.map(({ record, info }) => {
      const number = last + 1;
      last = info.lines;
      return { cells: record.map((cell) => cell.trim()), number };
    });
    return { rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new NotReadable('a CSV table', `The CSV cannot be read: ${error.message}.`);
  }
}

/** The separator that stands in most of the first lines, quoted parts aside. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replaceAll(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/)
    .slice(0, 40);
  const counts = delimiters.map((delimiter) => lines.filter((line) => line.split(delimiter).length > 2).length);
  return delimiters[counts.indexOf(largest(counts))] ?? ',';
}
