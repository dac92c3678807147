import { describe, expect, it } from 'vitest';
import {
  FindingRoom,
  FindingTotals,
  type ListLimits,
  usualLimits,
  withoutLimits,
} from '../../../services/domain/finding-list.ts';
import { compileGuides } from '../../../services/domain/guide/compile-guide.ts';
import { lintInterchange } from '../../../services/domain/lint/lint-interchange.ts';
import type { Linter } from '../../../services/domain/lint/lint-set.ts';
import { withoutKnown } from '../../../services/domain/lint/without-known.ts';
import type { InboundMapping } from '../../../services/domain/mapping/language/plan.ts';
import { mapSet } from '../../../services/domain/mapping/run/map-set.ts';
import { check } from '../../../services/domain/x12/check/check.ts';
import type { Interchange, ParsedDocument } from '../../../services/domain/x12/model.ts';
import { read } from '../../../services/domain/x12/read/read.ts';
import { withVerdict } from '../../../services/domain/x12/read/views.ts';
import { mappingOf, profileOf, tradeRules } from '../mapping/support.ts';
import { answer } from './acknowledged.ts';
import { bytesOf, interchange, standards, textOf } from './support.ts';

// Each of these stands in a document any number of times; what the last one does must count whatever was listed before it.
const faults: readonly ((nth: number) => string)[] = [
  () => 'W12*CC*8*00000000008**EA**SK*A',
  () => 'W12*CC*8*8X**EA**SK*B',
  () => 'W12*ZZ*8*8**EA**SK*C',
  () => 'W12**8*8**EA**SK*D',
  () => 'W12*CC*8*8**QQ**SK*E',
  () => 'W12*CP*8*4*4*CS**SK*F',
  () => 'W12*CC*8*8**EA***G',
  (nth) => `Q${nth % 10}Z*1`,
  () => 'G69*'.padEnd(90, 'X'),
  () => 'N9*LT',
  () => 'TD5*B*2*BHFT*M',
  () => 'W12*CC*8*8**EA**SK*H*************9',
  () => 'MAN*GM*00106141411234567890',
];

const guide = (enforce: string) => `guide: Lines
set: "945"
version: "004010"
${enforce}segments:
  LX/W12: { elements: { 01: { codes: [CC, SH] }, 05: { codes: [EA, CA] }, 08: { length: 1..2 } } }
  LX/W12/G69: { max: 2 }
  LX/W12/N9: { use: not-used }
rules:
  - { each: LX/W12, when: { value: W12-01, is: CC }, that: { value: W12-05, in: [EA, CA] }, code: guide.unit, explain: Complete lines are in EA or CA. }
`;

function linterFor(enforce: string): Linter {
  const text = guide(enforce);
  const compiled = compileGuides([{ file: 'lines.yaml', reference: 'test/lines', text }], standards);
  expect(compiled.faults).toEqual([]);
  return { guides: compiled.guides, tradeRules };
}

const linters = [linterFor(''), linterFor('enforce: reject\n')];
const mapping = mappingOf(profileOf('standard-3pl'), '945') as InboundMapping;

function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** Two sets: one with k faults of up to three kinds, of which the last one comes last, and one without. */
function documentWith(k: number, next: (below: number) => number): Uint8Array {
  const kinds = [next(faults.length), next(faults.length), next(faults.length)].map((nth) => faults[nth]!);
  const lines = Array.from({ length: k }, (_, nth) => {
    const kind = nth === k - 1 ? kinds[2]! : kinds[nth % 2]!;
    return [`LX*${nth + 1}`, 'W12*CC*8*8**EA**SK*OK', kind(nth)];
  }).flat();
  const head = ['W06*F*SO1001*20260130*SHIP77', 'N1*ST*HILLTOP STORES', 'N4*DAYTON*OH*45402*US', 'G62*11*20260130'];
  const whole = (body: readonly string[]) => [...head, 'W27*M*BHFT', ...body, `W03*${k * 8}*240*LB`];
  return bytesOf(interchange({ bodies: [whole(lines), whole(['LX*1', 'W12*CC*8*8**EA**SK*OK'])] }));
}

