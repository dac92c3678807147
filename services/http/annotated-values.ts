import type { components } from '../../specs/generated/openapi.ts';
import { type DocumentNode, placeOfNode } from '../domain/documents/document-node.ts';
import { type DocumentFormat, type ReadDocument, readDocument } from '../domain/documents/read-document.ts';
import { shapeOf } from '../domain/documents/sniff-format.ts';
import type { Finding } from '../domain/finding.ts';

type Segment = components['schemas']['AnnotatedSegment'];

/** A document that is no X12, value by value: each with its place as findings and provenance name it. */
export interface Values {
  readonly total: number;
  page(offset: number, limit: number, findings: readonly Finding[]): Segment[];
  /** Findings that belong to none of the values. */
  placeless(findings: readonly Finding[]): readonly Finding[];
}

/** The values of a JSON, XML or CSV document; undefined for anything else, and for one that cannot be read. */
export function valuesOf(bytes: Uint8Array): Values | undefined {
  const format = formatOf(bytes);
  const document = format && readDocument(bytes, format);
  const leaves = document?.root ? leavesOf(document.root) : [];
  if (!document || leaves.length === 0) return undefined;
  const nodeOf = (finding: Finding) => leafAt(leaves, finding.offset);
  return {
    total: leaves.length,
    page: (offset, limit, findings) => {
      const byLeaf = Map.groupBy(findings, nodeOf);
      const shown = leaves.slice(offset, offset + limit);
      return shown.map((leaf, nth) => segmentOf(document, leaf, offset + nth, byLeaf.get(leaf) ?? []));
    },
    placeless: (findings) => findings.filter((finding) => nodeOf(finding) === undefined),
  };
}

function formatOf(bytes: Uint8Array): DocumentFormat | undefined {
  const shape = shapeOf(bytes);
  if (shape === 'json' || shape === 'xml') return { name: shape };
  if (shape !== 'csv') return undefined;
  // What the mapping calls the delimiter stands most often in the first line.
  const [line = ''] = Buffer.from(bytes.subarray(0, 8192)).toString('latin1').split(/\r?\n/, 1);
  const [delimiter = ''] = [...',;\t|'].sort((a, b) => line.split(b).length - line.split(a).length);
  return line.includes(delimiter) ? { name: 'csv', csv: { delimiter, quote: '"', header: true } } : undefined;
}

/** Single values that are there, in the order of the document. */
function leavesOf(root: DocumentNode): readonly DocumentNode[] {
  const leaves: DocumentNode[] = [];
  const waiting: DocumentNode[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ((node.text ?? '') !== '') leaves.push(node);
    for (let nth = node.children.length - 1; nth >= 0; nth -= 1) waiting.push(node.children[nth]!);
  }
  return leaves.sort((a, b) => a.range[0] - b.range[0]);
}

/** The value that a byte belongs to; they stand in their order. */
function leafAt(leaves: readonly DocumentNode[], byte: number | undefined): DocumentNode | undefined {
  if (byte === undefined) return undefined;
  let [from, to] = [0, leaves.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (leaves[middle]!.range[1] > byte) to = middle;
    else from = middle + 1;
  }
  const found = leaves[from];
  return found && found.range[0] <= byte ? found : undefined;
}

function segmentOf(document: ReadDocument, leaf: DocumentNode, index: number, findings: readonly Finding[]): Segment {
  const [start, end] = leaf.range;
  const [id, value] = [placeOfNode(leaf), leaf.text ?? ''];
  return {
    ...{ index, id, position: document.placeAt(start).line, depth: 0, raw: `${id}: ${value}`, start, end },
    elements: [{ position: 1, name: 'Value', value, start, end }],
    findings: findings.map((finding) => ({ ...finding, element: 1 })) as Segment['findings'],
  };
}
