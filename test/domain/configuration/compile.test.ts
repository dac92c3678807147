import { describe, expect, test } from 'vitest';
import { compareFiles } from '../../../services/domain/configuration/compare-files.ts';
import { compileConfiguration } from '../../../services/domain/configuration/compile.ts';
import { fromTemplates } from '../../../services/domain/configuration/from-templates.ts';
import { profileFiles, standards, templateGuides } from '../mapping/support.ts';

// The configuration of a partner: one value of its files, or every fault with its place.

const identity = [{ qualifier: '02', isaId: 'BHFT', gsId: 'BHFTGS' }];
const identities = { production: identity, sandbox: [] };
const templates = (...names: string[]) => names.map((name) => ({ name, files: profileFiles(name) }));
const carrier = fromTemplates(
  templates('standard-carrier'),
  { name: 'Blue "Heron": Freight', kind: 'carrier', zone: 'Europe/Berlin', identities },
  templateGuides,
);
const compile = (files: ReadonlyMap<string, string>) => compileConfiguration(files, { standards, hash: 'h' });
const changed = (path: string, change: (text: string) => string, also: Record<string, string> = {}) =>
  compile(new Map([...carrier, ...Object.entries(also)]).set(path, change(carrier.get(path) ?? '')));
const faultsOf = (compiled: ReturnType<typeof compile>) =>
  compiled.faults.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);

describe('made from a template', () => {
  test('has what the template has, and the name, zone and identities of the partner', () => {
    const { configuration } = compile(carrier);
    expect(configuration).toMatchObject({
      ...{ hash: 'h', name: 'Blue "Heron": Freight', kind: 'carrier', templates: ['standard-carrier'], identities },
      zone: 'Europe/Berlin',
      acknowledgement: { functional: '997', ta1: 'when-requested', includeAcceptedSets: true },
    });
    expect(configuration!.documents.map(({ set }) => set)).toEqual(expect.arrayContaining(['214', '204', '997']));
    expect(configuration!.guides.map(({ reference }) => reference)).toContain('guides/214');
  });

  test('keeps the words of people in the template’s head', () => {
    expect(carrier.get('partner.yaml')).toContain('# Local times in its documents');
  });

  test('stands for itself: what its guides extend is among its files', () => {
    const files = fromTemplates(templates('standard-3pl'), { name: 'Q', kind: '3pl', identities }, templateGuides);
    expect(files.get('guides/standard-carrier/997.yaml')).toBe(profileFiles('standard-carrier').get('guides/997.yaml'));
    const guide = compile(files).configuration!.guides.filter(({ set }) => set === '997');
    expect(guide.map(({ reference }) => reference)).toContain('guides/997');
    const without = new Map(files);
    without.delete('guides/standard-carrier/997.yaml');
    expect(faultsOf(compile(without))).toEqual(['guides/997.yaml:5:10 There is no guide `standard-carrier/997`.']);
  });

  test('of several templates, of a document that both have the first one’s holds', () => {
    const files = fromTemplates(
      templates('standard-carrier', 'standard-3pl', 'standard-rest'),
      { name: 'B', kind: 'carrier-3pl', identities },
      templateGuides,
    );
    const { configuration, faults } = compile(files);
    expect(faults).toEqual([]);
    const sets = configuration!.documents.map(({ set, direction }) => `${set} ${direction}`);
    expect(new Set(sets).size).toBe(sets.length);
    expect(sets).toEqual(expect.arrayContaining(['214 inbound', '945 inbound', 'inventory inbound', '997 inbound']));
    expect(files.get('mappings/997-in.yaml')).toBe(profileFiles('standard-carrier').get('mappings/997-in.yaml'));
  });
});

