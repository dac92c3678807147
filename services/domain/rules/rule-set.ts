import type { Assertion } from '../mapping/language/plan.ts';
import type { SetDefinition } from '../x12/standard/set-definition.ts';
import type { Screen } from './screen.ts';

/** Rules that are run together over sets. */
export interface RuleSet {
  readonly rules: readonly Assertion[];
  /** What the tape can tell about the rules beforehand, by definition of the set; made when first needed. */
  readonly screens: WeakMap<SetDefinition, Screen>;
}

export function ruleSet(rules: readonly Assertion[]): RuleSet {
  return { rules, screens: new WeakMap() };
}