function lintedWith(bytes: Uint8Array, linter: Linter, limits: ListLimits): ParsedDocument {
  const reading = check(read(bytes, limits), standards, { limits });
  const listed = new FindingRoom(limits);
  return { ...reading, interchanges: reading.interchanges.map((one) => lintInterchange(one, linter, listed)) };
}

/** All that a limit must not change: verdicts, the codes and counts of the acknowledgements, totals, events. */
function outcome(bytes: Uint8Array, linter: Linter, limits: ListLimits) {
  const { interchanges, findings } = lintedWith(bytes, linter, limits);
  const listed = new FindingRoom(limits);
  const totals = new FindingTotals(findings);
  const sets = interchanges.flatMap((one) => {
    totals.add(one.findings);
    return one.groups.flatMap((group) => {
      totals.add(group.findings);
      return group.sets.map((set) => {
        const mapped = set.status === 'R' ? { events: [], findings: [] } : mapSet(set, mapping, { listed });
        totals.add([...set.findings, ...withoutKnown(mapped.findings, set.findings)]);
        return { status: set.status, events: mapped.events };
      });
    });
  });
  const byCode = totals.byCode.map(({ code, level, total }) => `${level} ${code} ${total}`).sort();
  return {
    sets,
    byCode,
    groups: interchanges.map(({ groups }) => groups.map(({ status }) => status)),
    answers: answersTo(interchanges),
  };
}

const verdictSegment = /^(AK2|AK5|AK9|IK5)/;

const answersTo = (interchanges: readonly Interchange[]) =>
  interchanges.map((one) =>
    (['997', '999'] as const).map((kind) =>
      textOf(answer(one, kind).functional!.bytes)
        .split('~')
        .filter((segment) => verdictSegment.test(segment)),
    ),
  );

/** Small limits are reached by small documents, so that the same is tried far more often. */
const narrow: ListLimits = { samePlace: 2, sameNote: 1, list: 6, document: 9 };

