import type { MappingFault } from '../domain/language/fault.ts';

const widest = 120;

/** A fault as `file:line:column message (hint)`, with its line and a caret below where the text is known. */
export function frameOf({ file, line, column, message, hint }: MappingFault, text: string | undefined): string {
  const first = `${file}:${line}:${column} ${message}${hint === undefined ? '' : ` (${hint})`}`;
  const source = text?.split(/\r?\n/)[line - 1];
  if (source === undefined || source.trim() === '') return first;
  // A long line is shown around the fault.
  const from = Math.max(0, Math.min(column - 1 - widest / 2, source.length - widest));
  const shown = source.slice(from, from + widest).replaceAll('\t', ' ');
  const margin = `${String(line).padStart(4)} | `;
  return `${first}\n${margin}${shown}\n${' '.repeat(margin.length + column - 1 - from)}^`;
}
