import type { Finding } from '../finding.ts';
import { checkRules } from '../rules/check-rules.ts';
import type { TransactionSet } from '../x12/model.ts';
import { isPlaced } from '../x12/read/views.ts';
import type { Guide } from './guide.ts';
import { GuideChecker } from './guide-checker.ts';
import { codesOf } from './guide-words.ts';
import { knownFaults } from './known-faults.ts';
import { namePlace } from './name-place.ts';
import { ruleCodes } from './rule-codes.ts';

const none: readonly Finding[] = [];
const checkers = new WeakMap<Guide, GuideChecker>();

/**
 * What a checked set does against a guide: level `guide`, with the codes of a 999 and the guide's own notes. Nothing where the set was not checked
 * against the definition that the guide narrows. What the standard's check reported is not reported again.
 */
export function checkGuide(set: TransactionSet, guide: Guide): readonly Finding[] {
  if (!isPlaced(set) || set.placement?.definition !== guide.definition) return none;
  let checker = checkers.get(guide);
  if (checker === undefined) {
    checker = new GuideChecker(guide);
    checkers.set(guide, checker);
  }
  const found = checker.check(set.place, set.placement, set.findings);
  if (guide.rules.rules.length === 0) return found;
  const { placement } = set;
  const known = knownFaults(set.findings);
  const own = checkRules(set, guide.rules).filter(({ finding }) => !known.hasElementOf(finding));
  const broken = own.map(({ finding, rule }) => ({
    ...namePlace(finding, placement),
    ...(finding.trigger && { trigger: namePlace(finding.trigger, placement) }),
    explanation: `${finding.explanation} So says the guide “${guide.title}” (${guide.reference}).`,
    ack: codesOf(guide, ruleCodes(finding, rule)),
  }));
  return broken.length === 0 ? found : [...found, ...broken];
}
