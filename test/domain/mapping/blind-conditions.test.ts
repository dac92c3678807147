import { describe, expect, it } from 'vitest';
import { collectFaults, faultText } from '../../../services/domain/language/fault.ts';
import { compileMapping } from '../../../services/domain/mapping/language/compile.ts';
import { findBlindConditions, findBlindRules } from '../../../services/domain/mapping/run/blind-conditions.ts';
import { mapSet } from '../../../services/domain/mapping/run/map-set.ts';
import { documentOf, inbound, mappingOf, profileOf, profiles, setsOf, standards, tradeRules } from './support.ts';

const head = `mapping: x
set: "214"
version: "004010"
emits: document.acknowledged.v1
subject: B10-01
`;
const fields =
  '{ groupControl: B10-01, functionalId: B10-02, status: { const: accepted }, statusCode: B10-03, sets: { list: [] } }';
const withRule = (condition: string) =>
  `${head}fields: ${fields}\nassert:\n  - { when: ${condition}, that: B10-01, code: business.x, explain: x }\n`;

const compileFaults = (yaml: string) =>
  compileMapping(yaml, 'm.yaml').faults.map(
    ({ line, message, hint }) => `${line} ${message}${hint ? ` (${hint})` : ''}`,
  );

function blind(yaml: string, versions = ['004010']): string[] {
  const mapping = inbound(yaml);
  const faults = collectFaults('m.yaml');
  const definitions = versions.map((version) => standards.forVersion(version)!.definition.sets.get(mapping.set)!);
  findBlindConditions(mapping, definitions, faults);
  return faults.list.map(({ line, message, hint }) => `${line} ${message}${hint ? ` (${hint})` : ''}`);
}

describe('a condition that could never hold is refused, with the right spelling', () => {
  it.each([
    ['quotes in a path', '"N1[01=\'SF\']"', ['Write `[01=SF]`']],
    ['quotes in one of two codes', '\'N1[01=ST|"SF"]\'', ['Write `[01=ST|SF]`']],
    ['a blank in a path', '"N1[01=SF ]-02"', []],
    ['a blank before a code', '"N1[01= SF]"', ['Write `[01=SF]`']],
    ['nothing between two codes', '"N1[01=SF||ST]"', ['compares with nothing']],
    ['quotes in `is`', '{ value: B10-03, is: "\'BHFT\'" }', ['(write `BHFT`)']],
    ['a blank in `in`', '{ value: B10-03, in: ["BHFT "] }', ['(write `BHFT`)']],
    ['several codes in one', '{ value: B10-03, is: BHFT|QUAY }', ['(write `in: [BHFT, QUAY]`)']],
    ['a list in `is`', '{ value: B10-03, is: [BHFT, QUAY] }', ['(write `in: [ … ]` for several)']],
    ['two kinds in one', '{ any: [B10-01], all: [B10-02] }', ['`any` beside `all` would be passed over', 'all: [ … ]']],
    ['two tests of one value', '{ value: B10-03, is: BHFT, length: 4 }', ['tested by one of', 'all: [ … ]']],
    ['a test beside what needs none', '{ present: B10-03, is: BHFT }', ['`is` beside `present` would be passed over']],
    [
      'a word that the table never gives',
      '{ value: { from: B10-03, table: { A: one } }, is: two }',
      ['never gives `two`'],
    ],
  ])('%s', (_, condition, parts) => {
    const found = compileFaults(withRule(condition)).join('\n');
    for (const part of parts) expect(found).toContain(part);
    expect(found === '').toBe(parts.length === 0);
  });

  it('a modifier without what it modifies', () => {
    const yaml = `${head}fields: ${fields.replace('B10-03', '{ from: B10-03, times: 2 }')}\n`;
    expect(compileFaults(yaml)).toEqual(['6 `times` says nothing without `sum`.']);
  });

  it('a word that an event never says', () => {
    const outbound = (when: string) =>
      `mapping: x\nset: "940"\nversion: "004010"\nrenders: warehouse-order.released.v1\nsegments:\n  - { when: ${when}, W05: { 01: { const: N }, 02: orderNumber } }\n`;
    const shaped = compileFaults(outbound('{ value: purpose, is: orignal }')).join();
    expect(shaped).toContain('`purpose` is never `orignal`');
    expect(compileFaults(outbound('"parties[role=ship-too]"')).join()).toContain(
      '`role` of `parties` is never `ship-too`',
    );
  });

  it.each([
    [
      'a code that the standard does not have',
      '{ value: "LX/AT7[01=D1]-05", is: X }',
      '(Date) is never `X`: it has 8 characters',
    ],
    [
      'a code of another length',
      '{ value: B10-03, is: BLUEHERON }',
      'B10-03 (Standard carrier alpha code (SCAC)) is never `BLUEHERON`: it has 2 to 4 characters',
    ],
    ['a word for a number', '{ value: "LX[01=1]/AT8[01=G]-04", is: MANY }', 'is never `MANY`: it is a number'],
    ['a code of another length in a path', '"N1[01=SHIPFROM]"', 'N1-01 (Party role) is never `SHIPFROM`'],
    ['a length that there is not', '{ value: B10-03, length: 9 }', 'B10-03 never has 9 characters'],
  ])('%s', (_, condition, message) => {
    expect(blind(withRule(condition)).join('\n')).toContain(message);
  });

  it('a key of a table in its place that no value reaches', () => {
    const yaml = `${head}fields: ${fields.replace('B10-03', '{ from: B10-03, table: { BHFT: one, BLUEHERON: two } }')}\n`;
    expect(blind(yaml)).toEqual([
      '6 B10-03 (Standard carrier alpha code (SCAC)) is never `BLUEHERON`: it has 2 to 4 characters.',
    ]);
  });
});

