import type { DocumentNode } from '../../documents/document-node.ts';
import type { Path } from '../../language/path.ts';
import type { TransactionSet } from '../../x12/model.ts';
import type { LeafValue, Mapping } from '../language/plan.ts';
import { walkMapping } from '../language/plan-walk.ts';
import { startRun } from './emit.ts';
import { evaluateText } from './evaluate-leaf.ts';
import { budgetFor, type Run } from './run.ts';
import { startSetRun, wholeSet } from './set-run.ts';
import { type JsonScope, jsonSource, sizeOfData } from './source-json.ts';
import { treeSource } from './source-tree.ts';

interface LookupLeaf {
  /** The value before it is looked up. */
  readonly key: LeafValue;
  readonly name: string;
  readonly around: readonly Path[];
}

const remembered = new WeakMap<Mapping, readonly LookupLeaf[]>();

function leavesOf(mapping: Mapping): readonly LookupLeaf[] {
  let leaves = remembered.get(mapping);
  if (!leaves) {
    const found: LookupLeaf[] = [];
    walkMapping(mapping, {
      leaf({ line, source, lookup }, around) {
        if (lookup) found.push({ key: { kind: 'leaf', line, source, as: 'text' }, name: lookup.name, around });
      },
    });
    leaves = found;
    remembered.set(mapping, leaves);
  }
  return leaves;
}

/** Names of the look-ups that a mapping uses. */
export function lookupsOf(mapping: Mapping): readonly string[] {
  return [...new Set(leavesOf(mapping).map(({ name }) => name))].sort();
}

/** What a mapping is going to be run on. */
export type LookupSource =
  | { readonly set: TransactionSet }
  | { readonly data: Readonly<Record<string, unknown>> }
  | { readonly root: DocumentNode; readonly nodes: number };

/**
 * The keys that a run of the mapping can ask its look-ups for, by name; conditions are not looked at, so there may be more than are
 * used. The caller fetches them and hands them in as `MappingContext.lookups`. Pure; costs nothing for a mapping without look-ups.
 */
export function neededLookups(source: LookupSource, mapping: Mapping): ReadonlyMap<string, ReadonlySet<string>> {
  const leaves = leavesOf(mapping);
  if (leaves.length === 0) return new Map();
  if ('set' in source) {
    const bytes = source.set.range[1] - source.set.range[0];
    const run = startSetRun(source.set, (segments) => budgetFor(mapping, segments, bytes), {});
    return run ? collect(leaves, run, wholeSet) : new Map();
  }
  if ('data' in source) {
    const budget = budgetFor(mapping, sizeOfData(source.data), 0);
    const root: JsonScope = { value: source.data, pointer: '', index: 1 };
    return collect(leaves, startRun(jsonSource(budget), budget, {}), root);
  }
  const budget = budgetFor(mapping, source.nodes, source.root.range[1] - source.root.range[0]);
  const run = startRun(treeSource(source.root, budget), budget, {});
  return collect(leaves, run, { nodes: [source.root], index: 1 });
}

function collect<S>(leaves: readonly LookupLeaf[], run: Run<S>, root: S): Map<string, Set<string>> {
  const keys = new Map<string, Set<string>>();
  for (const { key, name, around } of leaves) {
    const scopes = around.reduce<S[]>(
      (outer, path) => outer.flatMap((scope) => run.source.scopes(path, scope)),
      [root],
    );
    const wanted = keys.get(name) ?? new Set();
    keys.set(name, wanted);
    for (const scope of scopes) {
      const text = evaluateText(run, key, scope)?.text;
      if (text !== undefined) wanted.add(text);
    }
  }
  return keys;
}
