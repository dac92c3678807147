import { readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot, said } from './command.ts';
import {
  acknowledgement,
  departed,
  file,
  inProfile,
  mapping214,
  mapping940,
  mapping945,
  order,
  partners,
  profile,
  room,
} from './mapping-room.ts';

describe('mapping', { timeout: 900_000, concurrent: true }, () => {
  test.each(['check', 'run', 'explain', 'diff'])('%s --help tells what it takes, with examples', async (name) => {
    const { code, out, err } = await said(['mapping', name, '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(new RegExp(`^Usage: crossdock mapping ${name} \\[options\\] <`));
    expect(out).toMatch(/--json/);
    expect(out).toMatch(new RegExp(`\nExamples:\n(.*\n)* {2}crossdock mapping ${name} `));
    expect(out).toMatch(/Exit codes: 0 /);
  });

  test.each<[what: string, args: () => string[], expected: RegExp]>([
    ['no command', () => [], /Usage: crossdock mapping/],
    ['a file that is not there', () => ['check', 'nowhere.yaml'], /^nowhere\.yaml cannot be read: ENOENT/],
    ['an X12 document to check', () => ['check', departed], /214-departed\.x12 is no mapping, guide or partner\.yaml/],
    [
      'a SEF file to check',
      () => ['check', file('guide.sef', '.VER 1.6\n.INI\n214,,004 010,X,X12-4.1,Shipment status\n.SETS\n')],
      /guide\.sef is no mapping, guide or partner\.yaml: This is a SEF file .*crossdock guide import/,
    ],
    [
      'a PDF to check',
      () => ['check', file('guide.yaml', '%PDF-1.7\n%\u00e2\u00e3\n1 0 obj')],
      /This is a PDF, which is not read here/,
    ],
    ['an event to check', () => ['check', order], /940-release\.event\.json is no mapping, guide or partner\.yaml/],
    [
      'a folder that is no configuration',
      () => ['check', join(projectRoot, 'test')],
      /is no configuration: it has no partner\.yaml/,
    ],
    ['a document that is not there', () => ['run', mapping214, 'nowhere.x12'], /^nowhere\.x12 cannot be read/],
    ['a mapping that is a folder', () => ['run', partners, departed], /is a folder\. Name a mapping/],
    [
      'a document for another mapping',
      () => ['run', mapping945, departed],
      /holds no 945, which the mapping reads; it holds 214/,
    ],
    ['an event that is X12', () => ['run', mapping940, departed], /is no event: /],
    ['a profile that is none', () => ['run', mapping214, departed, '--configuration', room], /is no configuration/],
    ['a context that is no JSON', () => ['run', mapping214, departed, '--context', mapping214], /is not JSON/],
    [
      'a field that is not there',
      () => ['explain', mapping214, departed, '--field', '/nothing'],
      /There is no field \/nothing/,
    ],
    [
      'a mapping and a profile to compare',
      () => ['diff', mapping214, partners, partners],
      /one of each cannot be compared/,
    ],
    ['no folder to compare over', () => ['diff', mapping214, mapping214, departed], /is no folder/],
  ])('%s is a mistake in use: exit code 2, nothing on stdout, no trace', async (_what, args, expected) => {
    const { code, out, err } = await said(['mapping', ...args()]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(expected);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe('mapping check', { timeout: 900_000, concurrent: true }, () => {
  test('finds nothing to say against our own profiles', async () => {
    const folders = ['standard-3pl', 'standard-carrier', 'standard-rest'].map((name) => inProfile(name));
    const { code, out, err } = await said(['mapping', 'check', '--json', ...folders]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { files } = JSON.parse(out) as { files: { file: string; kind: string; faults: unknown[] }[] };
    expect(files.filter(({ faults }) => faults.length > 0)).toEqual([]);
    expect([...new Set(files.map(({ kind }) => kind))]).toEqual(
      expect.arrayContaining(['partner', 'mapping', 'guide']),
    );
  });

  test('shows every fault with its line and a caret below the place', async () => {
    const path = file(
      'alone.yaml',
      acknowledgement.replace('AK1-02\nfields', 'AK1-2-3\nfields').replace('statusCode: AK9', 'statsCode: AK9'),
    );
    const { code, out } = await said(['mapping', 'check', path]);
    expect(code).toBe(1);
    const lines = out.split('\n');
    const at = (start: string) => lines.findIndex((line) => line.startsWith(`${path}:${start} `));
    expect(lines[at('5:10') + 1]).toBe('   5 | subject: AK1-2-3');
    expect(lines[at('5:10') + 2]).toBe('                ^');
    expect(lines[at('10:3')]).toContain('(did you mean `statusCode`?)');
    expect(lines[at('10:3') + 1]).toBe('  10 |   statsCode: AK9-01');
    expect(lines[at('10:3') + 2]).toBe('         ^');
    expect(out).toMatch(/\n1 file, \d faults\n$/);
  });

  test('tells paths that the set does not have, and sets that nobody knows', async () => {
    const wrong = file('wrong-paths.yaml', readFileSync(mapping945, 'utf8').replace('date: W06-03', 'date: W06-33'));
    const { code, out } = await said(['mapping', 'check', wrong]);
    expect(code).toBe(1);
    expect(out).toMatch(/wrong-paths\.yaml:\d+:\d+ W06 has \d+ elements, so there is no W06-33\.\n.*date: W06-33\n/);
    const unknown = file('unknown-set.yaml', readFileSync(mapping945, 'utf8').replace('"945"', '"946"'));
    expect((await said(['mapping', 'check', unknown])).out).toContain(
      'There is no definition of set 946 in 004010, 005010 here.',
    );
  });

  test('says where broken YAML breaks', async () => {
    const { code, out } = await said(['mapping', 'check', file('broken.yaml', 'set: "997"\nfields: { a: [1, }\n')]);
    expect(code).toBe(1);
    expect(out).toMatch(/broken\.yaml:2:\d+ This is not YAML: .*\n {3}2 \| fields: \{ a: \[1, \}\n +\^\n/);
  });

  test('tells the faults of all files of a profile at once, each under its own name', async () => {
    const folder = profile('standard-3pl', 'faulty', {
      'partner.yaml': (text) => text.replace('America/Chicago', 'America/Chicgo'),
      'mappings/997-in.yaml': (text) => text.replace('groupControl: AK1-02', 'groupControll: AK1-02'),
      'guides/997.yaml': (text) => text.replace(/^extends: .*$/m, 'extends: standard-carrier/nothing'),
    });
    const { code, out } = await said(['mapping', 'check', '--json', folder]);
    expect(code).toBe(1);
    const { files } = JSON.parse(out) as { files: { file: string; faults: { line: number; message: string }[] }[] };
    const faulty = files
      .filter(({ faults }) => faults.length > 0)
      .map(({ file: path, faults }) => [basename(path), faults[0]?.message]);
    expect(faulty).toEqual([
      ['partner.yaml', '`America/Chicgo` is no zone.'],
      ['997-in.yaml', 'The required field `groupControl` is not filled.'],
      ['997.yaml', expect.stringContaining('standard-carrier/nothing')],
    ]);
  });

  test('--coverage says nothing of samples where there are none', async () => {
    const folder = profile('standard-carrier', 'without-samples', {});
    rmSync(join(folder, 'samples'), { recursive: true });
    const { out } = await said(['mapping', 'check', '--coverage', join(folder, 'mappings', '214-in.yaml')]);
    expect(out).toContain('fields mapped');
    expect(out).not.toMatch(/in all samples|in the samples/);
  });

  test('--coverage tells what a mapping takes, fills and leaves behind', async () => {
    const { code, out } = await said(['mapping', 'check', '--coverage', mapping214]);
    expect(code).toBe(0);
    expect(out).toMatch(/mandatory elements covered: (\d+) of \1\n/);
    expect(out).toMatch(/mandatory only where their segment stands, which need not: \d+ of \d+;/);
    expect(out).toMatch(/fields mapped: \d+ of \d+\n/);
    const json = await said(['mapping', 'check', '--coverage', '--json', mapping214]);
    const [checked] = JSON.parse(json.out).files;
    expect(Object.keys(checked.coverage)).toEqual(['mandatory', 'fields', 'dropped', 'undeclared']);
    expect(checked.coverage.fields).toContainEqual(
      expect.objectContaining({ event: 'shipment.milestone.v1', field: 'shipmentId', mapped: true }),
    );
  });
});
