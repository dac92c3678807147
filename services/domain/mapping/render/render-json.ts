import type { TemplateNode, TemplateObject, TemplateValue } from '../language/plan.ts';
import { holds } from '../run/evaluate-condition.ts';
import { evaluateText, type Text } from '../run/evaluate-leaf.ts';
import { reportUnfilled } from '../run/report-unfilled.ts';
import type { Run } from '../run/run.ts';
import type { JsonScope } from '../run/source-json.ts';
import type { DocumentWriter } from './document-writer.ts';

/** What is going to be written: undefined parts have been left out. */
type Written =
  | {
      readonly kind: 'value';
      readonly text: string;
      readonly quoted: boolean;
      readonly from: Text;
      readonly line: number;
    }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, Written])[] }
  | { readonly kind: 'list'; readonly items: readonly Written[] };

/**
 * Writes JSON, two blanks of indent. A value that is not there is left out with its key, as is an object into which nothing of the event
 * went; a list without entries is written empty.
 */
export function renderJson(run: Run<JsonScope>, body: TemplateNode, root: JsonScope, writer: DocumentWriter): void {
  const written = build(run, body, root, '') ?? { kind: 'object', entries: [] };
  write(written, '', '\n', writer);
  writer.raw('\n');
}

function build(run: Run<JsonScope>, node: TemplateNode, scope: JsonScope, place: string): Written | undefined {
  if (run.budget.left < 0) return undefined;
  if (node.kind === 'value') return buildValue(run, node, scope, place);
  if (node.kind === 'object') return buildObject(run, node, scope, place);
  const items: Written[] = [];
  for (const turn of run.source.scopes(node.each, scope)) {
    if (run.budget.left < 0) break;
    if (node.when && !holds(run, node.when, turn)) continue;
    const item = build(run, node.item, turn, `${place}/${items.length}`);
    if (item) items.push(item);
  }
  return { kind: 'list', items };
}

function buildValue(run: Run<JsonScope>, node: TemplateValue, scope: JsonScope, place: string): Written | undefined {
  const from = evaluateText(run, node.value, scope);
  run.budget.left--;
  if (!from || from.text === '') {
    reportUnfilled(run, node.value, place);
    return undefined;
  }
  const bare = node.as === 'number' ? plainNumber(from.text) : node.as === 'boolean' ? from.text : undefined;
  const text = bare ?? JSON.stringify(from.text.toWellFormed()).slice(1, -1);
  return { kind: 'value', text, quoted: bare === undefined, from, line: node.value.line };
}

const jsonNumber = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** As it is where JSON can read it; what is no number stays text. */
function plainNumber(text: string): string | undefined {
  if (jsonNumber.test(text)) return text;
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) && jsonNumber.test(String(value)) ? String(value) : undefined;
}

function buildObject(run: Run<JsonScope>, node: TemplateObject, scope: JsonScope, place: string): Written | undefined {
  if (node.when && !holds(run, node.when, scope)) return undefined;
  const entries: [string, Written][] = [];
  for (const { name, node: inner } of node.fields) {
    const value = build(run, inner, scope, `${place}/${escapePointer(name)}`);
    if (value) entries.push([name, value]);
  }
  return entries.some(([, value]) => isLive(value)) ? { kind: 'object', entries } : undefined;
}

function isLive(written: Written): boolean {
  if (written.kind === 'value') return written.from.traces.length > 0;
  return written.kind === 'object' ? written.entries.some(([, value]) => isLive(value)) : written.items.some(isLive);
}

const escapePointer = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

function write(written: Written, place: string, newline: string, writer: DocumentWriter): void {
  if (written.kind === 'value') {
    const pointers = written.from.traces.map(({ pointer }) => pointer).filter((pointer) => pointer !== undefined);
    writer.value(written.text, written.quoted ? '"' : '', { place, pointers, mappingLine: written.line });
    return;
  }
  const [open, close] = written.kind === 'object' ? ['{', '}'] : ['[', ']'];
  const parts: (readonly [string, Written])[] =
    written.kind === 'object' ? [...written.entries] : written.items.map((item, nth) => [String(nth), item] as const);
  writer.raw(open);
  parts.forEach(([name, inner], nth) => {
    writer.raw(`${nth === 0 ? '' : ','}${newline}  `);
    if (written.kind === 'object') writer.raw(`${JSON.stringify(name)}: `);
    write(inner, `${place}/${escapePointer(name)}`, `${newline}  `, writer);
  });
  writer.raw(parts.length === 0 ? close : `${newline}${close}`);
}
