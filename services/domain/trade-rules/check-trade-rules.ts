import type { Finding } from '../finding.ts';
import { FindingCollector, type FindingRoom, placeNumber } from '../finding-list.ts';
import { checkRules } from '../rules/check-rules.ts';
import type { TransactionSet } from '../x12/model.ts';
import type { TradeRules } from './trade-rules.ts';

/**
 * What a checked set has of the trade rules: findings of level business or note, none of which an acknowledgement mentions. A note says nothing
 * more at a place of `spokenOf`, of which a guide has spoken (as `placeNumber` has them).
 */
export function checkTradeRules(
  set: TransactionSet,
  tradeRules: TradeRules,
  listed: FindingRoom,
  receivedDay?: number,
  spokenOf: ReadonlySet<number> = new Set(),
): FindingCollector {
  const broken = new FindingCollector(listed);
  const found = tradeRules.get(set.code);
  if (found === undefined) return broken;
  const take = (finding: Finding) => {
    const { level, position = 0, element, component } = finding;
    if (level === 'note' && spokenOf.has(placeNumber(position, element, component))) return;
    broken.add(finding);
  };
  checkRules(set, found.rules, take, receivedDay);
  return broken;
}

/** The standard's findings of a set, those that a trade rule explains with its words and its correction. */
export function explained(set: TransactionSet, tradeRules: TradeRules): readonly Finding[] {
  const hints = tradeRules.get(set.code)?.hints;
  if (hints === undefined || !set.findings.some(isOfElement)) return set.findings;
  const wanted = new Set(set.findings.filter(isOfElement).map(placeOf));
  const words = new Map<string, Finding>();
  checkRules(set, hints, (finding) => {
    if (wanted.has(placeOf(finding))) words.set(placeOf(finding), finding);
  });
  if (words.size === 0) return set.findings;
  return set.findings.map((finding) => {
    const hint = isOfElement(finding) ? words.get(placeOf(finding)) : undefined;
    if (hint === undefined) return finding;
    const corrected = finding.corrected ?? hint.corrected;
    const explanation = `${finding.explanation} ${hint.explanation}`;
    return { ...finding, explanation, ...(corrected === undefined ? {} : { corrected }) };
  });
}

const isOfElement = ({ level, element }: Finding): boolean => level === 'standard' && element !== undefined;
const placeOf = ({ position, element }: Finding): string => `${position}/${element}`;
