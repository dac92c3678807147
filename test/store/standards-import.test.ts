import { describe, expect, test } from 'vitest';
import { productStandards } from '../../services/library/standards/imports.ts';
import { planImport } from '../../services/library/standards/plan-import.ts';

const product = productStandards();

function planned(
  files: Record<string, string>,
  options: { version?: string; complete?: boolean } = { version: '004010' },
) {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
  return planImport(sources, { complete: false, ...options }, { product, imports: [] });
}

const faultsOf = (files: Record<string, string>): readonly string[] =>
  planned(files).faults.map(({ path, line, message }) => `${path}:${line}: ${message}`);

const json = (...lines: string[]) => ['{', '"version": "004010",', ...lines, '}'].join('\n');

describe('faults of files to import', () => {
  test.each<[what: string, line: string, expected: RegExp]>([
    ['a code that is too short', 'C,Case,355', /Element 355 .* takes 2 characters, and the code "C" has 1/],
    ['a code without its zero', '1,Original,353', /the code "1" has 1\. A spreadsheet may have cut a zero/],
    ['an element that is not known', 'EA,Each,9876', /Element 9876 is not known in 004010/],
    ['an element without codes', 'XX,Anything,127', /Element 127 .* is no code/],
    ['a composite', 'XX,Anything,C001', /Element C001 .* is no code/],
    ['an empty code', ',Nothing,355', /The code is empty/],
    ['an empty meaning and element', 'CA,,', /The element, the meaning is empty/],
    ['a code with a space in it', 'C A,Case,66', /has characters that no code has/],
  ])('%s is told with its line in the list', (_, line, expected) => {
    const faults = faultsOf({ 'codes.csv': `code,meaning,element\nCA,Case,355\n${line}\n` });
    expect(faults).toEqual([expect.stringMatching(expected)]);
    expect(faults[0]).toMatch(/^codes\.csv:3: /);
  });

  test('one code has one meaning; the same line twice does no harm', () => {
    const list = (again: string) => `element,code,meaning\n355,CA,Case\n355,CA,${again}\n`;
    expect(faultsOf({ 'codes.csv': list('Case') })).toEqual([]);
    expect(faultsOf({ 'codes.csv': list('Crate') })).toEqual([
      'codes.csv:3: Code CA of element 355 has two meanings: "Case" and "Crate". Keep one.',
    ]);
  });

  test.each<[what: string, text: string, expected: RegExp]>([
    ['without its columns', 'element,code\n355,CA\n', /^codes\.csv:1: .*meaning is missing, there is element, code/],
    ['without a code', 'element,code,meaning\n', /^codes\.csv:1: There is no code/],
    ['that is empty', '', /^codes\.csv:1: .*there is nothing/],
    ['with quotes that do not end', 'element,code,meaning\n355,"CA,Case\n', /^codes\.csv:\d: This is no CSV/],
  ])('a list %s is told', (_, text, expected) => {
    expect(faultsOf({ 'codes.csv': text })).toEqual([expect.stringMatching(expected)]);
  });

  test.each([
    'element;code;meaning\n355;ZA;Ours\n',
    'Meaning\tRemark\tCode\tElement\r\nOurs\tx\tZA\t355\r\n',
    '\uFEFF"element","code","meaning"\n"355","ZA","Ours"\n',
  ])('a list may come with other separators, columns in any order, quotes and a byte order mark: %j', (text) => {
    const { plans, faults } = planned({ 'codes.csv': text });
    expect(faults).toEqual([]);
    expect(plans[0]!.file).toEqual({
      version: '004010',
      elements: { '355': { codes: { partial: true, values: { ZA: 'Ours' } } } },
    });
  });

  test.each<[what: string, text: string, expected: readonly RegExp[]]>([
    ['broken JSON', '{\n"version": "004010",\n"elements": {,}\n}', [/^a\.json:3: This is no JSON/]],
    ['JSON that is no object', '[]', [/^a\.json:1: The file is \[\]; it must be object/]],
    [
      'an unknown key',
      json('"elemints": {}'),
      [/:1: The file has no "extends"/, /:3: The file has "elemints", which is not known/],
    ],
    [
      'an unknown type',
      json('"elements": {', '"9991": { "name": "A", "type": "AX", "min": 1, "max": 3 }', '}'),
      [/:4: elements › 9991 › type is "AX"; it must be one of AN, ID/],
    ],
    [
      'a number for a text',
      json('"elements": {', '"9991": { "name": 5, "type": "AN", "min": 0, "max": 3 }', '}'),
      [/:4: elements › 9991 › name is 5/, /:4: elements › 9991 › min is 0/],
    ],
    [
      'a key twice',
      json('"elements": {', '"9991": { "name": "A" },', '"9991": { "name": "B" }', '}'),
      [/:5: elements › 9991 stands twice/],
    ],
    [
      'a wrong rule',
      json('"segments": {', '"N1": { "rules": ["R0203",', '"Q0102"] }', '}'),
      [/:5: segments › N1 › rules › 1 is "Q0102"; it must look like/],
    ],
    [
      'half an element',
      json('"elements": {', '"9991": { "name": "A", "type": "AN" }', '}'),
      [/:4: Element 9991 is new and lacks min, max/],
    ],
    [
      'a segment with an unknown element',
      json('"segments": {', '"ZZ9": { "name": "A", "elements": [{ "ref": "9990", "use": "M" }] }', '}'),
      [/:4: Segment ZZ9 uses element 9990, which is not defined/],
    ],
    ['an element that sets still need taken away', json('"elements": {', '"353": null', '}'), [/./]],
  ])('%s is told with its line', (_, text, expected) => {
    const faults = faultsOf({ 'a.json': text });
    expect(faults.length).toBeGreaterThanOrEqual(expected.length);
    for (const pattern of expected)
      expect(faults.filter((fault) => pattern.test(fault)).length, String(pattern)).toBeGreaterThan(0);
  });

  test('all files tell their faults at once', () => {
    const faults = faultsOf({
      'a.json': '{',
      'b.csv': 'element,code,meaning\n355,C,Case\n9876,EA,Each\n',
      'c.json': json('"elements": {', '"355": { "max": "two" }', '}'),
    });
    expect(faults.map((fault) => fault.slice(0, 8))).toEqual(['a.json:1', 'c.json:4', 'b.csv:2:', 'b.csv:3:']);
  });

  test('two files that would have one name are told; the version is part of the name', () => {
    const text = 'element,code,meaning\n355,ZA,Ours\n';
    expect(faultsOf({ 'a/units.csv': text, 'b/units.csv': text })[0]).toMatch(
      /It would be imported as 004010-units, and so would b\/units\.csv/,
    );
    expect(planned({ 'my units.csv': text }).plans[0]!.name).toBe('004010-my-units');
  });
});

