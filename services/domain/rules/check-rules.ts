import { checkAssertions, type TakeBroken } from '../mapping/run/check-assertions.ts';
import type { TransactionSet } from '../x12/model.ts';
import { isPlaced } from '../x12/read/views.ts';
import { expandRules } from './expand-rules.ts';
import { prefilterFor } from './prefilter/prefilter.ts';
import type { RuleSet } from './rule-set.ts';

/**
 * Runs rules over a checked set; `take` gets every place where one is broken. Most rules speak of one segment at a time: whether one of them can be broken at all is decided on the tape,
 * and only the others, and those that are, read the loops.
 * @param receivedDay when the document came, counted in days from 1970; without it no date is too far away
 */
export function checkRules(
  set: TransactionSet,
  { rules, prefilters }: RuleSet,
  take: TakeBroken,
  receivedDay?: number,
): void {
  if (rules.length === 0 || !isPlaced(set) || set.placement === undefined) return;
  const { definition } = set.placement;
  let prefilter = prefilters.get(definition);
  if (prefilter === undefined) {
    prefilter = prefilterFor(expandRules(rules, definition), definition);
    prefilters.set(definition, prefilter);
  }
  const suspects = prefilter.suspects(set.place, set.placement, receivedDay);
  if (suspects.length > 0) checkAssertions(set, suspects, take, { receivedDay });
}
