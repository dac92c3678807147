import { describe, expect, it } from 'vitest';
import type { Value } from '../../../services/domain/mapping/language/plan.ts';
import { expandRules } from '../../../services/domain/rules/expand-rules.ts';
import { segmentPrefilterOf } from '../../../services/domain/rules/prefilter/segment-prefilter.ts';
import { setPrefilterOf } from '../../../services/domain/rules/prefilter/set-prefilter.ts';
import { nodesOf } from '../../../services/domain/rules/rule-nodes.ts';
import { standards, tradeRules } from '../mapping/support.ts';
import { faultsIn } from './support.ts';

describe('the compiler of trade rules', () => {
  it('tells all faults with line and column', () => {
    const text = [
      'about: x',
      'sets: ["945", "94"]',
      'rules:',
      '  - { that: W03-01, code: business.a }',
      '  - { that: { value: W12-05, untrapped: unit }, code: units, explain: x }',
      '  - { each: LX/W12, that: { value: AT7-07, daylight: AT7-05 }, code: business.b, explain: x }',
      '  - { once: BSN, code: business.c, explain: x, hint: maybe }',
      '  - { that: { same: [W03-01, W03-02], within: -1 }, code: business.d, explain: x }',
      '  - { once: W06-02, days: 0, code: business.e, explain: x }',
    ].join('\n');
    expect(faultsIn(text)).toEqual([
      '2:15 `94` is no set such as "856".',
      '4:5 An assertion needs `that`, `code` and `explain`.',
      '5:49 A code looks like `business.units-differ`.',
      '5:30 There is no table `unit`.',
      '6:44 `daylight` needs `zones` beside it, the table with the zone of each time code.',
      '7:54 `hint` is one of true, false, not `maybe`.',
      '7:5 `once` needs `days` beside it: for how long its sender does not use the value again.',
      '7:13 `once` names a value, such as `BSN-02`.',
      '8:39 `within` is a number above 0, at most 1000, or `rounding`.',
      '9:27 `days` is a whole number from 1 to 3660.',
    ]);
  });

  it('wants sets', () => {
    expect(faultsIn('about: x\nrules: [{ that: W03-01, code: business.a, explain: x }]\n')).toEqual([
      '2:9 A rule needs `sets`, here or for the whole file.',
    ]);
  });
});

const rules = [...tradeRules].flatMap(([set, { rules: plain, hints }]) => {
  const definition = standards.forVersion('004010')!.definition.sets.get(set)!;
  return [plain, hints].flatMap((list) =>
    expandRules(list.rules, definition).map((rule) => ({ set, rule, definition, code: rule.code, line: rule.line })),
  );
});

describe('the trade rules', () => {
  it.each(rules)(
    '$code of the $set (line $line) speaks of segments that the set has, and is seen through on the tape',
    ({ rule, definition }) => {
      if (rule.each === undefined) {
        expect(setPrefilterOf(rule, definition.nodes, {})).toBeDefined();
        return;
      }
      const nodes = nodesOf(rule.each, definition.nodes)!;
      expect(nodes).not.toEqual([]);
      for (const node of nodes) expect(segmentPrefilterOf(rule, node)).toBeDefined();
    },
  );

  it('look for qualifiers where the standard has them', () => {
    const seen: string[] = [];
    const look = (value: Value): void => {
      if (value.kind !== 'leaf' || value.source.kind !== 'pair') return;
      const { of, at } = value.source;
      const segment = standards.forVersion('004010')!.definition.segments.get(of.text)!;
      for (const element of at)
        seen.push(`${of.text}-${element} ${segment.elements?.[element - 1]?.element.reference}`);
    };
    for (const { rule } of rules) if ('value' in rule.that) look(rule.that.value);
    expect(seen.length).toBeGreaterThan(10);
    expect(seen.filter((place) => !place.endsWith(' 235'))).toEqual([]);
  });
});
