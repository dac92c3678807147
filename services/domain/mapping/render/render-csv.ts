import type { CsvTable } from '../language/plan.ts';
import { holds } from '../run/evaluate-condition.ts';
import { evaluateText } from '../run/evaluate-leaf.ts';
import { reportUnfilled } from '../run/report-unfilled.ts';
import { type Run, report } from '../run/run.ts';
import type { JsonScope } from '../run/source-json.ts';
import type { DocumentWriter } from './document-writer.ts';

/**
 * Writes CSV (RFC 4180): a row per match of `each`. Cells that a spreadsheet would run as a formula (they begin with = + - @, a tab or
 * a carriage return and are no number) get an apostrophe before them and a note, unless the mapping says `formulas: keep`.
 */
export function renderCsv(run: Run<JsonScope>, table: CsvTable, root: JsonScope, writer: DocumentWriter): void {
  const { columns, delimiter, newline } = table;
  if (table.header) writer.raw(columns.map(({ name }) => quoted(name, table)).join(delimiter) + newline);
  let row = 0;
  for (const scope of table.each ? run.source.scopes(table.each, root) : [root]) {
    if (run.budget.left < 0) return;
    if (table.when && !holds(run, table.when, scope)) continue;
    row++;
    writeRow(run, table, scope, row, writer);
  }
}

function writeRow(run: Run<JsonScope>, table: CsvTable, scope: JsonScope, row: number, writer: DocumentWriter): void {
  table.columns.forEach(({ name, value }, nth) => {
    if (nth > 0) writer.raw(table.delimiter);
    const place = `${row}/${name}`;
    const found = evaluateText(run, value, scope);
    run.budget.left--;
    if (!found || found.text === '') {
      reportUnfilled(run, value, place);
      return;
    }
    const pointers = found.traces.map(({ pointer }) => pointer).filter((pointer) => pointer !== undefined);
    const text = guarded(run, table, found.text, place);
    const marks = needsQuotes(text, table) ? table.quote : '';
    const inner = marks === '' ? text : text.replaceAll(table.quote, table.quote.repeat(2));
    writer.value(inner, marks, { place, pointers, mappingLine: value.line });
  });
  writer.raw(table.newline);
}

const formula = /^[=+\-@\t\r]/;
const number = /^[+-]?\d[\d.,]*$/;

function guarded(run: Run<JsonScope>, table: CsvTable, text: string, place: string): string {
  if (!table.guardFormulas || !formula.test(text) || number.test(text)) return text;
  const explanation = `The cell ${place} begins with \`${text[0]}\`; a spreadsheet would run it as a formula, so an apostrophe stands before it. Write \`formulas: keep\` in the mapping if no spreadsheet reads the file.`;
  report(run, { code: 'mapping.formula-guarded', level: 'note', received: text, explanation }, undefined);
  return `'${text}`;
}

function needsQuotes(text: string, { delimiter, quote }: CsvTable): boolean {
  return text.includes(delimiter) || text.includes(quote) || /[\r\n]|^\s|\s$/.test(text);
}

function quoted(text: string, table: CsvTable): string {
  if (!needsQuotes(text, table)) return text;
  return `${table.quote}${text.replaceAll(table.quote, table.quote.repeat(2))}${table.quote}`;
}
