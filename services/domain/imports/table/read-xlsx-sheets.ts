import { strFromU8, strToU8, Unzip, UnzipInflate, zipSync } from 'fflate';
import readXlsx from 'read-excel-file/universal';
import { importLimits, NotReadable } from '../spec.ts';
import type { Sheet } from './sheet.ts';

const most = { entries: 500, rows: importLimits.rows, columns: 200, cells: 400_000 } as const;
const SLICE = 16 * 1024;

/**
 * Reads the sheets of an XLSX. It is unpacked under a limit before anybody else sees it, and what it claims of its own size is taken out, so that neither
 * a bomb nor a sheet of a million empty rows costs memory. A merged cell says what it says for each of its cells.
 * @throws NotReadable
 */
export async function readXlsxSheets(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const parts = unpacked(bytes);
  const merges = new Map<string, readonly Merge[]>();
  let cells = 0;
  for (const [name, content] of parts) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) continue;
    const xml = strFromU8(content);
    cells += sizeOf(xml, name);
    merges.set(name, mergesIn(xml));
    parts.set(name, strToU8(xml.replace(/<(?:\w+:)?dimension\b[^>]*\/>/, '')));
  }
  if (cells > most.cells) throw tooLarge(`more than ${most.cells} cells`);
  const names = sheetFiles(parts);
  const safe = zipSync(Object.fromEntries(parts), { level: 0 });
  let sheets: Awaited<ReturnType<typeof readXlsx>>;
  try {
    sheets = await readXlsx(safe.slice().buffer, { parseNumber: String, trim: true } as never);
  } catch (error) {
    // What a library trips over says nothing to whoever saved the file.
    const reason = error instanceof Error && !(error instanceof TypeError) ? ` (${error.message.slice(0, 120)})` : '';
    throw new NotReadable(
      'an XLSX file',
      `The XLSX cannot be read${reason}. Save it again as “Excel workbook”, or as CSV.`,
    );
  }
  return sheets.map(({ sheet, data }) => {
    const rows = data.map((row) => row.map(textOf));
    for (const merge of merges.get(names.get(sheet) ?? '') ?? []) fill(rows, merge);
    return { name: sheet, rows: rows.map((row, index) => ({ cells: row, number: index + 1 })) };
  });
}

const textOf = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : value instanceof Date
      ? value.toISOString().slice(0, 10)
      : String(value).trim();

/** The files of the archive that make a workbook, unpacked piece by piece so that a bomb is noticed before it goes off. */
function unpacked(bytes: Uint8Array): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  let [total, entries] = [0, 0];
  let refusal: NotReadable | undefined;
  const refuse = (what: string): never => {
    refusal = tooLarge(what);
    throw refusal;
  };
  const unzip = new Unzip((file) => {
    entries += 1;
    if (entries > most.entries) refuse(`more than ${most.entries} files inside`);
    if (!/\.(xml|rels)$/.test(file.name)) return;
    const pieces: Uint8Array[] = [];
    file.ondata = (error, piece, final) => {
      if (error) throw broken();
      total += piece.length;
      if (total > importLimits.unpacked)
        refuse(`more than ${importLimits.unpacked / 1024 / 1024} MB when it is unpacked`);
      pieces.push(piece);
      if (final) parts.set(file.name, joined(pieces));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += SLICE)
      unzip.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length);
  } catch {
    // The library wraps what it is interrupted with.
    throw refusal ?? broken();
  }
  if (!parts.has('xl/workbook.xml')) throw broken();
  return parts;
}

const tooLarge = (what: string) =>
  new NotReadable(
    'a very large XLSX file',
    `The XLSX has ${what}. Save the sheets with the layout as a workbook of their own.`,
  );

const broken = () =>
  new NotReadable(
    'a damaged XLSX file',
    'The XLSX is damaged or protected by a password. Save it again without a password, or as CSV.',
  );

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** How many cells a sheet comes to: the rectangle around all that are filled. */
function sizeOf(xml: string, name: string): number {
  let [rows, columns] = [0, 0];
  for (const [, letters = '', digits = ''] of xml.matchAll(/<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"/g)) {
    rows = Math.max(rows, Number(digits));
    columns = Math.max(columns, columnOf(letters) + 1);
  }
  if (rows > most.rows || columns > most.columns)
    throw tooLarge(`a sheet (${name.replace(/^.*\//, '')}) with cells up to row ${rows} and column ${columns}`);
  return rows * columns;
}

interface Merge {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;

const mergesIn = (xml: string): readonly Merge[] =>
  [...xml.matchAll(/<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g)]
    .slice(0, most.rows)
    .map(([, a = '', b = '', c = '', d = '']) => ({
      from: [Number(b) - 1, columnOf(a)],
      to: [Number(d) - 1, columnOf(c)],
    }));

/** Downwards only: a heading over several columns belongs to the first. */
function fill(rows: string[][], { from, to }: Merge): void {
  const said = rows[from[0]]?.[from[1]] ?? '';
  for (let row = from[0] + 1; row <= Math.min(to[0], rows.length - 1); row += 1) rows[row]![from[1]] = said;
}

/** Which file of the archive a sheet stands in. */
function sheetFiles(parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> {
  const read = (name: string) => strFromU8(parts.get(name) ?? new Uint8Array());
  const targets = new Map(
    [...read('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      `xl/${attribute(tag, 'Target').replace(/^\/?xl\//, '')}`,
    ]),
  );
  const sheets = read('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\b[^>]*>/g);
  return new Map(
    [...sheets].map(([tag]) => [unescaped(attribute(tag, 'name')), targets.get(attribute(tag, 'r:id')) ?? '']),
  );
}

const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
