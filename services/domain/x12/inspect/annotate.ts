import type { Finding } from '../../finding.ts';
import type { ByteRange, Delimiters, Interchange, Loop, Segment, TransactionSet } from '../model.ts';
import { placeOf } from '../read/views.ts';
import type { ElementDefinition, LoopNode, Standards, VersionDefinition } from '../standard/standard.ts';

/** A part of an element, with what the standard calls it. */
export interface AnnotatedComponent {
  readonly position: number;
  readonly reference?: string;
  readonly name?: string;
  readonly value: string;
  readonly codeMeaning?: string;
  readonly range: ByteRange;
}

export interface AnnotatedElement extends AnnotatedComponent {
  /** Present where the element is a composite. */
  readonly components?: readonly AnnotatedComponent[];
}

export interface AnnotatedSegment {
  readonly id: string;
  readonly name?: string;
  /** Place in the set, ST = 1; 0 for envelope segments. */
  readonly position: number;
  /** The segment as received, without its terminator. */
  readonly raw: string;
  readonly range: ByteRange;
  readonly elements: readonly AnnotatedElement[];
  /** The innermost loop that holds the segment, and how deep it lies; absent outside loops and for segments without a place. */
  readonly loop?: { readonly id: string; readonly name: string; readonly depth: number };
  readonly findings: readonly Finding[];
}

const USUAL: Delimiters = { element: '*', component: '>', terminator: '~' };

/**
 * The segments of a checked set with the names of the standard and the findings in their places: all, or those of a part.
 * @param version GS08; the newest known without it.
 */
export function annotate(
  set: TransactionSet,
  standards: Standards,
  version?: string,
  from = 0,
  to = Number.POSITIVE_INFINITY,
): readonly AnnotatedSegment[] {
  const known = standards.forVersion(version ?? standards.versions.at(-1) ?? '')?.definition;
  const delimiters = placeOf(set)?.source.delimiters ?? USUAL;
  const wanted = set.segments.slice(from, to);
  const loops = loopsOf(new Set(wanted), set.tree, known?.sets.get(set.code)?.root);
  // What only counts others stands with the ST.
  const findings = Map.groupBy(set.findings, ({ position = 0, count }) => (count === undefined ? position : 1));
  return wanted.map((segment) => {
    const loop = loops.get(segment);
    const found = findings.get(segment.position) ?? [];
    return { ...annotateSegment(segment, known, delimiters), ...(loop && { loop }), findings: found };
  });
}

/** The envelope segments of an interchange (ISA, then GS and GE of each group, then IEA), with their names and the findings about them. */
export function annotateEnvelope(interchange: Interchange, standards: Standards): readonly AnnotatedSegment[] {
  const annotated: AnnotatedSegment[] = [];
  const add = (segment: Segment | undefined, version: string, findings: readonly Finding[]) => {
    if (segment === undefined) return;
    const known =
      standards.forVersion(version)?.definition ?? standards.forVersion(standards.versions.at(-1) ?? '')?.definition;
    const own = findings.filter((finding) => finding.segment === segment.id);
    annotated.push({ ...annotateSegment(segment, known, interchange.delimiters), findings: own });
  };
  add(interchange.header, '', interchange.findings);
  for (const segment of interchange.acknowledgements) add(segment, '', interchange.findings);
  for (const group of interchange.groups) {
    add(group.header, group.version, group.findings);
    add(group.trailer, group.version, group.findings);
  }
  add(interchange.trailer, '', interchange.findings);
  return annotated;
}

function annotateSegment(
  segment: Segment,
  version: VersionDefinition | undefined,
  delimiters: Delimiters,
): AnnotatedSegment {
  const definition = version?.segments.get(segment.id);
  const elements = Array.from({ length: segment.count }, (_, nth): AnnotatedElement => {
    const use = definition?.elements?.[nth];
    const position = nth + 1;
    const base = part(segment.text(position), segment.rangeOf(position), position, use?.element);
    if (use?.element.type !== 'composite') return base;
    return { ...base, components: componentsOf(segment, position, use.element, base.value, delimiters) };
  });
  const values = elements.map(({ value }) => value);
  const named = definition === undefined ? {} : { name: definition.name };
  const raw = [segment.id, ...values].join(delimiters.element);
  return { id: segment.id, ...named, position: segment.position, raw, range: segment.range, elements, findings: [] };
}

function componentsOf(
  segment: Segment,
  element: number,
  composite: ElementDefinition,
  value: string,
  delimiters: Delimiters,
): AnnotatedComponent[] {
  const count = delimiters.component === '' ? 1 : value.split(delimiters.component).length;
  return Array.from({ length: count }, (_, nth) =>
    part(
      segment.text(element, nth + 1),
      segment.rangeOf(element, nth + 1),
      nth + 1,
      composite.components[nth]?.element,
    ),
  );
}

function part(
  value: string,
  range: ByteRange,
  position: number,
  definition: ElementDefinition | undefined,
): AnnotatedComponent {
  const meaning = definition?.codes?.get(value.trim());
  return {
    position,
    value,
    range,
    ...(definition && { reference: definition.reference, name: definition.name }),
    ...(meaning !== undefined && { codeMeaning: meaning }),
  };
}

/** The loop of each wanted segment, found by walking the tree beside the definition; an HL below an HL is the same loop of the standard. */
function loopsOf(
  wanted: ReadonlySet<Segment>,
  tree: Loop | undefined,
  root: LoopNode | undefined,
): Map<Segment, { id: string; name: string; depth: number }> {
  const found = new Map<Segment, { id: string; name: string; depth: number }>();
  if (tree === undefined) return found;
  const open: { loop: Loop; node: LoopNode | undefined; depth: number }[] = [{ loop: tree, node: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { loop, node, depth } = next;
    if (depth > 0)
      for (const segment of loop.segments)
        if (wanted.has(segment)) found.set(segment, { id: loop.id, name: node?.name ?? loop.id, depth });
    for (const child of loop.loops) {
      const below =
        child.id === node?.id
          ? node
          : node?.items.find((item): item is LoopNode => 'items' in item && item.id === child.id);
      open.push({ loop: child, node: below, depth: depth + 1 });
    }
  }
  return found;
}
