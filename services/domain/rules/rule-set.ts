import type { Assertion } from '../mapping/language/plan.ts';
import type { SetDefinition } from '../x12/standard/set-definition.ts';
import type { Prefilter } from './prefilter/prefilter.ts';

/** Rules that are run together over sets. */
export interface RuleSet {
  readonly rules: readonly Assertion[];
  /** What the tape can tell about the rules beforehand, by definition of the set; made when first needed. */
  readonly prefilters: WeakMap<SetDefinition, Prefilter>;
}

export function ruleSet(rules: readonly Assertion[]): RuleSet {
  return { rules, prefilters: new WeakMap() };
}
