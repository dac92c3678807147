import { parseJson, TooDeepError } from '../parse-json.ts';
import { readEsl } from './read-esl.ts';
import { readOpenEdi } from './read-openedi.ts';
import { isForPeople, type Recognised, recogniseSpec } from './recognise-spec.ts';
import { readSef } from './sef/read-sef.ts';
import { formats, type ImportedSpec, type ImportNote, importLimits, NotReadable } from './spec.ts';
import { readCsvSheet } from './table/read-csv-sheet.ts';
import { readTables, type TableHint } from './table/read-table.ts';
import { readXlsxSheets } from './table/read-xlsx-sheets.ts';

/** What an uploaded file came to. */
export type Imported =
  | { readonly kind: 'spec'; readonly spec: ImportedSpec }
  /** A guide in our own language, as YAML. */
  | { readonly kind: 'guide'; readonly text: string; readonly notes: readonly ImportNote[] }
  | { readonly kind: 'attachment'; readonly mediaType: string; readonly what: string };

/**
 * Reads a specification of any known format, within bounds of time and memory; nothing of the file is run. `hint` helps where a table does not name its set.
 * @throws NotReadable with a sentence for its sender
 */
export async function importSpec(bytes: Uint8Array, hint: TableHint = {}): Promise<Imported> {
  const recognised = bytes.length <= importLimits.bytes ? recogniseSpec(bytes, hint.fileName) : large(bytes);
  if (recognised.kind === 'attachment') return recognised;
  if (recognised.format === 'xlsx')
    return { kind: 'spec', spec: readTables(await readXlsxSheets(bytes), 'xlsx', hint) };
  const notes = encodingNotes(recognised);
  const { format, text } = recognised;
  if (format === 'guide') return { kind: 'guide', text: text.trimStart().startsWith('{') ? yamlOf(text) : text, notes };
  const spec = read(format, text, hint);
  return { kind: 'spec', spec: { ...spec, notes: [...notes, ...spec.notes] } };
}

/** A large file is only looked at to see whether it is for people. @throws NotReadable */
function large(bytes: Uint8Array): Recognised {
  const megabytes = (of: number) => `${(of / 1024 / 1024).toFixed(of % (1024 * 1024) === 0 ? 0 : 1)} MB`;
  const { kind } = isForPeople(bytes) ? { kind: 'attachment' } : { kind: 'spec' };
  const most = kind === 'attachment' ? importLimits.attachment : importLimits.bytes;
  if (kind === 'attachment' && bytes.length <= most) return recogniseSpec(bytes);
  throw new NotReadable(
    'a large file',
    `The file has ${megabytes(bytes.length)}, and at most ${megabytes(most)} are ${kind === 'attachment' ? 'kept' : 'read. Upload the part with the sets that are used'}.`,
  );
}

function encodingNotes({ encoding }: Extract<Recognised, { text: string }>): ImportNote[] {
  if (encoding === undefined) return [];
  return [
    { kind: 'told', message: `The file is saved as ${encoding}; it was read so. UTF-8 is safer for names and notes.` },
  ];
}

function read(format: 'sef' | 'openedi' | 'esl' | 'csv', text: string, hint: TableHint): ImportedSpec {
  switch (format) {
    case 'sef':
      return readSef(text);
    case 'openedi':
      parsed(text, formats.openedi);
      return readOpenEdi(text);
    case 'esl':
      return readEsl(text);
    case 'csv':
      return readTables([readCsvSheet(text)], 'csv', hint);
  }
}

/** JSON is YAML, once it is known not to be nested without end. */
function yamlOf(text: string): string {
  return `${JSON.stringify(parsed(text, formats.guide), undefined, 2)}\n`;
}

function parsed(text: string, what: string): unknown {
  try {
    return parseJson(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof TooDeepError) throw new NotReadable(what, `${error.message} No specification is.`);
    if (error instanceof SyntaxError) throw new NotReadable(what, `This is no JSON: ${error.message}.`);
    throw error;
  }
}
