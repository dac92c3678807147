import type { Finding } from '../finding.ts';
import { checkRules } from '../rules/check-rules.ts';
import type { TransactionSet } from '../x12/model.ts';
import type { TradeRules } from './trade-rules.ts';

/** A value of a set that its sender may use once within a time. */
export interface UniqueReference {
  /** Code of the rule; values of different rules have nothing to do with each other. */
  readonly code: string;
  readonly value: string;
  /** How long the value is taken. */
  readonly days: number;
  /** What is wrong where the value was used before. */
  readonly finding: Finding;
}

/** The values of a checked set that may be used once only. Whether they were used before, the caller knows. */
export function uniqueReferences(set: TransactionSet, tradeRules: TradeRules): readonly UniqueReference[] {
  const found = tradeRules.get(set.code);
  if (found === undefined || found.once.rules.length === 0) return [];
  const keys: UniqueReference[] = [];
  checkRules(set, found.once, (finding, rule) =>
    keys.push({ code: finding.code, value: finding.received ?? '', days: found.days.get(rule)!, finding }),
  );
  return keys;
}

/** The finding for a key that was used before, with the words of where. */
export function usedBefore({ finding, days }: UniqueReference, where: string): Finding {
  return {
    ...finding,
    explanation: `${finding.explanation} It was used before ${where}. A number may come again after ${days} days.`,
  };
}
