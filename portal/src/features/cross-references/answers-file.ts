import { parse } from 'csv-parse/browser/esm/sync';
import { type KeyAnswer, type KeyKind, type KeyQuestion, kindWords } from './cross-references-query.ts';

const kinds = Object.keys(kindWords) as readonly KeyKind[];
const cell = (text: string) => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
// A cell that begins so is run as a formula by a spreadsheet.
const plain = (text: string) => (/^[=+@\t\r-]/.test(text) ? `'${text}` : text);

/** Open questions as a CSV file with an empty column for what each is; `answersOf` reads it back. */
export const questionsFile = (questions: readonly KeyQuestion[]): string =>
  [
    'kind,key,value,name,waiting',
    ...questions.map(({ kind, key, said, deliveries, means }) =>
      [kind, key, means ?? '', plain(said.name ?? ''), String(deliveries)].map(cell).join(','),
    ),
    '',
  ].join('\r\n');

/** The answers in a CSV file with the columns kind, key and value; rows without a value are left open. @throws Error with what is wrong and in which row */
export function answersOf(text: string): readonly KeyAnswer[] {
  const rows = parse(text, { bom: true, columns: true, skip_empty_lines: true, trim: true }) as Record<
    string,
    string
  >[];
  const seen = new Set<string>();
  const answers: KeyAnswer[] = [];
  for (const [index, { kind = 'item', key, value }] of rows.entries()) {
    const row = `Row ${index + 2}`;
    if (key === undefined || value === undefined)
      throw new Error('The first row must name the columns kind, key and value.');
    if (value === '') continue;
    if (key === '') throw new Error(`${row} has no key.`);
    const known = kinds.find((one) => one === kind);
    if (!known) throw new Error(`${row}: the kind is one of ${kinds.join(', ')}; ${kind} is none.`);
    if (seen.has(`${kind}/${key}`)) throw new Error(`${row}: the key ${key} stands there a second time.`);
    seen.add(`${kind}/${key}`);
    answers.push({ kind: known, key, value });
  }
  if (answers.length === 0) throw new Error('No row of the file has a value.');
  return answers;
}

export function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
