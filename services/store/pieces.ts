import { toJson } from './json.ts';

// What one statement carries at most, however large the document is that it speaks of. A row that is larger by itself goes alone.
const mostRows = 1000;
const mostBytes = 1024 * 1024;

/** Cuts rows into pieces for one statement each, in their order; `weigh` tells the bytes of a row where they matter. */
export function* pieces<T>(rows: readonly T[], weigh: (row: T) => number = () => 0): Generator<readonly T[]> {
  let from = 0;
  let bytes = 0;
  for (const [at, row] of rows.entries()) {
    const more = weigh(row);
    if (at > from && (at - from === mostRows || bytes + more > mostBytes)) {
      yield rows.slice(from, at);
      from = at;
      bytes = 0;
    }
    bytes += more;
  }
  if (from < rows.length) yield from === 0 ? rows : rows.slice(from);
}

/** The same with each piece as the text of a JSON array, for `jsonb_to_recordset`; rows are made into text one by one. */
export function* jsonPieces<T>(rows: Iterable<T>, rowOf: (row: T) => object): Generator<string> {
  let texts: string[] = [];
  let bytes = 0;
  for (const row of rows) {
    const text = toJson(rowOf(row));
    if (texts.length > 0 && (texts.length === mostRows || bytes + text.length > mostBytes)) {
      yield `[${texts.join(',')}]`;
      texts = [];
      bytes = 0;
    }
    texts.push(text);
    bytes += text.length;
  }
  if (texts.length > 0) yield `[${texts.join(',')}]`;
}
