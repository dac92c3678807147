import type { DocumentNode } from '../documents/document-node.ts';
import { itemName } from '../documents/document-node.ts';

// A JSON document twice: its values, and the nodes that know where each of them stands.

/** A value of a document with its place. */
export interface PlacedValue {
  /** JSON pointer into the document; empty for the whole. */
  readonly pointer: string;
  readonly value: unknown;
  /** Absent for a list, which stands for its entries. */
  readonly node: DocumentNode | undefined;
}

/** A key as a JSON pointer has it. */
export const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Every value below this one and itself, the outer before the inner. */
export function* valuesIn(of: PlacedValue): Generator<PlacedValue> {
  yield of;
  for (const inner of childrenIn(of)) yield* valuesIn(inner);
}

/** The entries of an object, or of a list, with their places. @param entries the nodes of a list inside a list */
export function childrenIn({ pointer, value, node }: PlacedValue): readonly PlacedValue[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return entriesOf(value, pointer, node?.children ?? []);
  const byName = Map.groupBy(node?.children ?? [], ({ name }) => name);
  return Object.entries(value).map(([key, inner]) => {
    const nodes = byName.get(key) ?? [];
    const place = `${pointer}/${escaped(key)}`;
    if (!Array.isArray(inner)) return { pointer: place, value: inner, node: nodes[0] };
    return { pointer: place, value: inner, node: listNode(nodes) };
  });
}

function entriesOf(list: readonly unknown[], pointer: string, nodes: readonly DocumentNode[]): readonly PlacedValue[] {
  return list.map((value, nth) => ({ pointer: `${pointer}/${nth}`, value, node: nodes[nth] }));
}

/** Stands for a list, whose entries are nodes and which is none itself. */
const listNode = (entries: readonly DocumentNode[]): DocumentNode | undefined => {
  const [first] = entries;
  const last = entries.at(-1);
  if (!first || !last) return undefined;
  const range = [first.range[0], last.range[1]] as const;
  return { ...first, name: itemName, text: undefined, ordinal: 0, range, children: [...entries] };
};
