import type { MappedEvent } from '../domain/events.ts';
import { type Explanation, explainEvent } from '../domain/mapping/report/explain.ts';
import { renderData } from '../domain/translate/render-data.ts';
import { contentOf, exitCodeFor, UsageError } from './command-input.ts';
import { eventData } from './event-data.ts';
import { exitCodes } from './exit-codes.ts';
import { openForRun, type RunOptions, rulesOfHome } from './mapping-files.ts';
import { translateFor } from './mapping-run.ts';
import { textTable } from './text-table.ts';

export interface ExplainOptions extends RunOptions {
  /** JSON pointer to a field or to what holds it; of a rendered set the place of an element. */
  readonly field?: string;
}

/** The explanations of one event, or of one rendered set. */
interface Explained {
  readonly title: string;
  readonly rows: readonly Explanation[];
}

/** `crossdock mapping explain`: where each field of the events, or each element of the set, comes from. @returns the exit code. */
export async function explainMapping(file: string, document: string, options: ExplainOptions): Promise<number> {
  const rules = rulesOfHome();
  const { mapping, text, context, guides } = openForRun(file, options, rules);
  const bytes = await contentOf(document);
  const lines = text.split(/\r?\n/);
  if (mapping.direction === 'outbound') {
    const { explain, findings } = renderData(eventData(bytes, document), mapping, context, rules);
    const title = `${mapping.set} of ${mapping.renders}`;
    const target = mapping.writes ? 'place' : 'element';
    show([{ title, rows: explain(lines) }], [target, 'from the event'], file, options);
    return exitCodeFor(findings);
  }
  const { made } = translateFor({ mapping, context, guides }, bytes, document, rules);
  const encoding = mapping.reads ? 'utf8' : 'latin1';
  const bytesAt = ([start, end]: readonly [number, number]) =>
    Buffer.from(bytes.subarray(start, end)).toString(encoding);
  const explained = made.events.map(
    (event: MappedEvent & { set?: string; control?: string }): Explained => ({
      title: `${event.type} ${event.subject}${event.set === undefined ? '' : ` (set ${event.set} ${event.control})`}`,
      rows: explainEvent(event, lines, bytesAt),
    }),
  );
  if (explained.length === 0) {
    if (options.json) show([], ['field', 'from'], file, options);
    for (const { level, code, explanation } of made.findings) console.error(`${level}: ${code}: ${explanation}`);
    console.error(`${file} makes no event of ${document}.`);
    return exitCodes.findings;
  }
  show(explained, ['field', 'from'], file, options);
  return exitCodeFor(made.findings);
}

function show(
  all: readonly Explained[],
  [target, from]: readonly [string, string],
  file: string,
  { field, json }: ExplainOptions,
): void {
  const wanted = (row: Explanation) =>
    field === undefined || row.target === field || row.target.startsWith(`${field}/`);
  const picked = all.map(({ title, rows }) => ({ title, rows: rows.filter(wanted) }));
  if (field !== undefined && all.length > 0 && picked.every(({ rows }) => rows.length === 0))
    throw new UsageError(`There is no ${target} ${field}. Without --field all are listed.`);
  if (json) {
    console.log(JSON.stringify({ mapping: file, explained: picked }, null, 2));
    return;
  }
  const tables = picked.map(({ title, rows }) => {
    const stands = rows.some(({ stood }) => stood.length > 0);
    const head = [target, 'value', from, 'bytes', ...(stands ? ['as it stood'] : []), 'mapping'];
    return `${title}\n${textTable(
      head,
      rows.map((row) => cells(row, stands)),
    )}`;
  });
  console.log(tables.join('\n\n'));
}

function cells(row: Explanation, stands: boolean): string[] {
  const { target, value, from, position, ranges, stood, mappingLine, mappingText } = row;
  const places = from.length === 0 ? 'constant' : from.join(', ');
  return [
    target,
    typeof value === 'string' ? value : JSON.stringify(value),
    stands && position !== undefined ? `${places} (segment ${position})` : places,
    ranges.map(([start, end]) => `${start}–${end}`).join(', '),
    ...(stands ? [stood.join(', ')] : []),
    `${mappingLine}: ${mappingText}`,
  ];
}
