import type { DocumentNode } from '../../documents/document-node.ts';
import { rowName } from '../../documents/read-csv.ts';
import { type ReadDocument, readDocument } from '../../documents/read-document.ts';
import type { Finding } from '../../finding.ts';
import { didYouMean } from '../../language/fault.ts';
import type { InboundMapping } from '../language/plan.ts';
import { pathsOf } from '../language/plan-walk.ts';
import { collectorFor, emitAll, type SetResult, startRun } from './emit.ts';
import { hasPlaces, nothingFound } from './nothing-found.ts';
import { budgetFor, type MappingContext } from './run.ts';
import { type TreeScope, treeSource } from './source-tree.ts';

/**
 * Makes canonical events of one JSON, XML or CSV document. What cannot be read at all gives no events and a finding of level standard
 * with bytes, line and column; an event that lacks a required field is not made, and a finding of level business says why.
 * Pure, never throws; cost is bounded by mapping size x document.
 * @throws Error when the mapping reads X12, whose sets `mapSet` takes.
 */
export function mapDocument(bytes: Uint8Array, mapping: InboundMapping, context: MappingContext = {}): SetResult {
  if (!mapping.reads) throw new Error(`The mapping ${mapping.name} reads X12 and no document.`);
  return mapRead(readDocument(bytes, mapping.reads), bytes.length, mapping, context);
}

/** The same of a document that was read before as its mapping reads it. @param size of the document in bytes */
export function mapRead(
  document: ReadDocument,
  size: number,
  mapping: InboundMapping,
  context: MappingContext = {},
): SetResult {
  const { root, nodes } = document;
  if (!root) return { events: [], findings: document.findings };
  const budget = budgetFor(mapping, nodes, size);
  const scope: TreeScope = { nodes: [root], index: 1 };
  const found = collectorFor(context);
  const mapped = emitAll(startRun(treeSource(root, budget), budget, context, found), found, mapping, scope);
  const missing = mapping.reads?.name === 'csv' && mapping.reads.csv.header ? missingColumns(root, mapping) : [];
  const isBarren = mapped.events.length === 0 && !mapped.lost && !hasPlaces(root, mapping, treeSource(root, budget));
  const told = isBarren
    ? [...mapped.findings.filter(({ code }) => code !== 'mapping.nothing-made'), nothingFound(mapping)]
    : mapped.findings;
  const findings = told.map((finding) => withLine(finding, document));
  return { ...mapped, ...(isBarren && { lost: 1 }), findings: [...document.findings, ...missing, ...findings] };
}

function withLine(finding: Finding, document: ReadDocument): Finding {
  return finding.offset === undefined ? finding : { ...finding, ...document.placeAt(finding.offset) };
}

/** So that a hostile header cannot make the comparison of names long. */
const mostCompared = 200;
const mostMissing = 50;
const columnNumber = /^[1-9]\d{0,3}$/;

/** Columns that the mapping reads and the header does not have: otherwise they would only be found empty. */
function missingColumns(root: DocumentNode, mapping: InboundMapping): Finding[] {
  const header = root.columns;
  if (!header) return [];
  const read = new Set<string>();
  for (const path of pathsOf(mapping)) {
    for (const { name, filters } of path.steps)
      for (const key of [name, ...filters.map((filter) => filter.key)]) read.add(key);
  }
  const known = new Set(header);
  const strangers = [...read].filter(
    (name) => name !== rowName && name !== '.' && !known.has(name) && !columnNumber.test(name),
  );
  return strangers.slice(0, mostMissing).map((name) => {
    const hint = didYouMean(name, header.slice(0, mostCompared));
    const columns = header.slice(0, 20).join(', ');
    const explanation = `The mapping reads the column \`${name}\`; the header has ${columns}. ${hint ?? 'Compare it with what was agreed.'}`;
    return { code: 'csv.column-missing', level: 'note', offset: 0, line: 1, column: 1, expected: name, explanation };
  });
}