describe('a condition on one of several', () => {
  const first = withRule('{ value: LX/AT7-01, is: D1 }');

  it('is told with the spellings for any, each and the first', () => {
    expect(blind(first)).toEqual([
      '8 There may be several LX/AT7, and `LX/AT7-01` is that of the first only. (write `LX/AT7[01=D1]` for any of them, `each: LX/AT7` around it for each of them, `value: { first: ["LX/AT7-01"] }` for the first)',
    ]);
  });

  it.each([
    ['any', '"LX/AT7[01=D1]"', 1],
    ['first', '{ value: { first: [LX/AT7-01] }, is: D1 }', 0],
  ])('is right, and means what it says, when it is written for %s', (_, condition, broken) => {
    const yaml = withRule(condition).replace('that: B10-01', 'that: { absent: B10-01 }');
    expect(blind(yaml)).toEqual([]);
    const [set] = setsOf(
      documentOf('214', 'B10*P*S*BHFT\nLX*1\nAT7*X3*NS***20260130*0915*LT\nLX*2\nAT7*D1*NS***20260130*0915*LT'),
    );
    const { findings } = mapSet(set!, inbound(yaml));
    expect(findings.filter(({ code }) => code === 'business.x')).toHaveLength(broken);
  });

  it('is right inside an `each`', () => {
    const yaml = `${head}fields: ${fields}\nassert:\n  - { each: LX/AT7, when: { value: AT7-01, is: D1 }, that: AT7-05, code: business.x, explain: x }\n`;
    expect(blind(yaml)).toEqual([]);
  });
});

it('no rule of ours is blind: mappings, guides and trade rules in every version that they are for', () => {
  for (const profile of profiles.map(profileOf))
    for (const { compiled } of profile.documents) {
      if (compiled.direction !== 'inbound' || compiled.reads) continue;
      const faults = collectFaults(compiled.name);
      const definitions = [compiled.version, ...(compiled.alsoIn ?? [])].map(
        (version) => standards.forVersion(version)!.definition.sets.get(compiled.set)!,
      );
      findBlindConditions(compiled, definitions, faults);
      expect(faults.list.map(faultText)).toEqual([]);
    }
  for (const [set, { rules, hints, once }] of tradeRules) {
    const definitions = standards.versions
      .map((version) => standards.forVersion(version)!.definition.sets.get(set))
      .filter((definition) => definition !== undefined);
    const faults = collectFaults(set);
    for (const list of [rules, hints, once]) findBlindRules(list.rules, definitions, faults);
    expect(faults.list.map(faultText)).toEqual([]);
  }
  expect(mappingOf(profileOf('standard-carrier'), '214').direction).toBe('inbound');
});
