import type { DocumentNode } from '../documents/document-node.ts';
import { type AnnotatedSegment, annotate, annotateEnvelope } from '../x12/inspect/annotate.ts';
import type { ParsedDocument } from '../x12/model.ts';
import type { Standards } from '../x12/standard/standard.ts';

/** What the standard says of one kind of segment at its place in a set; a document has many segments of few kinds. */
export interface SegmentKind {
  readonly id: string;
  readonly name?: string;
  readonly loop?: string;
  readonly depth: number;
  readonly elements: readonly { readonly reference?: string; readonly name?: string }[];
}

/** A sample with names. Segments and places are in the order of the document. */
export interface AnnotatedSample {
  /** X12: byte from, byte to, number of the kind. */
  readonly segments: readonly (readonly [from: number, to: number, kind: number])[];
  readonly kinds: readonly SegmentKind[];
  /** What codes of the sample mean, by reference number of the element. */
  readonly codes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** JSON, XML and CSV: the paths of its values as a mapping writes them, without the numbers of list entries. */
  readonly places: readonly string[];
}

const mostSegments = 50_000;
const mostPlaces = 500;

/** Names the segments of a checked X12 document. Linear in the document. */
export function annotateX12(
  { interchanges }: Pick<ParsedDocument, 'interchanges'>,
  standards: Standards,
): AnnotatedSample {
  const kinds: SegmentKind[] = [];
  const known = new Map<string, number>();
  const codes: Record<string, Record<string, string>> = {};
  const segments: (readonly [number, number, number])[] = [];
  const add = (segment: AnnotatedSegment, version: string): void => {
    const { id, name, loop, elements, range } = segment;
    const key = `${version} ${id} ${loop?.id ?? ''} ${loop?.depth ?? 0}`;
    const number = known.get(key) ?? kinds.length;
    known.set(key, number);
    const before = kinds[number]?.elements.length ?? -1;
    // The longest of a kind names the most elements.
    if (elements.length > before)
      kinds[number] = {
        ...{ id, depth: loop?.depth ?? 0, ...(name !== undefined && { name }), ...(loop && { loop: loop.id }) },
        elements: elements.map((one) => ({
          ...(one.reference !== undefined && { reference: one.reference }),
          ...(one.name !== undefined && { name: one.name }),
        })),
      };
    for (const one of elements)
      if (one.codeMeaning !== undefined && one.reference !== undefined) {
        const meanings = codes[one.reference] ?? {};
        codes[one.reference] = meanings;
        meanings[one.value.trim()] = one.codeMeaning;
      }
    segments.push([range[0], range[1], number]);
  };
  for (const interchange of interchanges) {
    for (const segment of annotateEnvelope(interchange, standards)) add(segment, '');
    for (const group of interchange.groups)
      for (const set of group.sets) {
        if (segments.length >= mostSegments) break;
        for (const segment of annotate(set, standards, group.version)) add(segment, group.version);
      }
  }
  return { segments: segments.sort(([a], [b]) => a - b).slice(0, mostSegments), kinds, codes, places: [] };
}

/** Names the places of a JSON, XML or CSV document. */
export function annotateTree(root: DocumentNode | undefined): AnnotatedSample {
  const places = new Set<string>();
  const open: (readonly [DocumentNode, string])[] = root ? [[root, '']] : [];
  for (let next = open.pop(); next && places.size < mostPlaces; next = open.pop()) {
    const [node, path] = next;
    if (path !== '') places.add(path);
    for (const child of node.children.toReversed())
      open.push([child, path === '' ? child.name : `${path}/${child.name}`]);
  }
  return { segments: [], kinds: [], codes: {}, places: [...places] };
}
