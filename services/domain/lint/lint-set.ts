import type { Finding } from '../finding.ts';
import { byPlace, FindingRoom, placeNumber, recounted } from '../finding-list.ts';
import { checkGuide } from '../guide/check-guide.ts';
import type { Guide } from '../guide/guide.ts';
import { checkTraps, explained } from '../traps/check-traps.ts';
import type { Traps } from '../traps/trap.ts';
import { setStatus } from '../x12/check/status.ts';
import type { TransactionSet } from '../x12/model.ts';
import { isPlaced } from '../x12/read/views.ts';

/** What a set is held against beyond the standard. */
export interface Linter {
  /** Guides of the partner; that of the set's kind and version is taken. */
  readonly guides: readonly Guide[];
  readonly traps: Traps;
}

/**
 * Holds a checked set against the guide of its partner and the traps of the trade. Findings stand with those of the standard, in the order of the
 * document; a guide that is enforced rejects the set. `listed` is the room for what is found, shared by the sets of a document. What the standard found is told in the words of the trade where a trap has them.
 */
export function lintSet(set: TransactionSet, { guides, traps }: Linter, listed = new FindingRoom()): TransactionSet {
  if (!isPlaced(set)) return set;
  const { placement, unlisted } = set;
  const guide = guides.find(({ definition }) => definition === placement?.definition);
  const standard = explained(set, traps);
  const guided = guide === undefined ? undefined : checkGuide(set, guide, listed);
  const trapped = checkTraps(set, traps, listed);
  const own = [...(guided?.findings ?? []), ...trapped.findings];
  if (own.length === 0 && standard === set.findings)
    return unlisted === undefined ? set : set.judged({ findings: set.findings, status: set.status, placement });
  const unseen = [...(guided?.unlisted?.elements ?? []), ...trapped.unlistedPlaces];
  const findings = [...withoutSpokenOf(standard, unlisted?.codes ?? [], own, unseen), ...own].sort(byPlace);
  return set.judged({ findings, status: set.status === 'R' ? 'R' : setStatus(findings), placement });
}

/** That a code is not in our part of a list says nothing more where guide or trap have spoken of it, whether that is listed or not. */
function withoutSpokenOf(
  standard: readonly Finding[],
  unlistedCodes: readonly number[],
  others: readonly Finding[],
  unseen: readonly number[],
): readonly Finding[] {
  if (others.length === 0 || !standard.some(({ code }) => code === codeUnlisted)) return standard;
  const spokenOf = new Set(unseen);
  for (const { position, element, component } of others)
    if (position !== undefined) spokenOf.add(placeNumber(position, element, component));
  const left = unlistedCodes.filter((place) => !spokenOf.has(place)).length;
  const kept = standard.filter(({ code, count, position = 0, element, component }) => {
    if (code !== codeUnlisted) return true;
    return count === undefined ? !spokenOf.has(placeNumber(position, element, component)) : left > 0;
  });
  const total = left + kept.filter(({ code, count }) => code === codeUnlisted && count === undefined).length;
  return kept.map((one) => (one.code === codeUnlisted && one.count !== undefined ? recounted(one, left, total) : one));
}

const codeUnlisted = 'x12.element.code-unlisted';
