import type { Origin } from '../spec.ts';

/** A row of a table, with its number in the file. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly number: number;
}

/** A table of a file: a sheet, or the whole of a CSV. */
export interface Sheet {
  /** Undefined for a CSV. */
  readonly name?: string;
  readonly rows: readonly TableRow[];
}

/** Where a cell stands; in a CSV its line. */
export function originOf(sheet: Sheet, row: TableRow, column: number): Origin {
  if (sheet.name === undefined) return { line: row.number };
  return { cell: `${sheet.name}!${columnName(column)}${row.number}` };
}

/** 0 as A, 25 as Z, 26 as AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    name = String.fromCharCode(65 + (rest % 26)) + name;
  return name;
}
