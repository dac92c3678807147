import type { RuleSet } from '../rules/rule-set.ts';

/** What the linter looks for in sets of one kind: what is right by the standard and wrong in the trade. */
export interface SetTraps {
  readonly rules: RuleSet;
  /** Rules that only say more about a fault which the standard's check found at the same place. */
  readonly hints: RuleSet;
  /** Rules for values that a partner sends once only, such as the number of an ASN: each value that is there breaks its rule. */
  readonly once: RuleSet;
}

/** All traps by set. */
export type Traps = ReadonlyMap<string, SetTraps>;
