import { CsvError, parse } from 'csv-parse/sync';
import type { DocumentFaults } from './document-faults.ts';
import { type DocumentNode, documentLimits } from './document-node.ts';
import type { DocumentText } from './document-text.ts';
import { NodeBuilder, type NodeTree } from './node-builder.ts';

export interface CsvOptions {
  readonly delimiter: string;
  /** Empty where values are never quoted. */
  readonly quote: string;
  /** The first row names the columns; without it they are called 1, 2, 3 … */
  readonly header: boolean;
}

/** The name under which a document's rows are read. */
export const rowName = 'rows';

const newlines = ['\r\n', '\n', '\r'];

/**
 * Reads CSV (RFC 4180, any delimiter and line ending). Rows that are wider or narrower than the first one are all told, and the file is
 * refused: their values would stand under the wrong names, and an order without one of its lines would be wrong too. Empty lines are skipped.
 */
export function readCsv(text: DocumentText, faults: DocumentFaults, options: CsvOptions): NodeTree | undefined {
  const found = split(text, faults, options);
  if (!found) return undefined;
  const { rows, isWhole } = found;
  const builder = new NodeBuilder(text, faults);
  const root = builder.make(undefined, '', 0, 0, text.text.length);
  const walk = new Cells(text.text, options);
  const first = rows[0] ?? [];
  const names = options.header ? first.map((name) => name.trim()) : first.map((_, index) => String(index + 1));
  if (options.header) {
    noteRepeated(names, faults, text.byteAt(0));
    root.columns = names;
  }
  let ordinal = 0;
  for (const [index, row] of rows.entries()) {
    if (builder.full) break;
    walk.nextRow();
    const cells = row.map((value) => walk.next(value));
    if (index === 0 && options.header) continue;
    ordinal++;
    const [from, to] = [cells[0]?.[0] ?? 0, cells.at(-1)?.[1] ?? 0];
    if (row.length !== first.length) {
      addWrongRow(text, faults, [from, to], row.length, first.length);
      continue;
    }
    const node = builder.make(root, rowName, ordinal, from, to);
    for (const [column, value] of row.entries()) {
      const [start, end] = cells[column] ?? [from, from];
      builder.leaf(node, names[column] ?? '', 0, start, end, value);
    }
  }
  if (!isWhole && !builder.full)
    for (const { from, to, columns } of walk.restOfRows())
      if (columns !== first.length) addWrongRow(text, faults, [from, to], columns, first.length);
  return { root, nodes: builder.nodes };
}

function addWrongRow(
  text: DocumentText,
  faults: DocumentFaults,
  [from, to]: readonly [number, number],
  columns: number,
  expected: number,
): void {
  const explanation = `The row has ${columns} columns; the first one has ${expected}. Nothing is made of the file, because the row's values would stand under the wrong names.`;
  const place = { offset: text.byteAt(from), end: text.byteAt(to) };
  faults.add({ code: 'csv.row-width', ...place, expected: `${expected} columns`, explanation }, true);
}

/** Rows of another width than the first one, after which the others are only counted: the package takes long over each, and nothing is made of the file. */
const mostWrongRows = 200;

class TooManyWrong extends Error {}

function split(
  text: DocumentText,
  faults: DocumentFaults,
  options: CsvOptions,
): { readonly rows: readonly string[][]; readonly isWhole: boolean } | undefined {
  const rows: string[][] = [];
  let wrong = 0;
  const take = (row: string[]): null => {
    rows.push(row);
    if (row.length !== rows[0]?.length && ++wrong >= mostWrongRows) throw new TooManyWrong();
    return null;
  };
  try {
    parse(text.text, {
      delimiter: options.delimiter,
      quote: options.quote === '' ? null : options.quote,
      escape: options.quote === '' ? null : options.quote,
      record_delimiter: newlines,
      relax_column_count: true,
      skip_empty_lines: true,
      to: documentLimits.nodes,
      on_record: take,
    });
    return { rows, isWhole: true };
  } catch (error) {
    if (error instanceof TooManyWrong) return { rows, isWhole: false };
    if (!(error instanceof CsvError)) throw error;
    // The package tells lines, not bytes, and miscounts them behind a quoted value of several: the row behind the last good one is looked at anew.
    const walk = new Cells(text.text, options);
    for (const row of rows) {
      walk.nextRow();
      for (const value of row) walk.next(value);
    }
    const { at, says } = walk.wrongQuote();
    const fault = { offset: text.byteAt(at), expected: 'quotes around a whole value only', explanation: says };
    faults.add({ code: 'csv.syntax', ...fault }, true);
    return undefined;
  }
}

