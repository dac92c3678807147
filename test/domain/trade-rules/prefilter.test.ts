import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../services/domain/finding.ts';
import type { Assertion } from '../../../services/domain/mapping/language/plan.ts';
import { checkAssertions } from '../../../services/domain/mapping/run/check-assertions.ts';
import { checkRules } from '../../../services/domain/rules/check-rules.ts';
import { expandRules } from '../../../services/domain/rules/expand-rules.ts';
import type { RuleSet } from '../../../services/domain/rules/rule-set.ts';
import { check } from '../../../services/domain/x12/check/check.ts';
import type { TransactionSet } from '../../../services/domain/x12/model.ts';
import { read } from '../../../services/domain/x12/read/read.ts';
import { isPlaced } from '../../../services/domain/x12/read/views.ts';
import type { SetDefinition } from '../../../services/domain/x12/standard/set-definition.ts';
import { fileText, standards, tradeRules } from '../mapping/support.ts';

/** A generator of numbers below a limit, the same ones every time. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const root = new URL('../../../', import.meta.url);
const samples = ['standard-3pl', 'standard-carrier'].flatMap((name) =>
  readdirSync(new URL(`partners/${name}/samples`, root))
    .filter((file) => file.endsWith('.x12'))
    .map((file) => fileText(`partners/${name}/samples/${file}`)),
);

/** 2026-03-03. */
const receivedDay = 20_515;

const words = [
  '',
  'CS',
  'AF',
  'S',
  'O',
  'P',
  'I',
  'T',
  '1',
  '2',
  '01',
  '1.50',
  '-3',
  'GM',
  'UL',
  'UP',
  'ES',
  '20260715',
  '20960131',
  '0',
  '-0.5',
  'CC',
  'IC',
  'CP',
  '0614141000012',
];

/** A sample with a few elements replaced, segments doubled, dropped or swapped. */
function mutated(text: string, next: (limit: number) => number): string {
  const segments = text
    .split('~')
    .map((segment) => segment.trim())
    .filter(Boolean);
  for (let times = 1 + next(6); times > 0; times -= 1) {
    const at = 3 + next(Math.max(1, segments.length - 6));
    const kind = next(5);
    const elements = segments[at]!.split('*');
    if (kind === 0) segments.splice(at, 1);
    else if (kind === 1) segments.splice(at, 0, segments[3 + next(segments.length - 6)]!);
    else {
      elements[1 + next(8)] = words[next(words.length)]!;
      segments[at] = [...elements].map((element) => element ?? '').join('*');
    }
  }
  return `${segments.join('~')}~`;
}

const setsIn = (text: string): readonly TransactionSet[] =>
  check(read(Buffer.from(text, 'latin1')), standards).interchanges.flatMap(({ groups }) =>
    groups.flatMap(({ sets }) => sets),
  );

const remembered = new Map<SetDefinition, ReadonlyMap<RuleSet, readonly Assertion[]>>();
const expanded = (list: RuleSet, definition: SetDefinition): readonly Assertion[] => {
  const before = remembered.get(definition)?.get(list);
  if (before !== undefined) return before;
  const rules = expandRules(list.rules, definition);
  remembered.set(definition, new Map([...(remembered.get(definition) ?? []), [list, rules]]));
  return rules;
};

describe('the prefilter of the tape', { timeout: 900_000 }, () => {
  it('hides no rule that is broken, in two thousand documents with faults', () => {
    const next = numbers(7);
    let broken = 0;
    for (let nth = 0; nth < 2000; nth += 1) {
      const text = mutated(samples[nth % samples.length]!, next);
      for (const set of setsIn(text)) {
        for (const rules of ['rules', 'hints', 'once'] as const) {
          const list = tradeRules.get(set.code)?.[rules];
          if (list === undefined || set.tree === undefined) continue;
          const all: string[] = [];
          const screened: string[] = [];
          const into = (names: string[]) => (finding: Finding) =>
            names.push(`${finding.code} ${finding.position} ${finding.element}`);
          const definition = isPlaced(set) ? set.placement?.definition : undefined;
          checkAssertions(set, expanded(list, definition!), into(all), { receivedDay });
          broken += all.length;
          checkRules(set, list, into(screened), receivedDay);
          expect([text, screened]).toEqual([text, all]);
        }
      }
    }
    expect(broken).toBeGreaterThan(1000);
  });
});
