import type { Finding } from '../finding.ts';
import { checkRules } from '../rules/check-rules.ts';
import type { TransactionSet } from '../x12/model.ts';
import type { Traps } from './trap.ts';

/** A value of a set that its sender may use once only. */
export interface OnceKey {
  /** Code of the rule; values of different rules have nothing to do with each other. */
  readonly code: string;
  readonly value: string;
  /** What is wrong where the value was used before. */
  readonly finding: Finding;
}

/** The values of a checked set that may be used once only. Whether they were used before, the caller knows. */
export function onceKeys(set: TransactionSet, traps: Traps): readonly OnceKey[] {
  const once = traps.get(set.code)?.once;
  if (once === undefined || once.rules.length === 0) return [];
  return checkRules(set, once).map(({ finding }) => ({
    code: finding.code,
    value: finding.said ?? '',
    finding,
  }));
}

/** The finding for a key that was used before, with the words of where. */
export function usedBefore({ finding }: OnceKey, where: string): Finding {
  return { ...finding, explanation: `${finding.explanation} It was used before ${where}.` };
}