describe('a document', () => {
  const line = '  - { set: "214", direction: inbound, version: "004010", mapping: 214-in.yaml }';
  const saying = (more: string, also?: Record<string, string>) =>
    changed('partner.yaml', (text) => text.replace(line, line.replace(' }', `, ${more} }`)), also);

  test('may have terms of its own; what it does not say is said for all', () => {
    const { configuration } = saying('endpoint: as2, acknowledgement: { functional: "999" }, sla: { answered: 90m }');
    const [first, other] = ['214', '990'].map((set) => configuration!.documents.find((one) => one.set === set)!);
    expect(first).toMatchObject({
      endpoint: 'as2',
      acknowledgement: { functional: '999', ta1: 'when-requested' },
      sla: { acknowledgedWithinMinutes: 1440, answeredWithinMinutes: 90 },
    });
    expect(other).toMatchObject({
      endpoint: 'https',
      acknowledgement: { functional: '997' },
      sla: { acknowledgedWithinMinutes: 1440, answeredWithinMinutes: 2880 },
    });
  });

  test('is held against the guide that it names and no other of its set', () => {
    const other = carrier.get('guides/214.yaml')!.replace('guide: Shipment status', 'guide: Another');
    const { configuration } = saying('guide: another.yaml', { 'guides/another.yaml': other });
    const of214 = configuration!.guides.filter(({ set }) => set === '214');
    expect(new Set(of214.map(({ reference }) => reference))).toEqual(new Set(['guides/another']));
  });

  test.each([
    ['guide: 213.yaml', 'guide', 'There is no file guides/213.yaml in the configuration.'],
    ['sla: { answered: soon }', 'soon', '`answered` is a time of at most a year.'],
    ['sla: { answered: 400d }', '400d', '`answered` is a time of at most a year.'],
    ['way: https', 'way', 'A document has no key `way`.'],
  ])('that says %s is told so, with the place', (more, place, message) => {
    const lines = carrier.get('partner.yaml')!.split('\n');
    const column = line.replace(' }', `, ${more} }`).indexOf(place) + 1;
    expect(faultsOf(saying(more))).toEqual([`partner.yaml:${lines.indexOf(line) + 1}:${column} ${message}`]);
  });
});

test.each([
  ['id: BHFT', 'id: BLUEHERONFREIGHTS', 'An id in ISA06 and ISA08 has at most 15 characters of ASCII.'],
  ['qualifier: "02"', 'qualifier: SCAC', 'A qualifier has two letters or digits, such as ZZ, 02 or 12.'],
  ['group: BHFTGS', 'group: B', 'An id in GS02 and GS03 has 2 to 15 characters of ASCII.'],
  ['group: BHFTGS', 'group: BH*GS', 'An id holds none of * ~ > ^ |, which separate the parts of a document.'],
  ['id: BHFT', 'id: " BHFT"', 'Blanks before or behind an id are no part of it; leave them out.'],
  ['qualifier: "02"', 'qualifier: QQ', 'QQ is no qualifier of X12'],
  ['partner: ', 'template: x # ', 'A template has no key `templates`.'],
])('what stands for %s in the head is told when it is %s', (from, to, message) => {
  const faults = faultsOf(changed('partner.yaml', (text) => text.replace(from, to)));
  expect(faults).toEqual(expect.arrayContaining([expect.stringMatching(/^partner\.yaml:\d+:\d+ /)]));
  expect(faults.join('\n')).toContain(message);
});

test('files are compared line by line, with what stands around a change', () => {
  const marks = (a: readonly string[], b: readonly string[]) => [
    ...a.slice(0, -1).map((line) => [0, line] as const),
    [1, a.at(-1)!] as const,
    [-1, b.at(-1)!] as const,
  ];
  const before = new Map([
    ['a', '1\n2\n3\n4\n5\n6\n'],
    ['same', 'x'],
    ['gone', 'x'],
  ]);
  const after = new Map([
    ['a', '1\n2\n3\n4\n5\n7\n'],
    ['same', 'x'],
  ]);
  expect(compareFiles(before, after, marks)).toMatchObject([
    { path: 'a', change: 'changed', lines: ['…', ' 3', ' 4', ' 5', '-6', '+7'] },
    { path: 'gone', change: 'removed' },
  ]);
});
