import { describe, expect, it } from 'vitest';
import { lintInterchange } from '../../../services/domain/lint/lint-interchange.ts';
import type { Assertion } from '../../../services/domain/mapping/language/plan.ts';
import { checkRules } from '../../../services/domain/rules/check-rules.ts';
import { compileTradeRules } from '../../../services/domain/trade-rules/compile-trade-rules.ts';
import { check } from '../../../services/domain/x12/check/check.ts';
import { read } from '../../../services/domain/x12/read/read.ts';
import { documentOf, fileText, standards, tradeRules } from '../mapping/support.ts';
import { type Case, cases } from './impossible-cases.ts';
import { checkedSet } from './support.ts';

/** Day of receipt: 2026-03-03, as in the envelope of `documentOf`. */
const receivedDay = 20_515;

const findingsOf = (set: string, text: string, receivedAt?: Date) => {
  const linter = { guides: [], tradeRules, ...(receivedAt && { receivedAt }) };
  const { interchanges } = check(read(documentOf(set, text)), standards);
  return lintInterchange(interchanges[0]!, linter).groups[0]!.sets[0]!.findings;
};

describe('a value that cannot be', () => {
  it.each(cases)('$set: $name', ({ set, bad, good, code, ...place }: Case) => {
    const found = findingsOf(set, bad).filter((finding) => finding.code === code);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject(place.finding);
    expect(found[0]!.ack).toBeUndefined();
    expect(found[0]!.offset).toBeGreaterThan(0);
    expect(found[0]!.explanation).toMatch(/\w+ \w+.*[.)]$/s);
    expect(findingsOf(set, good).filter((finding) => finding.code === code)).toEqual([]);
  });

  it.each(['dates', 'outcomes', 'quantities', 'totals'])(
    'is told by each rule of %s in one of the documents above, and each rule is kept by another',
    (name) => {
      const text = fileText(`specs/x12/trade-rules/${name}.yaml`);
      const { tradeRules: own } = compileTradeRules(new Map([[name, text]]));
      const linesBroken = new Set<number>();
      const linesKept = new Set<number>();
      const brokenIn = (set: string, body: string): Set<number> => {
        const rules = own.get(set)?.rules;
        const checked = checkedSet(set, body);
        const lines = new Set<number>();
        if (rules) checkRules(checked, rules, (_, { line }) => lines.add(line), receivedDay);
        return lines;
      };
      const allLines = new Set(
        [...own.values()].flatMap(({ rules }) => rules.rules.map(({ line }: Assertion) => line)),
      );
      for (const { set, bad, good } of cases) {
        for (const line of brokenIn(set, bad)) linesBroken.add(line);
        const still = brokenIn(set, good);
        for (const { line } of own.get(set)?.rules.rules ?? []) if (!still.has(line)) linesKept.add(line);
      }
      expect([...allLines].filter((line) => !linesBroken.has(line))).toEqual([]);
      expect([...allLines].filter((line) => !linesKept.has(line))).toEqual([]);
    },
  );
});

describe('the day of receipt', () => {
  const order = (day: string) =>
    `W06*F*SO1001*${day}*SHIP77\nN1*ST*HILLTOP STORES\nW27*M*BHFT\nLX*1\nW12*CC*6*6**CA**VN*SKU`;
  const codes = (day: string, receivedAt?: Date) => findingsOf('945', order(day), receivedAt).map(({ code }) => code);

  it('is that on which the hub got the document, whatever its envelope says', () => {
    expect(codes('20260301', new Date('2036-03-03T00:00:00Z'))).toEqual(['business.date-far']);
    expect(codes('20360301', new Date('2036-03-03T00:00:00Z'))).toEqual([]);
  });

  it('is that of the envelope where nobody says another, as for a file on a command line', () => {
    expect(codes('20260301')).toEqual([]);
    expect(codes('20960131')).toEqual(['business.date-far']);
  });
});
