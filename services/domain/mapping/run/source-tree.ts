import { childrenOf, type DocumentNode } from '../../documents/document-node.ts';
import { isRow } from '../../documents/read-csv.ts';
import type { Filter, Path, Step } from '../../language/path.ts';
import type { Budget, Found, SourceReader } from './source.ts';

/** What an `each` looks at: one node, or the nodes that share a key. */
export interface TreeScope {
  readonly nodes: readonly DocumentNode[];
  readonly index: number;
}

/** Reads a JSON, XML or CSV document. A path meets every entry of the lists on its way; the first value that is there is taken. */
export function treeSource(root: DocumentNode, budget: Budget): SourceReader<TreeScope> {
  const places = (path: Path, scope: TreeScope): readonly DocumentNode[] => {
    const { steps } = path;
    if (path.origin === 'ancestor') {
      const start = ancestor(steps[0], scope, budget);
      return start ? descend([start], steps, 1, budget) : [];
    }
    const start = path.origin === 'root' ? [root] : scope.nodes;
    return descend(path.deep ? below(start, budget) : start, steps, 0, budget);
  };
  const found = (node: DocumentNode): Found[] =>
    node.text === undefined || node.text === '' ? [] : [{ text: node.text, trace: { node } }];
  return {
    read(path, scope) {
      for (const node of places(path, scope)) {
        const [value] = found(node);
        if (value) return value;
      }
      return undefined;
    },
    readAll: (path, scope) => places(path, scope).flatMap(found),
    scopes(path, scope) {
      const nodes = places(path, scope);
      if (!path.groupBy) return nodes.map((node, position) => ({ nodes: [node], index: position + 1 }));
      return grouped(nodes, path.groupBy, places).map((group, position) => ({ nodes: group, index: position + 1 }));
    },
    count: (path, scope) =>
      places(path, scope).filter(({ text, children }) => (text ?? '') !== '' || children.length > 0).length,
    indexOf: (scope) => scope.index,
    moment: () => undefined,
    pair: () => undefined,
    locate(path, scope) {
      const [node] = places(path, scope);
      const fallback = scope.nodes[0];
      return node ? { node } : fallback ? { node: fallback } : {};
    },
  };
}

function descend(
  start: readonly DocumentNode[],
  steps: readonly Step[],
  from: number,
  budget: Budget,
): readonly DocumentNode[] {
  let current = start;
  for (let index = from; index < steps.length; index++) {
    const step = steps[index];
    if (!step) break;
    const next: DocumentNode[] = [];
    for (const node of current) {
      const named = namedIn(node, step.name);
      budget.left -= named.length + 1;
      if (budget.left < 0) return [];
      for (const child of named) if (fits(child, step.filters)) next.push(child);
    }
    current = next;
  }
  return current;
}

const columnNumber = /^[1-9]\d{0,3}$/;

/** Children by name; columns of a row by number too. */
export function namedIn(node: DocumentNode, name: string): readonly DocumentNode[] {
  const named = childrenOf(node, name);
  if (named.length > 0 || !isRow(node) || !columnNumber.test(name)) return named;
  const column = node.children[Number(name) - 1];
  return column ? [column] : [];
}

function fits(node: DocumentNode, filters: readonly Filter[]): boolean {
  return filters.every(({ key, values, negated }) => {
    const candidates = key === '.' ? [node] : namedIn(node, key);
    const holds = candidates.some(({ text = '', children }) =>
      values === undefined ? text !== '' || children.length > 0 : values.includes(text),
    );
    return holds !== negated;
  });
}

/** The nodes and everything below them, in the order of the document, without recursion. */
function below(start: readonly DocumentNode[], budget: Budget): readonly DocumentNode[] {
  const all: DocumentNode[] = [];
  const waiting = [...start].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    budget.left--;
    if (budget.left < 0) return [];
    all.push(node);
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child) waiting.push(child);
    }
  }
  return all;
}

/** The nearest node around the scope, itself included, that the step names. */
function ancestor(step: Step | undefined, scope: TreeScope, budget: Budget): DocumentNode | undefined {
  for (let node = scope.nodes[0]; node && step; node = node.parent) {
    budget.left--;
    if (node.name === step.name && fits(node, step.filters)) return node;
  }
  return undefined;
}

/** Nodes with the same key belong together, wherever they stand; those without a key are left out by nobody and stand alone. */
function grouped(
  nodes: readonly DocumentNode[],
  key: Path,
  places: (path: Path, scope: TreeScope) => readonly DocumentNode[],
): DocumentNode[][] {
  const groups = new Map<string, DocumentNode[]>();
  const all: DocumentNode[][] = [];
  for (const node of nodes) {
    const value = places(key, { nodes: [node], index: 1 }).find(({ text }) => text !== undefined && text !== '')?.text;
    const known = value === undefined ? undefined : groups.get(value);
    if (known) {
      known.push(node);
      continue;
    }
    const group = [node];
    all.push(group);
    if (value !== undefined) groups.set(value, group);
  }
  return all;
}
