import type { Finding } from '../domain/finding.ts';
import type { InboundMapping } from '../domain/mapping/language/plan.ts';
import { readWith, setsOf } from '../domain/translate/read-x12.ts';
import { renderData } from '../domain/translate/render-data.ts';
import { onlyOf, type Translation, translateOther, translateReading } from '../domain/translate/translate-reading.ts';
import { formatFinding } from '../domain/x12/inspect/format-inspection.ts';
import type { ParsedDocument } from '../domain/x12/model.ts';
import { contentOf, exitCodeFor, UsageError } from './command-input.ts';
import { eventData } from './event-data.ts';
import { openForRun, type Rules, type RunnableMapping, type RunOptions, rulesOfHome } from './mapping-files.ts';

/** `crossdock mapping run`: the events that a mapping makes of a document, or the set that it makes of an event, with all findings. @returns the exit code. */
export async function runMapping(file: string, document: string, options: RunOptions): Promise<number> {
  const rules = rulesOfHome();
  const { mapping, context, guides } = openForRun(file, options, rules);
  const bytes = await contentOf(document);
  if (mapping.direction === 'outbound') {
    const { text, bytes: written, findings } = renderData(eventData(bytes, document), mapping, context, rules);
    if (options.json) print({ mapping: file, document: text, findings });
    else report([text.trimEnd()], findings, written, mapping.writes ? '\n' : '~');
    return exitCodeFor(findings);
  }
  const { made, reading } = translateFor({ mapping, context, guides }, bytes, document, rules);
  const events = made.events.map(({ provenance: _provenance, ...event }) => event);
  if (options.json) print({ mapping: file, events, findings: made.findings });
  else {
    const texts = events.map(({ type, subject, data, set, control }) => {
      const from = set === undefined ? '' : ` (set ${set} ${control})`;
      return `${type} ${subject}${from}\n${JSON.stringify(data, null, 2)}`;
    });
    const { rejected } = made.sets;
    const note = rejected === 0 ? [] : [`${rejected} set${rejected === 1 ? ' is' : 's are'} rejected and not mapped`];
    report([...texts, ...note], made.findings, bytes, reading?.interchanges[0]?.delimiters.terminator);
  }
  return exitCodeFor(made.findings);
}

/** What a mapping makes of a document. @throws UsageError for a document that is for another mapping. */
export function translateFor(
  { mapping, context, guides }: Pick<RunnableMapping, 'context' | 'guides'> & { readonly mapping: InboundMapping },
  bytes: Uint8Array,
  document: string,
  rules: Rules,
): { readonly made: Translation; readonly reading?: ParsedDocument } {
  if (mapping.reads) return { made: translateOther(bytes, mapping, context) };
  const configuration = onlyOf(mapping, guides);
  const reading = readFor(mapping.set, readWith(bytes, configuration, rules), document);
  return { made: translateReading(reading, configuration, context, mapping.set), reading };
}

/** The reading, when it has a set of the kind; one that is no X12 says so by its findings. @throws UsageError for a document that is for another mapping. */
function readFor(wanted: string, reading: ParsedDocument, document: string): ParsedDocument {
  const codes = [...new Set(setsOf(reading).map(({ code }) => code))];
  if (codes.includes(wanted) || (codes.length === 0 && reading.interchanges.length === 0)) return reading;
  const holds = codes.length === 0 ? 'no set at all' : codes.join(', ');
  throw new UsageError(`${document} holds no ${wanted}, which the mapping reads; it holds ${holds}.`);
}

function report(
  texts: readonly string[],
  findings: readonly Finding[],
  bytes: Uint8Array,
  terminator: string | undefined,
): void {
  for (const text of texts) console.log(`${text}\n`);
  const bytesAt = (from: number, to: number) => bytes.subarray(from, to);
  for (const finding of findings) console.log(`${formatFinding(finding, bytesAt, '', terminator).join('\n')}\n`);
  console.log(findings.length === 0 ? 'no findings' : `${findings.length} finding${findings.length === 1 ? '' : 's'}`);
}

const print = (value: unknown) => console.log(JSON.stringify(value, null, 2));
