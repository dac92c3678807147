import type { Finding } from '../finding.ts';
import { checkGuide } from '../guide/check-guide.ts';
import type { Guide } from '../guide/guide.ts';
import { checkTraps, explained } from '../traps/check-traps.ts';
import type { Traps } from '../traps/trap.ts';
import { setStatus } from '../x12/check/status.ts';
import type { TransactionSet } from '../x12/model.ts';
import { isPlaced, withVerdict } from '../x12/read/views.ts';

/** What a set is held against beyond the standard. */
export interface Linter {
  /** Guides of the partner; that of the set's kind and version is taken. */
  readonly guides: readonly Guide[];
  readonly traps: Traps;
}

/**
 * Holds a checked set against the guide of its partner and the traps of the trade. Findings stand with those of the standard, in the order of the
 * document; a guide that is enforced rejects the set. What the standard found is told in the words of the trade where a trap has them.
 */
export function lintSet(set: TransactionSet, { guides, traps }: Linter): TransactionSet {
  if (!isPlaced(set)) return set;
  const definition = set.placement?.definition;
  const guide = guides.find((candidate) => candidate.definition === definition);
  const standard = explained(set, traps);
  const guided = guide === undefined ? [] : checkGuide(set, guide);
  const trapped = checkTraps(set, traps);
  if (guided.length + trapped.length === 0 && standard === set.findings) return set;
  const findings = [...withoutUnlisted(standard, [...guided, ...trapped]), ...guided, ...trapped].sort(byPlace);
  return withVerdict(set, findings, set.status === 'R' ? 'R' : setStatus(findings));
}

/** That a code is not in our part of a list says nothing more where guide or trap have spoken of it. */
function withoutUnlisted(standard: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const isSpokenOf = ({ position, element, component }: Finding) =>
    others.some((one) => one.position === position && one.element === element && one.component === component);
  return standard.filter((finding) => finding.code !== 'x12.element.code-unlisted' || !isSpokenOf(finding));
}

function byPlace(a: Finding, b: Finding): number {
  return (a.position ?? 0) - (b.position ?? 0) || (a.element ?? 0) - (b.element ?? 0);
}