function noteRepeated(names: readonly string[], faults: DocumentFaults, offset: number): void {
  const seen = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    const before = seen.get(name);
    if (before === undefined) {
      seen.set(name, index);
      continue;
    }
    const explanation = `The columns ${before + 1} and ${index + 1} have the same name \`${name}\`; by name the first one is read.`;
    faults.add({ code: 'csv.column-repeated', offset, received: name, explanation });
  }
}

/** Finds again where each value stood: its length in the text follows from the value and whether it was quoted. */
class Cells {
  readonly #text: string;
  readonly #options: CsvOptions;
  #at = 0;

  constructor(text: string, options: CsvOptions) {
    this.#text = text;
    this.#options = options;
  }

  nextRow(): void {
    while (this.#text[this.#at] === '\n' || this.#text[this.#at] === '\r') this.#at++;
  }

  /** The rows behind the last one, with their width: values are not told apart any further. */
  *restOfRows(): Generator<{ readonly from: number; readonly to: number; readonly columns: number }> {
    const { delimiter } = this.#options;
    for (this.nextRow(); this.#at < this.#text.length; this.nextRow()) {
      const from = this.#at;
      let columns = 1;
      for (this.#skipValue(); this.#text.startsWith(delimiter, this.#at); this.#skipValue()) {
        columns++;
        this.#at += delimiter.length;
      }
      yield { from, to: this.#at, columns };
    }
  }

  /** Goes to the delimiter or the end of the line behind a value. */
  #skipValue(): void {
    this.#at = this.#closing(this.#at) ?? this.#text.length;
    while (!this.#isEnd(this.#at)) this.#at++;
  }

  /** Where the quotes around a value are over; where it begins when it has none, and undefined when they are not closed. */
  #closing(at: number): number | undefined {
    const { quote } = this.#options;
    const text = this.#text;
    if (quote === '' || !text.startsWith(quote, at)) return at;
    let end = text.indexOf(quote, at + quote.length);
    while (end >= 0 && text.startsWith(quote, end + quote.length)) end = text.indexOf(quote, end + 2 * quote.length);
    return end < 0 ? undefined : end + quote.length;
  }

  #isEnd(at: number): boolean {
    return (
      at >= this.#text.length || /[\r\n]/.test(this.#text[at]!) || this.#text.startsWith(this.#options.delimiter, at)
    );
  }

  /** The first quote from here on that is none around a whole value. */
  wrongQuote(): { readonly at: number; readonly says: string } {
    const { quote, delimiter } = this.#options;
    const text = this.#text;
    this.nextRow();
    for (;;) {
      const from = this.#at;
      const behind = this.#closing(from);
      if (behind === undefined)
        return {
          at: from,
          says: `The value begins with the quote ${quote}, and nothing closes it up to the end of the file.`,
        };
      if (behind > from && !this.#isEnd(behind))
        return {
          at: behind,
          says: `Behind the closing quote ${quote} the value goes on. A quote inside of a value is written twice.`,
        };
      this.#skipValue();
      const stray = behind === from ? text.slice(from, this.#at).indexOf(quote) : -1;
      if (stray >= 0)
        return { at: from + stray, says: `The quote ${quote} stands inside of a value that has none around it.` };
      if (this.#at >= text.length) return { at: from, says: `The quotes ${quote} are not around whole values.` };
      if (text.startsWith(delimiter, this.#at)) this.#at += delimiter.length;
      else this.nextRow();
    }
  }

  /** Start and end of a value without its quotes; the next one is behind the delimiter. */
  next(value: string): readonly [start: number, end: number] {
    const { quote, delimiter } = this.#options;
    const quoted = quote !== '' && this.#text.startsWith(quote, this.#at);
    const start = this.#at + (quoted ? 1 : 0);
    const end = start + value.length + (quoted ? occurrences(value, quote) : 0);
    this.#at = end + (quoted ? 1 : 0);
    if (this.#text.startsWith(delimiter, this.#at)) this.#at += delimiter.length;
    return [start, end];
  }
}

function occurrences(text: string, of: string): number {
  let count = 0;
  for (let at = text.indexOf(of); at >= 0; at = text.indexOf(of, at + 1)) count++;
  return count;
}

/** For the compiler of mappings: whether a node is a row, whose columns may be read by number too. */
export function isRow(node: DocumentNode): boolean {
  return node.name === rowName && node.parent !== undefined && node.parent.parent === undefined;
}
