import { largest } from '../domain/lists.ts';

const widest = 48;

/** Rows as columns of equal width, two blanks apart; the last column is as long as it is, the others are cut to 48 characters. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows].map((row) => row.map((cell, nth) => (nth < row.length - 1 ? cut(cell) : cell)));
  const widths = head.map((_, nth) => largest(all.map((row) => length(row[nth] ?? ''))));
  const lines = all.map((row) =>
    row
      .map((cell, nth) => cell + ' '.repeat(widths[nth]! - length(cell)))
      .join('  ')
      .trimEnd(),
  );
  return lines.join('\n');
}

const length = (text: string) => [...text].length;

function cut(cell: string): string {
  const letters = [...cell];
  return letters.length > widest ? `${letters.slice(0, widest - 1).join('')}…` : cell;
}
