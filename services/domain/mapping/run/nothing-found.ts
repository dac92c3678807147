import type { DocumentNode } from '../../documents/document-node.ts';
import type { Finding } from '../../finding.ts';
import type { Path, Step } from '../../language/path.ts';
import type { InboundMapping } from '../language/plan.ts';
import { pathsOf } from '../language/plan-walk.ts';
import type { SourceReader } from './source.ts';
import { namedIn, type TreeScope } from './source-tree.ts';

// A document of which no event was made may say that there is nothing to tell, or speak of something else altogether. Names tell the one from the other.

/**
 * Whether a document has a place of what its mapping reads: a list that is there and empty, or a field of its records, whatever a `when` or a filter made of
 * them. Cost is bounded by mapping size x document.
 */
export function hasPlaces(root: DocumentNode, mapping: InboundMapping, source: SourceReader<TreeScope>): boolean {
  const known = namesIn(pathsOf(mapping));
  return mapping.emissions.some((emission) => {
    const { each, ...once } = emission;
    const fields = pathsOf({ ...mapping, emissions: [once], assertions: [] });
    const whole = { nodes: [root], index: 1 };
    const scopes = each ? source.scopes(each, whole) : [whole];
    if (each && scopes.length === 0) return isKnownToBeEmpty([root], each, known, mapping);
    const [ofRoot, ofRecord] = [true, false].map((wanted) =>
      fields.filter(({ origin }) => (origin === 'root') === wanted),
    );
    if (ofRoot!.some((path) => isThere([root], path))) return true;
    return scopes.some(({ nodes }) => ofRecord!.some((path) => isThere(nodes, path)));
  });
}

/** Whether something stands at a path, its filters aside. */
function isThere(start: readonly DocumentNode[], path: Path): boolean {
  if (path.origin === 'ancestor') return false;
  const steps = path.steps.filter(({ name }) => name !== '.');
  if (steps.length === 0) return start.some(({ text = '' }) => text !== '');
  return descend(path.deep ? below(start) : start, steps).length > 0;
}

/** Whether the list that a path names is there without an entry, or may have been left out of an object that holds nothing else than what the mapping knows. */
function isKnownToBeEmpty(
  start: readonly DocumentNode[],
  { deep, steps }: Path,
  known: ReadonlySet<string>,
  { reads }: InboundMapping,
): boolean {
  let around = deep ? below(start) : start;
  for (const [nth, step] of steps.entries()) {
    const found = descend(around, [step]);
    if (found.length > 0) {
      around = found;
      continue;
    }
    if (around.some((node) => node.empty?.includes(step.name) || node.columns?.some((name) => known.has(name))))
      return true;
    if (deep || nth < steps.length - 1) return false;
    const isOpen = reads?.name === 'xml' && nth > 0;
    return around.some(({ children, empty = [] }) => {
      const names = [...children.map(({ name }) => name), ...empty];
      return names.length === 0 ? isOpen : names.every((name) => known.has(name));
    });
  }
  // It is there, and the filters of the path chose none of it.
  return true;
}

function descend(start: readonly DocumentNode[], steps: readonly Step[]): readonly DocumentNode[] {
  let current = start;
  for (const { name } of steps) current = current.flatMap((node) => namedIn(node, name));
  return current;
}

/** The nodes and everything below them, without recursion. */
function below(start: readonly DocumentNode[]): readonly DocumentNode[] {
  const all = [...start];
  for (let at = 0; at < all.length; at += 1) for (const child of all[at]!.children) all.push(child);
  return all;
}

function namesIn(paths: readonly Path[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { steps } of paths)
    for (const { name, filters } of steps) for (const one of [name, ...filters.map(({ key }) => key)]) names.add(one);
  return names;
}

/** The finding of a document, or of a set, that has none of the places. */
export function nothingFound({ name, emissions }: InboundMapping): Finding {
  const sought = emissions.map(({ type, each }) => (each ? `${type} for each \`${each.text}\`` : type)).join(', ');
  const explanation = `The mapping ${name} makes ${sought}, and nothing of what it reads stands in the document. Compare the document with what was agreed: perhaps a name changed, or the mapping is not for it.`;
  return { code: 'mapping.nothing-found', level: 'business', explanation };
}
