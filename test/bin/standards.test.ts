import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { scratch } from '../platform/hub-rig.ts';
import { projectRoot, type Said, said } from './command.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(() => {
  for (const step of cleanUp.splice(0)) step();
});

/** An empty home of a hub, and files beside it. */
function place(files: Record<string, string> = {}) {
  const { dir, remove } = scratch('home');
  cleanUp.push(remove);
  const home = join(dir, 'hub');
  const path = (name: string) => join(dir, name);
  for (const [name, text] of Object.entries(files)) writeFileSync(path(name), text);
  const imports = join(home, 'standards');
  return {
    path,
    imports,
    stored: () => (existsSync(imports) ? readdirSync(imports) : []),
    run: (...args: string[]): Promise<Said> => said(args, { env: { CROSSDOCK_HOME: home } }),
    /** A file that somebody put there by hand. */
    put(name: string, text: string) {
      mkdirSync(imports, { recursive: true });
      writeFileSync(join(imports, name), text);
    },
  };
}

const kinds = 'element,code,meaning\n92,ZA,Kind of ours\n92,SA,Stand-alone\n';
/** An 850 of the kind ZA, which only the code list above knows. */
const order = [
  'ISA*00*          *00*          *ZZ*NORTHGATE      *ZZ*QUAYSIDE       *260130*0930*U*00401*000000001*0*T*>',
  'GS*PO*NORTHGATE*QUAYSIDE*20260130*0930*1*X*004010',
  'ST*850*0001',
  'BEG*00*ZA*SO1001**20260130',
  'PO1*1*12*CA***VN*SKU-1',
  'CTT*1',
  'SE*5*0001',
  'GE*1*1',
  'IEA*1*000000001',
  '',
].join('~');

const codesIn = (inspected: Said): string[] =>
  [...inspected.out.matchAll(/"code": "([^"]+)"/g)].map(([, code]) => code!);