describe('a limit on how many findings are listed', { timeout: 900_000 }, () => {
  it('changes no verdict, no count, no total and no event, whatever the faults and however many', () => {
    const next = numbers(7);
    let cut = 0;
    for (let k = 1; k <= 150; k += 1) {
      const bytes = documentWith(k, next);
      const linter = linters[k % 2]!;
      expect([k, outcome(bytes, linter, narrow)]).toEqual([k, outcome(bytes, linter, withoutLimits)]);
      const sets = lintedWith(bytes, linter, narrow).interchanges[0]!.groups[0]!.sets;
      if (sets.some(({ findings }) => findings.some(({ count }) => count !== undefined))) cut += 1;
    }
    expect(cut).toBeGreaterThan(120);
  });

  it.each([10, 11, 12, 249, 250, 251, 499, 500, 501, 502, 777, 1000, 1500, 1999, 2000])(
    'changes nothing as it is set in the product, with %i faults in a set',
    (k) => {
      const next = numbers(k);
      for (const linter of linters) {
        const bytes = documentWith(k, next);
        expect(outcome(bytes, linter, usualLimits)).toEqual(outcome(bytes, linter, withoutLimits));
      }
    },
  );

  it('does not let the eleventh fault pass: an unreadable quantity behind ten that are only too long', () => {
    const lines = Array.from({ length: 10 }, (_, nth) => [`LX*${nth + 1}`, 'W12*CC*8*00000000008**EA**SK*A']).flat();
    const bytes = documentOfLines([...lines, 'LX*11', 'W12*CC*8*8X**EA**SK*B']);
    const { interchanges } = check(read(bytes), standards);
    const [set] = interchanges[0]!.groups[0]!.sets;
    expect(set!.status).toBe('R');
    expect(set!.findings).toMatchObject([
      ...Array(10).fill({ code: 'x12.element.too-long', element: 3 }),
      { code: 'x12.element.character', position: 27, element: 3, ack: { ak403: '6' } },
    ]);
    expect(answersTo(interchanges)[0]![0]).toEqual(['AK2*945*0001', 'AK5*R*5', 'AK9*R*1*1*0']);
  });

  it.each([
    ['a place is full', usualLimits],
    ['the list is full', { ...usualLimits, list: 5 }],
    ['the document is full', { ...usualLimits, document: 8 }],
  ])('keeps a place for what rejects where %s: the answer says for what', (_, limits) => {
    const lines = Array.from({ length: 12 }, (_, nth) => [`LX*${nth + 1}`, 'W12*CC*8*00000000008**QQ**SK*A']).flat();
    const bytes = documentOfLines([...lines, 'LX*13', 'W12*CC*8*8X**EA**SK*B']);
    for (const linter of linters) {
      const { interchanges } = lintedWith(bytes, linter, limits);
      for (const kind of ['997', '999'] as const) {
        const received = textOf(answer(interchanges[0]!, kind).functional!.bytes).split('~');
        expect(received.filter((segment) => /^[AI]K4\*3\*382\*6$/.test(segment))).toHaveLength(1);
      }
    }
  });

  it('lists at most 99 elements of a segment in a 997, and what rejects is among them', () => {
    const [one] = check(read(documentOfLines(['LX*1', 'W12*CC*8*8X**EA**SK*B'])), standards).interchanges;
    const [group] = one!.groups;
    const [set] = group!.sets;
    const [unreadable] = set!.findings;
    const long = { ...unreadable!, code: 'x12.element.too-long', element: 1, ack: { ak304: '8', ak403: '5' } };
    const findings = [...Array<typeof long>(120).fill(long), unreadable!];
    const full = { ...one!, groups: [{ ...group!, sets: [withVerdict(set!, findings, 'R')] }] };
    const received = textOf(answer(full, '997').functional!.bytes).split('~');
    expect(received.filter((segment) => segment.startsWith('AK4'))).toHaveLength(99);
    expect(received.filter((segment) => segment.startsWith('AK4*3*382*6'))).toHaveLength(1);
  });

  it('is said in the list, with the true total', () => {
    const lines = Array.from({ length: 30 }, (_, nth) => [`LX*${nth + 1}`, 'W12*CC*8*00000000008**EA**SK*A']).flat();
    const [set] = check(read(documentOfLines(lines)), standards).interchanges[0]!.groups[0]!.sets;
    expect(set!.findings).toHaveLength(11);
    expect(set!.findings.at(-1)).toEqual({
      code: 'x12.element.too-long',
      level: 'standard',
      count: 20,
      ack: { ak304: '8', ak403: '5' },
      explanation: '20 more of this kind are not listed (30 in all). Correct those that are listed first.',
    });
  });

  it('bounds what a document of very many faulty sets keeps, and counts all of it', () => {
    const sets = 3000;
    const text = interchange({
      bodies: Array.from({ length: sets }, () => ['W06*F', 'LX*1', 'W12*CC*8*8X**EA**SK*B']),
    });
    const limits = { ...usualLimits, document: 100 };
    const reading = lintedWith(bytesOf(text), linters[0]!, limits);
    const [group] = reading.interchanges[0]!.groups;
    const all = group!.sets.flatMap(({ findings }) => findings);
    const totals = new FindingTotals(all);
    expect(new Set(all).size).toBeLessThan(400);
    expect(totals.byCode).toContainEqual({
      code: 'x12.element.character',
      level: 'standard',
      total: sets,
      listed: expect.any(Number),
    });
    expect(group!.sets.every(({ status }) => status === 'R')).toBe(true);
    expect(answersTo(reading.interchanges)[0]![0]!.at(-1)).toBe(`AK9*R*${sets}*${sets}*0`);
  });

  it('holds for faults outside of sets: very many SE and GE', () => {
    const many = (segment: string, times: number) => Array.from({ length: times }, () => segment);
    const text = interchange({}, (segments) => [
      segments[0]!,
      ...many('GE*0*1', 900),
      segments[1]!,
      ...many('SE*1*0001', 900),
      ...segments.slice(2),
    ]);
    const reading = check(read(bytesOf(text)), standards);
    const [one] = reading.interchanges;
    const found = [...one!.findings, ...one!.groups[0]!.findings];
    expect(found.length).toBeLessThan(40);
    expect(new FindingTotals(found).byLevel.standard).toBe(1800);
  });
});

function documentOfLines(lines: readonly string[]): Uint8Array {
  const head = ['W06*F*SO1001*20260130*SHIP77', 'N1*ST*HILLTOP STORES', 'G62*11*20260130', 'W27*M*BHFT'];
  return bytesOf(interchange({ bodies: [[...head, ...lines, 'W03*88*61*LB']] }));
}
