import type { Assertion } from '../mapping/language/plan.ts';
import type { RuleSet } from '../rules/rule-set.ts';

/** What the linter looks for in sets of one kind: what is right by the standard and wrong in the trade. */
export interface SetTradeRules {
  readonly rules: RuleSet;
  /** Rules that only say more about a fault which the standard's check found at the same place. */
  readonly hints: RuleSet;
  /** Rules for values that a partner sends once within a time, such as the number of an ASN: each value that is there breaks its rule. */
  readonly once: RuleSet;
  /** For how many days each of them is taken. */
  readonly days: ReadonlyMap<Assertion, number>;
}

/** All trade rules by set. */
export type TradeRules = ReadonlyMap<string, SetTradeRules>;