describe('crossdock standards', { timeout: 900_000 }, () => {
  test.each(['import', 'list', 'remove'])('%s --help tells what it takes, and is no mistake', async (name) => {
    const { code, out, err } = await said(['standards', name, '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(new RegExp(`^Usage: crossdock standards ${name} \\[options\\]`));
    expect(out).toMatch(/--json/);
  });

  test('what is imported decides what the other commands find, until it is removed', async () => {
    const { path, run, stored } = place({ 'kinds.csv': kinds, 'order.x12': order });
    const inspect = async () => codesIn(await run('inspect', '--json', path('order.x12')));
    expect(await inspect()).toEqual(['x12.element.code-unlisted']);

    const partial = await run('standards', 'import', path('kinds.csv'), '--version', '004010');
    expect(partial).toMatchObject({ code: 0, err: '' });
    expect(partial.out).toMatch(/element 92 .*: changed, 1 code added, 1 meaning replaced, other codes stay possible/);
    expect(stored()).toEqual(['004010-kinds.json']);
    expect(await inspect()).toEqual([]);

    const complete = await run('standards', 'import', path('kinds.csv'), '--version', '004010', '--complete');
    expect(complete.out).toMatch(/in place of the import of this name/);
    expect(complete.out).toMatch(/the list is complete/);
    writeFileSync(path('order.x12'), order.replace('*ZA*', '*NE*'));
    expect(await inspect()).toEqual(['x12.element.code-unknown']);

    expect(await run('standards', 'remove', '004010-kinds')).toMatchObject({ code: 0, err: '' });
    expect(stored()).toEqual([]);
    expect(await inspect()).toEqual([]);
  });

  test('--dry-run says the same and writes nothing', async () => {
    const { path, run, stored } = place({ 'kinds.csv': kinds });
    const args = ['standards', 'import', path('kinds.csv'), '--version', '004010'];
    const dry = await run(...args, '--dry-run');
    expect(dry.code).toBe(0);
    expect(dry.out).toMatch(/Nothing was written/);
    expect(stored()).toEqual([]);
    const real = await run(...args);
    expect(real.out.split('\n').slice(0, 2)).toEqual(dry.out.split('\n').slice(0, 2));
  });

  test('a file with a fault keeps all of them out, the good one too; the faults are told with file and line', async () => {
    const { path, run, stored } = place({ 'good.csv': kinds, 'bad.csv': 'element,code,meaning\n92,Z,Ours\n92,ZB,\n' });
    const args = ['standards', 'import', path('good.csv'), path('bad.csv'), '--version', '004010'];
    const { code, out, err } = await run(...args);
    expect({ code, out, stored: stored() }).toEqual({ code: 1, out: '', stored: [] });
    expect(err.split('\n')).toEqual([
      expect.stringMatching(/bad\.csv:2: Element 92 .*takes 2 characters, and the code "Z" has 1/),
      `${path('bad.csv')}:3: The meaning is empty. Fill it in, or take the line out.`,
      '2 faults; nothing was imported.',
      '',
    ]);
    const json = JSON.parse((await run(...args, '--json')).out);
    expect(json).toMatchObject({ written: false, imports: [], faults: [{ line: 2 }, { line: 3 }] });
  });

  test('a complete list that lacks what our guides speak of is refused, with the places in the guides', async () => {
    const { path, run, stored } = place({ 'units.csv': 'element,code,meaning\n355,EA,Each\n' });
    const { code, err } = await run('standards', 'import', path('units.csv'), '--version', '004010', '--complete');
    expect(code).toBe(1);
    expect(err).toMatch(/standard-3pl\/guides\/940\.yaml:\d+:\d+: CA is no code of W01-02/);
    expect(stored()).toEqual([]);
  });

  test('a whole version comes in as several files at once, which need each other', async () => {
    const files = {
      'version.json': '{ "version": "006020", "extends": "005010" }',
      'elements.json':
        '{ "version": "006020", "elements": { "9990": { "name": "Ours", "type": "AN", "min": 1, "max": 9 } } }',
      'segments.json':
        '{ "version": "006020", "segments": { "ZZ9": { "name": "Ours", "elements": [{ "ref": "9990", "use": "M" }] } } }',
      '945.json': JSON.stringify({
        version: '006020',
        set: '945',
        functionalId: 'SW',
        name: 'Our advice',
        body: [
          { segment: 'ST', use: 'M' },
          { segment: 'ZZ9', use: 'M' },
          { segment: 'SE', use: 'M' },
        ],
      }),
      'sent.x12': order
        .replace('*OW*', '*SW*')
        .replace('004010', '006020')
        .replace(/ST\*940[\s\S]*SE\*8/, 'ST*945*0001~ZZ9*HELLO~SE*3'),
    };
    const { path, run } = place(files);
    const names = Object.keys(files).filter((name) => name.endsWith('.json'));
    const imported = await run('standards', 'import', '--json', ...names.map(path));
    expect(imported.code).toBe(0);
    const plan = JSON.parse(imported.out);
    expect(plan).toMatchObject({ written: true, faults: [] });
    expect(plan.imports.map(({ name }: { name: string }) => name).sort()).toEqual([
      '006020-945',
      '006020-elements',
      '006020-segments',
      '006020-version',
    ]);
    expect(await run('inspect', path('sent.x12'))).toMatchObject({ code: 0 });

    const list = JSON.parse((await run('standards', 'list', '--json')).out);
    const version = list.versions.find((one: { version: string }) => one.version === '006020');
    expect(version).toMatchObject({ extends: '005010' });
    expect(version.sets).toContainEqual({ set: '945', name: 'Our advice', from: '006020-945' });
    expect(version.sets).toContainEqual({
      set: '940',
      name: 'Warehouse shipping order',
      from: 'product',
      layoutOf: '005010',
    });
    expect(list.imports).toHaveLength(4);

    const early = await run('standards', 'remove', '006020-elements');
    expect(early.code).toBe(1);
    expect(early.err).toMatch(
      /Without 006020-elements the others cannot be used[\s\S]*006020-segments\.json:\d+: Segment ZZ9/,
    );
    const all = ['006020-945', '006020-elements', '006020-segments', '006020-version'];
    expect(await run('standards', 'remove', ...all)).toMatchObject({ code: 0 });
  });

  test.each<[what: string, args: string[], expected: RegExp]>([
    [
      'a code list without a version',
      ['import', 'kinds.csv'],
      /needs --version with one of .*: 003060, 004010, 004030/,
    ],
    ['a version that is not known', ['import', 'kinds.csv', '--version', '005030'], /005030 is none of them/],
    [
      'a file that is not there',
      ['import', 'nowhere.csv', '--version', '004010'],
      /nowhere\.csv cannot be read: ENOENT/,
    ],
    ['an unknown option', ['import', 'kinds.csv', '--compleat'], /unknown option '--compleat'/],
    ['a name that is not there', ['remove', 'nothing'], /There is no import nothing; nothing is imported/],
    ['an unknown command', ['export'], /unknown command 'export'/],
  ])('%s is a mistake in use: exit code 2, nothing on stdout, no trace', async (_what, args, expected) => {
    const { path, run } = place({ 'kinds.csv': kinds });
    const { code, out, err } = await run('standards', ...args.map((arg) => (/\.csv$/.test(arg) ? path(arg) : arg)));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(expected);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test.each<[what: string, text: string, expected: RegExp]>([
    ['no JSON', '{ "version": ', /bad\.json:1: This is no JSON/],
    ['no standards data', '{ "version": "004010", "elemints": {} }', /bad\.json:1: The file has "elemints"/],
    [
      'data that do not fit',
      '{\n"version": "004010", "elements": {\n"355": { "max": 1 } } }',
      /bad\.json:3: Element 355/,
    ],
  ])(
    'a file in the folder with %s stops hub and commands with its name and the remedy, without a trace',
    async (_what, text, expected) => {
      const { path, run, put, stored } = place({ 'order.x12': order });
      put('bad.json', text);
      const commands = [['inspect', path('order.x12')], ['standards', 'list'], ['start']];
      for (const { code, out, err } of await Promise.all(commands.map((args) => run(...args)))) {
        expect({ code, out }).toEqual({ code: 2, out: '' });
        expect(err).toMatch(expected);
        expect(err).toMatch(/take it out with `crossdock standards remove bad`/);
        expect(err).not.toMatch(/\n\s+at /);
      }
      expect(await run('standards', 'remove', 'bad')).toMatchObject({ code: 0 });
      expect(stored()).toEqual([]);
    },
  );

  test('list shows the versions, their sets and codes, and that nothing is imported', async () => {
    const { run } = place();
    const { out } = await run('standards', 'list');
    expect(out).toMatch(/^X12 004010: \d+ sets, \d+ elements, \d+ codes in \d+ lists, \d+ of them complete$/m);
    expect(out).toMatch(/^X12 005010, as differences to 004060: /m);
    expect(out).toMatch(/^ {2}945 Warehouse shipping advice$/m);
    expect(out).toMatch(/standards:\n {2}nothing; /);
  });

  test("the product's own files can be imported as they are: the form is the same", async () => {
    const { path, run } = place({ 'own.json': readFileSync(join(projectRoot, 'specs/x12/004010/945.json'), 'utf8') });
    const { code, out } = await run('standards', 'import', '--dry-run', '--json', path('own.json'));
    expect(code).toBe(0);
    expect(JSON.parse(out).imports).toMatchObject([
      { name: '004010-own', changes: [{ part: 'set', key: '945', change: 'unchanged' }] },
    ]);
  });
});
