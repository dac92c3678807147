import type { ByteRange } from '../x12/model.ts';

/**
 * A JSON, XML or CSV document as a mapping sees it: values with names, in the order of the document. A list is a name that occurs
 * several times; the entries of a list that has no name of its own (at the root, in another list) are called `item`.
 */
export interface DocumentNode {
  /** Key, element name without namespace prefix, `@attribute`, or column; empty for the root. */
  readonly name: string;
  readonly parent: DocumentNode | undefined;
  /** Ordinal in its list, from 1; 0 for what is no list. */
  readonly ordinal: number;
  /** Of a single value, without blanks around it; undefined for what holds others only, and for null. */
  readonly text: string | undefined;
  /** Bytes of the document; for a text without its quotes. */
  readonly range: ByteRange;
  readonly children: DocumentNode[];
  /** Names of lists in it without an entry, of which nothing else is to be seen here. */
  empty?: readonly string[];
  /** JSON: keys that stand in the object twice; the last of each is kept. */
  repeated?: readonly string[];
  /** CSV with a header, of the root: the names of the columns, also where no row follows. */
  columns?: readonly string[];
}

/** What is read at most; more is a finding. */
export const documentLimits = { bytes: 32 * 1024 * 1024, depth: 64, nodes: 1_000_000 } as const;

/** The entries of a list without a name. */
export const itemName = 'item';

const worthIndexing = 8;
const byName = new WeakMap<DocumentNode, ReadonlyMap<string, DocumentNode[]>>();

/** Children of that name; a number also stands for the column at that place, where no column has it as its name. */
export function childrenOf(node: DocumentNode, name: string): readonly DocumentNode[] {
  const { children } = node;
  if (children.length <= worthIndexing) return children.filter((child) => child.name === name);
  let index = byName.get(node);
  if (!index) {
    index = Map.groupBy(children, (child) => child.name);
    byName.set(node, index);
  }
  return index.get(name) ?? [];
}

/** Where a node stands, for people: `orders[2]/lines[1]/sku`. */
export function placeOfNode(node: DocumentNode): string {
  const steps: string[] = [];
  for (let current: DocumentNode | undefined = node; current?.parent; current = current.parent) {
    steps.push(current.ordinal === 0 ? current.name : `${current.name}[${current.ordinal}]`);
  }
  return steps.length === 0 ? '.' : steps.reverse().join('/');
}
