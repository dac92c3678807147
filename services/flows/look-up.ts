import type { DocumentNode } from '../domain/documents/document-node.ts';
import type { InboundMapping, OutboundMapping } from '../domain/mapping/language/plan.ts';
import { lookupsOf, neededLookups } from '../domain/mapping/run/needed-lookups.ts';
import type { TransactionSet } from '../domain/x12/model.ts';
import { type CrossReferences, crossReferences } from '../store/cross-references.ts';
import type { Terms } from './configuration.ts';
import type { Context } from './context.ts';

/** A set, a document or an event with the mapping that is going to be run on it. */
export type LookupUse =
  | { readonly set: TransactionSet; readonly mapping: InboundMapping }
  | { readonly root: DocumentNode; readonly nodes: number; readonly mapping: InboundMapping }
  | { readonly data: Readonly<Record<string, unknown>>; readonly mapping: OutboundMapping };

/**
 * The entries of the partner's cross references that mappings are going to ask for, all of them with one query; those of its configuration
 * stand below them. Nothing is asked where no mapping has a look-up.
 */
export async function lookUp(
  context: Pick<Context, 'db'>,
  { orgId, configuration }: Pick<Terms, 'orgId' | 'configuration'>,
  uses: readonly LookupUse[],
): Promise<CrossReferences> {
  const wanted = new Map<string, Set<string>>();
  for (const use of uses) {
    if (lookupsOf(use.mapping).length === 0) continue;
    for (const [name, keys] of neededLookups(use, use.mapping)) {
      const all = wanted.get(name) ?? new Set<string>();
      wanted.set(name, all);
      for (const key of keys) all.add(key);
    }
  }
  if (wanted.size === 0) return new Map();
  const own = await crossReferences(context.db.pool, orgId, wanted);
  const names = [...wanted.keys()];
  return new Map(
    names.map((name) => [name, new Map([...(configuration.lookups.get(name) ?? []), ...(own.get(name) ?? [])])]),
  );
}
