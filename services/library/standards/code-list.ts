import { CsvError, parse } from 'csv-parse/sync';
import type { ElementsFile } from '../../domain/x12/standard/standard-data.ts';
import type { VersionData } from '../../domain/x12/standard/standard-versions.ts';
import type { FileFault } from './standard-file.ts';

const columns = ['element', 'code', 'meaning'] as const;

interface Row {
  readonly line: number;
  readonly element: string;
  readonly code: string;
  readonly meaning: string;
}

/**
 * Reads a code list: CSV (comma, semicolon or tab) whose first line names the columns element, code and meaning; other columns are left aside.
 * `complete` says that each element's list has all of its codes. Tells all faults at once.
 */
export function readCodeList(
  text: string,
  version: VersionData,
  complete: boolean,
): { readonly data?: ElementsFile; readonly faults: readonly FileFault[] } {
  const faults: FileFault[] = [];
  const lists = new Map<string, Map<string, string>>();
  for (const row of rowsOf(text, faults)) {
    const wrong = faultOf(row, version, lists);
    if (wrong !== undefined) faults.push({ line: row.line, message: wrong });
    else lists.set(row.element, (lists.get(row.element) ?? new Map<string, string>()).set(row.code, row.meaning));
  }
  if (faults.length === 0 && lists.size === 0)
    faults.push({ line: 1, message: 'There is no code in the file: only the line with the names of the columns.' });
  if (faults.length > 0) return { faults };
  const elements = [...lists].map(([element, codes]) => [
    element,
    { codes: { partial: !complete, values: Object.fromEntries(codes) } },
  ]);
  return { data: { version: version.version, elements: Object.fromEntries(elements) }, faults };
}

function rowsOf(text: string, faults: FileFault[]): readonly Row[] {
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      bom: true,
      trim: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      delimiter: delimiterOf(text),
    }) as unknown as typeof records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as unknown as { lines?: number }).lines ?? 1);
    faults.push({ line, message: `This is no CSV: ${error.message}.` });
    return [];
  }
  const names = records[0]?.record.map((name) => name.toLowerCase()) ?? [];
  const missing = columns.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    const has = names.length === 0 ? 'nothing' : names.join(', ');
    const message = `The first line must name the columns ${columns.join(', ')}; ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing, there is ${has}.`;
    faults.push({ line: 1, message });
    return [];
  }
  const place = columns.map((name) => names.indexOf(name));
  return records.slice(1).map(({ record, info }) => {
    const [element, code, meaning] = place.map((index) => record[index] ?? '');
    return { line: info.lines, element: element!, code: code!, meaning: meaning! };
  });
}

/** The separator that the line with the names uses most. */
function delimiterOf(text: string): string {
  const first = /^.*$/m.exec(text)?.[0] ?? '';
  const count = (separator: string) => first.split(separator).length;
  return [';', '\t'].reduce((best, separator) => (count(separator) > count(best) ? separator : best), ',');
}

function faultOf(
  { element, code, meaning }: Row,
  { version, elements }: VersionData,
  lists: ReadonlyMap<string, ReadonlyMap<string, string>>,
): string | undefined {
  const empty = [element === '' && 'element', code === '' && 'code', meaning === '' && 'meaning'].filter(Boolean);
  if (empty.length > 0) return `The ${empty.join(', the ')} is empty. Fill it in, or take the line out.`;
  const known = elements.get(element);
  if (known === undefined)
    return `Element ${element} is not known in ${version}. Correct its number, or import the element first.`;
  if ('components' in known || known.type !== 'ID')
    return `Element ${element} (${known.name}) is no code: only elements of type ID have a list.`;
  if (!/^[!-~]+$/.test(code)) return `The code "${code}" has characters that no code has, such as a space inside.`;
  const { min, max, name } = known;
  if (code.length < min || code.length > max) {
    const length = min === max ? `${min}` : `${min} to ${max}`;
    const lost = code.length < min && /^\d+$/.test(code) ? ' A spreadsheet may have cut a zero at its beginning.' : '';
    return `Element ${element} (${name}) takes ${length} characters, and the code "${code}" has ${code.length}.${lost}`;
  }
  const said = lists.get(element)?.get(code);
  if (said !== undefined && said !== meaning)
    return `Code ${code} of element ${element} has two meanings: "${said}" and "${meaning}". Keep one.`;
  return undefined;
}