describe('what an import changes', () => {
  test('is told for each element, segment, set and version', () => {
    const { plans } = planned({
      'units.csv': 'element,code,meaning\n355,ZA,Ours\n355,CA,Our case\n',
      'more.json': json('"segments": {', '"ZZ9": { "name": "Ours" },', '"N2": { "name": "Further name" }', '}'),
      'version.json': '{ "version": "006020", "extends": "005010" }',
    });
    const changes = Object.fromEntries(plans.map((plan) => [plan.name, plan.changes]));
    expect(changes['004010-units']).toEqual([
      {
        part: 'element',
        key: '355',
        name: expect.any(String),
        change: 'changed',
        codes: { added: 1, replaced: 1, removed: 0, complete: false },
      },
    ]);
    expect(changes['004010-more']!.map(({ key, change }) => [key, change])).toEqual([
      ['ZZ9', 'added'],
      ['N2', 'changed'],
    ]);
    expect(changes['006020-version']).toMatchObject([{ part: 'version', key: '006020', change: 'added' }]);
  });

  test('a complete list takes the place of the one that is there', () => {
    const text = 'element,code,meaning\n92,ZA,Ours\n';
    const { plans, standards } = planned({ 'kinds.csv': text }, { version: '004010', complete: true });
    expect(plans[0]!.changes[0]!.codes).toMatchObject({ added: 1, complete: true });
    expect(plans[0]!.changes[0]!.codes!.removed).toBeGreaterThan(3);
    const kinds = ['004010', '005010'].map((version) => standards!.forVersion(version)!.definition.elements.get('92')!);
    expect(kinds.map(({ codes, partial }) => [[...codes!.keys()], partial])).toEqual([
      [['ZA'], false],
      [['ZA'], true],
    ]);
  });
});
