import { expect, test } from 'vitest';
import { byRule, countFindings, findingsOf, heaviest, totalsOf } from '../../portal/src/features/message/findings.ts';
import type { Message } from '../../portal/src/lib/contract.ts';

const finding = (offset: number) => ({ code: 'business.x', level: 'business', explanation: 'x', offset }) as const;

/** A message with one set whose findings are listed, and what the hub counted. */
const message = (listed: number, findingTotals: Message['findingTotals']): Message =>
  ({
    findings: [],
    findingTotals,
    interchanges: [
      {
        findings: [],
        groups: [{ findings: [], sets: [{ findings: Array.from({ length: listed }, (_, nth) => finding(nth)) }] }],
      },
    ],
  }) as unknown as Message;

const total = (code: string, level: 'standard' | 'business' | 'note', count: number) => ({
  ...{ code, level, total: count, listed: count },
});

test('findings in sets that did not come with the message count, weigh and are told like the listed ones', () => {
  const of = message(200, [total('business.x', 'business', 999), total('x12.late', 'standard', 1)]);
  expect(countFindings(totalsOf(of))).toBe(1000);
  expect(heaviest(of)).toBe('standard');
  expect(byRule(findingsOf(of), totalsOf(of))).toEqual([
    { code: 'x12.late', level: 'standard', total: 1, listed: [] },
    { code: 'business.x', level: 'business', total: 999, listed: findingsOf(of) },
  ]);
});

test('what is listed and not among the totals is counted as listed, and a list that is whole has all', () => {
  const of = message(3, []);
  expect(countFindings(totalsOf(of))).toBe(3);
  expect(byRule(findingsOf(of), totalsOf(of))).toMatchObject([{ total: 3, listed: [{}, {}, {}] }]);
});
