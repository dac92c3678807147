import { FindingRoom, type ListLimits } from '../domain/finding-list.ts';
import { type UniqueReference, uniqueReferences, usedBefore } from '../domain/trade-rules/unique-reference.ts';
import type { Interchange, TransactionSet } from '../domain/x12/model.ts';
import { withVerdict } from '../domain/x12/read/views.ts';
import type { Catalog } from '../library/catalog.ts';
import { businessKeyName, claimBusinessKeys } from '../store/business-keys.ts';
import type { Tx } from '../store/database.ts';
import { pieces } from '../store/pieces.ts';
import type { CheckedDocument } from './check-agreements.ts';

interface Claimed {
  readonly documentId: string;
  readonly set: TransactionSet;
  readonly key: UniqueReference;
}

const nameOf = ({ code, value }: UniqueReference): string => businessKeyName({ rule: code, key: value });

/**
 * Says of sets that are not rejected which of their numbers the partner has used before, in an earlier document or set, though each is used once within
 * the days of its rule. The documents are those of one partner.
 */
export async function markRepeated<T extends CheckedDocument>(
  tx: Tx,
  documents: readonly T[],
  { tradeRules }: Pick<Catalog, 'tradeRules'>,
  limits?: ListLimits,
): Promise<readonly T[]> {
  const claims = documents.flatMap(({ document, interchanges }) =>
    acceptedSets(interchanges).flatMap((set) =>
      uniqueReferences(set, tradeRules).map((key): Claimed => ({ documentId: document.id, set, key })),
    ),
  );
  const [first] = documents;
  if (!first || claims.length === 0) return documents;
  const firsts = new Map<string, Claimed>();
  for (const claim of claims) if (!firsts.has(nameOf(claim.key))) firsts.set(nameOf(claim.key), claim);
  const { orgId, environment } = first.document;
  const owners = new Map<string, string>();
  // Always in one order: two workers that claim the same numbers must not wait in a circle.
  const names = [...firsts.keys()].sort();
  for (const piece of pieces(names)) {
    const wanted = piece.map((name) => {
      const { key, documentId } = firsts.get(name)!;
      return { rule: key.code, key: key.value, documentId, days: key.days };
    });
    for (const [name, owner] of await claimBusinessKeys(tx, { orgId, environment }, wanted)) owners.set(name, owner);
  }
  const repeated = new Map<TransactionSet, UniqueReference[]>();
  const places = new Map<UniqueReference, string>();
  for (const claim of claims) {
    const earlier = firsts.get(nameOf(claim.key))!;
    const owner = owners.get(nameOf(claim.key)) ?? (earlier === claim ? undefined : earlier.documentId);
    if (owner === undefined) continue;
    places.set(claim.key, owner === claim.documentId ? 'in this document' : `in document ${owner}`);
    repeated.set(claim.set, [...(repeated.get(claim.set) ?? []), claim.key]);
  }
  if (repeated.size === 0) return documents;
  const mark = (set: TransactionSet, listed: FindingRoom): TransactionSet => {
    const keys = repeated.get(set);
    if (keys === undefined) return set;
    const marks = keys.map((key) => listed.admit(usedBefore(key, places.get(key)!)));
    return withVerdict(set, [...set.findings, ...marks], set.status);
  };
  return documents.map((one) => {
    const listed = new FindingRoom(limits);
    return { ...one, interchanges: one.interchanges.map((x) => markIn(x, (set) => mark(set, listed))) };
  });
}

function acceptedSets(interchanges: readonly Interchange[]): readonly TransactionSet[] {
  const groups = interchanges.filter(({ status }) => status !== 'R').flatMap((interchange) => interchange.groups);
  return groups
    .filter(({ status }) => status !== 'R')
    .flatMap(({ sets }) => sets.filter(({ status }) => status !== 'R'));
}

function markIn(interchange: Interchange, mark: (set: TransactionSet) => TransactionSet): Interchange {
  return { ...interchange, groups: interchange.groups.map((group) => ({ ...group, sets: group.sets.map(mark) })) };
}
