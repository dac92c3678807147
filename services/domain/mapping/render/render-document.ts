import type { Finding } from '../../finding.ts';
import { FindingCollector, FindingRoom } from '../../finding-list.ts';
import type { OutboundMapping } from '../language/plan.ts';
import { startRun, tooCostly } from '../run/emit.ts';
import { checkAssertion } from '../run/evaluate-condition.ts';
import { budgetFor, type MappingContext } from '../run/run.ts';
import { type JsonScope, jsonSource, sizeOfData } from '../run/source-json.ts';
import { DocumentWriter, type RenderedValue } from './document-writer.ts';
import { renderCsv } from './render-csv.ts';
import { renderJson } from './render-json.ts';
import { renderWhole, type WholeEvent } from './render-whole.ts';

export interface RenderedDocument {
  /** UTF-8; empty where the budget did not last. */
  readonly bytes: Uint8Array;
  /** Every single value of the document in its order. */
  readonly values: readonly RenderedValue[];
  readonly findings: readonly Finding[];
}

/**
 * Writes a canonical event as a JSON or CSV document. Pure; cost is bounded by mapping size x size of the event.
 * @throws Error when the mapping writes X12, which `renderEvent` does.
 */
export function renderDocument(
  event: WholeEvent,
  mapping: OutboundMapping,
  context: MappingContext = {},
): RenderedDocument {
  const { writes } = mapping;
  if (!writes) throw new Error(`The mapping ${mapping.name} writes X12 and no document.`);
  if (writes.name === 'event') return renderWhole(event, mapping.renders, writes.line);
  const budget = budgetFor(mapping, sizeOfData(event.data), 0);
  const found = new FindingCollector(new FindingRoom());
  const run = startRun(jsonSource(budget), budget, context, found);
  const root: JsonScope = { value: event.data, pointer: '', index: 1 };
  const writer = new DocumentWriter();
  if (writes.name === 'json') renderJson(run, writes.body, root, writer);
  else renderCsv(run, writes.table, root, writer);
  for (const assertion of mapping.assertions) {
    const scopes = assertion.each ? run.source.scopes(assertion.each, root) : [root];
    for (const scope of scopes) checkAssertion(run, assertion, scope);
  }
  if (budget.left < 0) return { bytes: new Uint8Array(), values: [], findings: [tooCostly(mapping.name)] };
  return { bytes: writer.bytes(), values: writer.values, findings: found.findings };
}
