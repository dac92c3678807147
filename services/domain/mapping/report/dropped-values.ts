import type { DocumentNode } from '../../documents/document-node.ts';
import { elementPlace, type Path } from '../../language/path.ts';
import type { Loop, Segment, TransactionSet } from '../../x12/model.ts';
import type { InboundMapping } from '../language/plan.ts';
import { walkMapping } from '../language/plan-walk.ts';
import { startSetRun, wholeSet } from '../run/set-run.ts';
import type { SourceReader, Trace } from '../run/source.ts';
import { type TreeScope, treeSource } from '../run/source-tree.ts';

/** A place of the source whose values no path of the mapping took, in some document at least. */
export interface DroppedPlace {
  /** Loops and element `N1/N4-02`, or the path in a document, `orders/lines/sku`. */
  readonly place: string;
  readonly dropped: number;
  /** How many values stand there in all. */
  readonly of: number;
  /** The first few values that were dropped. */
  readonly examples: readonly string[];
}

const mostExamples = 3;
const longestExample = 40;

/** Counts values by place, taken and dropped. */
class Tally {
  readonly #places = new Map<string, { dropped: number; of: number; examples: string[] }>();

  add(place: string, text: string, taken: boolean): void {
    const entry = this.#places.get(place) ?? { dropped: 0, of: 0, examples: [] };
    this.#places.set(place, entry);
    entry.of++;
    if (taken) return;
    entry.dropped++;
    if (entry.examples.length < mostExamples && !entry.examples.includes(text))
      entry.examples.push(text.slice(0, longestExample));
  }

  list(): DroppedPlace[] {
    return [...this.#places].filter(([, { dropped }]) => dropped > 0).map(([place, entry]) => ({ place, ...entry }));
  }
}

/** What the mapping leaves behind of sets that were checked. What a condition keeps from being read counts as read. */
export function droppedElements(mapping: InboundMapping, sets: readonly TransactionSet[]): DroppedPlace[] {
  const tally = new Tally();
  for (const set of sets) {
    const { tree, segments } = set;
    const source = startSetRun(set, unbounded, {})?.source;
    if (!tree || !source) continue;
    const taken = new Map<Segment, Set<number>>();
    const mark = ({ segment, element }: Trace): void => {
      if (!segment || element === undefined) return;
      const elements = taken.get(segment) ?? new Set();
      taken.set(segment, elements.add(element));
    };
    const headOf = (scope: number): Trace => (segments[scope] ? { segment: segments[scope] } : {});
    traceReads(mapping, source, wholeSet, mark, headOf);
    tallyLoop(tree, '', taken, tally);
  }
  return tally.list();
}

/** A JSON, XML or CSV document's own. */
export function droppedNodes(mapping: InboundMapping, roots: readonly DocumentNode[]): DroppedPlace[] {
  const tally = new Tally();
  for (const root of roots) {
    const taken = new Set<DocumentNode>();
    const mark = ({ node }: Trace): void => {
      if (node) taken.add(node);
    };
    const scope: TreeScope = { nodes: [root], index: 1 };
    traceReads(mapping, treeSource(root, unbounded()), scope, mark, ({ nodes }) =>
      nodes[0] ? { node: nodes[0] } : {},
    );
    for (const { node, place } of valuesBelow(root)) tally.add(place, node.text ?? '', taken.has(node));
  }
  return tally.list();
}

const unbounded = () => ({ left: Number.POSITIVE_INFINITY, text: Number.POSITIVE_INFINITY });

/** Follows every path of the mapping as a run would, whatever its conditions say, and reports what it meets. */
function traceReads<S>(
  mapping: InboundMapping,
  source: SourceReader<S>,
  root: S,
  mark: (trace: Trace) => void,
  headOf: (scope: S) => Trace,
): void {
  const within = new Map<string, readonly S[]>([['', [root]]]);
  const scopesAt = (around: readonly Path[]): readonly S[] => {
    const key = around.map(({ text, groupBy }) => `${text}|${groupBy?.text ?? ''}`).join('\n');
    const known = within.get(key);
    if (known) return known;
    const last = around.at(-1);
    const outer = scopesAt(around.slice(0, -1));
    const scopes = last ? outer.flatMap((scope) => source.scopes(last, scope)) : outer;
    within.set(key, scopes);
    return scopes;
  };
  walkMapping(mapping, {
    path(path, use, around) {
      for (const scope of scopesAt(around)) {
        markFilters(path, source, scope, mark, headOf);
        if (use === 'value') {
          const found = source.read(path, scope);
          if (found) mark(found.trace);
        }
        if (use === 'test') for (const { trace } of source.readAll(path, scope)) mark(trace);
      }
    },
    leaf({ source: from }, around) {
      for (const scope of scopesAt(around)) {
        if (from.kind === 'sum' || from.kind === 'distinct') {
          for (const { trace } of source.readAll(from.path, scope)) mark(trace);
        }
        if (from.kind === 'pair') {
          const found = source.pair(from.of, from.at, from.codes, scope)?.trace;
          if (found) mark(found);
          if (found?.segment && found.element !== undefined) mark({ ...found, element: found.element - 1 });
        }
      }
    },
  });
}

function markFilters<S>(
  path: Path,
  source: SourceReader<S>,
  scope: S,
  mark: (trace: Trace) => void,
  headOf: (scope: S) => Trace,
): void {
  path.steps.forEach(({ filters }, nth) => {
    if (filters.length === 0) return;
    const { element: _element, component: _component, groupBy: _groupBy, ...rest } = path;
    for (const reached of source.scopes({ ...rest, steps: path.steps.slice(0, nth + 1) }, scope)) {
      const { segment, node } = headOf(reached);
      for (const { key, element } of filters) {
        if (segment) mark({ segment, element });
        for (const child of node?.children ?? []) if (child.name === key) mark({ node: child });
      }
    }
  });
}

const envelope = new Set(['ST', 'SE']);

/** Loops nest as deep as HL levels do, and the check has bounded those. */
function tallyLoop(loop: Loop, path: string, taken: ReadonlyMap<Segment, ReadonlySet<number>>, tally: Tally): void {
  for (const segment of loop.segments) {
    if (envelope.has(segment.id)) continue;
    for (let element = 1; element <= segment.count; element++) {
      const text = segment.text(element).trim();
      if (text === '') continue;
      tally.add(`${path}${elementPlace(segment.id, element)}`, text, taken.get(segment)?.has(element) ?? false);
    }
  }
  // Levels below levels are one place: otherwise each depth would be listed by itself.
  for (const inner of loop.loops) tallyLoop(inner, inner.id === loop.id ? path : `${path}${inner.id}/`, taken, tally);
}

function* valuesBelow(root: DocumentNode): Generator<{ node: DocumentNode; place: string }> {
  const waiting: { node: DocumentNode; place: string }[] = [{ node: root, place: '' }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, place } = next;
    if (node.text !== undefined && node.text !== '') yield next;
    for (const child of [...node.children].reverse()) {
      waiting.push({ node: child, place: place === '' ? child.name : `${place}/${child.name}` });
    }
  }
}
