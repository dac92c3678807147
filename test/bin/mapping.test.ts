import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot, said } from './command.ts';

const partners = join(projectRoot, 'partners');
const inProfile = (profile: string, ...path: string[]) => join(partners, profile, ...path);
const mapping214 = inProfile('standard-carrier', 'mappings', '214-in.yaml');
const mapping945 = inProfile('standard-3pl', 'mappings', '945-in.yaml');
const mapping940 = inProfile('standard-3pl', 'mappings', '940-out.yaml');
const departed = inProfile('standard-carrier', 'samples', '214-departed.x12');
const oneBad = inProfile('standard-3pl', 'samples', '945-two-sets-one-bad.x12');
const order = inProfile('standard-3pl', 'samples', '940-release.event.json');

let room: string;
beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'crossdock-mapping-'));
});
afterAll(() => rmSync(room, { recursive: true }));

/** A file in the room, with this content. */
function file(name: string, content: string): string {
  const path = join(room, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** A copy of a profile in the room, some of its files changed. */
function profile(name: string, as: string, changes: Record<string, (text: string) => string>): string {
  const folder = join(room, as, name);
  cpSync(inProfile(name), folder, { recursive: true });
  for (const [path, change] of Object.entries(changes)) {
    const before = readFileSync(join(folder, path), 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`${path} is as it was.`);
    writeFileSync(join(folder, path), after);
  }
  return folder;
}

const acknowledgement = `mapping: Acknowledgement
set: "997"
version: "004010"
emits: document.acknowledged.v1
subject: AK1-02
fields:
  groupControl: AK1-02
  functionalId: AK1-01
  status: { from: AK9-01, table: group-acknowledgements }
  statusCode: AK9-01
  sets: { each: AK2, fields: { set: AK2-01, control: AK2-02, status: { from: AK5-01, table: set-acknowledgements }, statusCode: AK5-01 } }
`;
const answer = (status: string, group: string) =>
  [
    'ISA*00*          *00*          *ZZ*QUAYSIDE       *ZZ*NORTHGATE      *260303*0910*U*00401*000000108*0*P*>',
    'GS*FA*QUAYSIDE*NORTHGATE*20260303*0910*108*X*004010',
    'ST*997*0001',
    `AK1*OW*${group}`,
    'AK2*940*0001',
    `AK5*${status}`,
    `AK9*${status}*1*1*1`,
    'SE*6*0001',
    'GE*1*108',
    'IEA*1*000000108',
  ].join('~\n');

describe('mapping', { timeout: 60_000, concurrent: true }, () => {
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
    ['an X12 document to check', () => ['check', departed], /214-departed\.x12 is no mapping, guide or profile/],
    ['an event to check', () => ['check', order], /940-release\.event\.json is no mapping, guide or profile/],
    [
      'a folder that is no profile',
      () => ['check', join(projectRoot, 'test')],
      /is no profile: it has no partner\.yaml/,
    ],
    ['a document that is not there', () => ['run', mapping214, 'nowhere.x12'], /^nowhere\.x12 cannot be read/],
    ['a mapping that is a folder', () => ['run', partners, departed], /is a folder\. Name a mapping/],
    [
      'a document for another mapping',
      () => ['run', mapping945, departed],
      /holds no 945, which the mapping reads; it holds 214/,
    ],
    ['an event that is X12', () => ['run', mapping940, departed], /is no event: /],
    ['a profile that is none', () => ['run', mapping214, departed, '--profile', room], /is no profile/],
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

describe('mapping check', { timeout: 60_000, concurrent: true }, () => {
  test('finds nothing to say against our own profiles', async () => {
    const folders = ['standard-3pl', 'standard-carrier', 'standard-rest'].map((name) => inProfile(name));
    const { code, out, err } = await said(['mapping', 'check', '--json', ...folders]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { files } = JSON.parse(out) as { files: { file: string; kind: string; faults: unknown[] }[] };
    expect(files.filter(({ faults }) => faults.length > 0)).toEqual([]);
    expect([...new Set(files.map(({ kind }) => kind))]).toEqual(
      expect.arrayContaining(['profile', 'mapping', 'guide']),
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

  test('--coverage tells what a mapping takes, fills and leaves behind', async () => {
    const { code, out } = await said(['mapping', 'check', '--coverage', mapping214]);
    expect(code).toBe(0);
    expect(out).toMatch(/mandatory elements covered: \d+ of \d+\n/);
    expect(out).toMatch(/fields mapped: \d+ of \d+\n/);
    const json = await said(['mapping', 'check', '--coverage', '--json', mapping214]);
    const [checked] = JSON.parse(json.out).files;
    expect(Object.keys(checked.coverage)).toEqual(['mandatory', 'fields', 'dropped']);
    expect(checked.coverage.fields).toContainEqual(
      expect.objectContaining({ event: 'shipment.milestone.v1', field: 'shipmentId', mapped: true }),
    );
  });
});

describe('mapping run', { timeout: 60_000, concurrent: true }, () => {
  test('prints the events that translate makes, and the findings', async () => {
    const [run, translated] = await Promise.all([
      said(['mapping', 'run', '--json', mapping214, departed]),
      said(['translate', departed, '--profile', inProfile('standard-carrier')]),
    ]);
    const { events, findings } = JSON.parse(run.out);
    const [line = ''] = translated.out.split('\n');
    const { provenance: _provenance, ...event } = JSON.parse(line);
    expect([run.code, run.err, findings.filter(({ level }: { level: string }) => level !== 'note')]).toEqual([
      0,
      '',
      [],
    ]);
    expect(events[0]).toEqual(event);
    const plain = await said(['mapping', 'run', mapping214, departed]);
    expect(plain.out).toMatch(
      /^shipment\.milestone\.v1 WH\/OUT\/00001 \(set 214 0001\)\n\{\n {2}"shipmentId": "WH\/OUT\/00001",/,
    );
  });

  test('maps the good set of two, shows the fault of the other at its bytes, and says that it was left out', async () => {
    const { code, out } = await said(['mapping', 'run', mapping945, oneBad]);
    expect(code).toBe(1);
    expect(out.match(/^warehouse-order\.shipped\.v1/gm)).toHaveLength(1);
    expect(out).toContain('1 set is rejected and not mapped');
    expect(out).toMatch(/standard: x12\.element\.date at G62-02.*\n {2}G62\*11\*20261305\n {2} {7}\^{8}\n/);
  });

  test('prints the set that a mapping makes of an event, and what the standard has against it', async () => {
    const { code, out, err } = await said(['mapping', 'run', mapping940, order]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const expected = readFileSync(inProfile('standard-3pl', 'samples', '940-release.expected.txt'), 'utf8');
    const body = out.split('~\n').slice(1, -2);
    expect(`${body.join('\n')}\n`).toBe(expected);
    const long = JSON.parse(readFileSync(order, 'utf8'));
    long.orderNumber = 'X'.repeat(40);
    const tooLong = await said(['mapping', 'run', mapping940, '-'], { stdin: JSON.stringify(long) });
    expect(tooLong.code).toBe(1);
    expect(tooLong.out).toMatch(/x12\.element\.too-long at W05-02/);
  });

  test('reads a CSV document with a mapping for one, and counts its bytes', async () => {
    const mapping = file(
      'status.yaml',
      `reads: csv
document: status
emits: document.acknowledged.v1
each: rows
subject: group
fields:
  groupControl: group
  functionalId: kind
  status: { from: answer, table: { yes: accepted, no: rejected } }
  statusCode: answer
  sets: { each: ".", fields: { set: set, control: control, status: { from: answer, table: { yes: accepted, no: rejected } }, statusCode: answer } }
`,
    );
    const document = file('status.csv', 'group,kind,answer,set,control\n17,OW,yes,940,0001\n18,OW,no,940,0002\n');
    const { code, out, err } = await said(['mapping', 'run', '--json', mapping, document]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out).events).toMatchObject([
      { subject: '17', data: { status: 'accepted' } },
      { subject: '18', data: { status: 'rejected' } },
    ]);
    const explained = await said(['mapping', 'explain', mapping, document, '--field', '/groupControl']);
    expect(explained.out).toMatch(/\/groupControl +17 +\S+ +30–32 +17 +7: groupControl: group\n/);
  });

  test('writes the JSON or CSV document that a mapping makes of an event, and explains each value', async () => {
    const mapping = inProfile('standard-rest', 'mappings', 'order-lines-out.yaml');
    const event = inProfile('standard-rest', 'samples', 'order-release.event.json');
    const { code, out } = await said(['mapping', 'run', '--json', mapping, event]);
    expect(code).toBe(0);
    const written = readFileSync(
      inProfile('standard-rest', 'samples', 'order-release.order-lines.expected.csv'),
      'utf8',
    );
    expect(JSON.parse(out).document).toBe(written);
    const explained = await said(['mapping', 'explain', '--json', mapping, event, '--field', '1/SKU']);
    const [row] = JSON.parse(explained.out).explained[0].rows;
    expect(row).toMatchObject({ value: 'NG-JACKET-M', from: ['/lines/0/product/sku'] });
    expect(
      Buffer.from(written)
        .subarray(...row.ranges[0])
        .toString(),
    ).toBe('NG-JACKET-M');
  });

  test('says of a document that is no X12 what it is', async () => {
    const { code, out } = await said(['mapping', 'run', '--json', mapping214, '-'], { stdin: '<html></html>' });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ events: [], findings: [{ code: 'x12.document.html' }] });
  });

  test('refuses a mapping with faults, and shows them', async () => {
    const path = file('faulty.yaml', `${acknowledgement}feilds: {}\n`);
    const { code, out, err } = await said(['mapping', 'run', path, departed]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(
      /faulty\.yaml cannot be used:\n.*faulty\.yaml:12:1 .*\(did you mean `fields`\?\)\n {2}12 \| feilds: \{\}\n {7}\^\n/,
    );
  });
});

describe('mapping explain', { timeout: 60_000, concurrent: true }, () => {
  interface Row {
    readonly target: string;
    readonly value: unknown;
    readonly from: string[];
    readonly ranges: [number, number][];
    readonly stood: string[];
    readonly mappingLine: number;
    readonly mappingText: string;
  }
  const rowsOf = (out: string): Row[] => JSON.parse(out).explained.flatMap((one: { rows: Row[] }) => one.rows);

  test('names for each field the bytes as they stood, and the line of the mapping', async () => {
    const { code, out } = await said(['mapping', 'explain', '--json', mapping214, departed]);
    expect(code).toBe(0);
    const bytes = readFileSync(departed, 'latin1');
    const lines = readFileSync(mapping214, 'utf8').split('\n');
    const rows = rowsOf(out);
    expect(rows.length).toBeGreaterThan(10);
    for (const { ranges, stood, mappingLine, mappingText } of rows) {
      expect(stood).toEqual(ranges.map(([start, end]) => bytes.slice(start, end)));
      expect(lines[mappingLine - 1]?.trim()).toBe(mappingText);
    }
    expect(rows).toContainEqual(
      expect.objectContaining({ target: '/statusCode', value: 'AF', from: ['AT7-01'], stood: ['AF'] }),
    );
  });

  test('is a table whose columns stand one below the other', async () => {
    const { out } = await said(['mapping', 'explain', mapping214, departed, '--field', '/place']);
    const [title, head = '', ...rows] = out.trimEnd().split('\n');
    expect(title).toMatch(/^shipment\.milestone\.v1 /);
    expect(head.split(/ {2,}/)).toEqual(['field', 'value', 'from', 'bytes', 'as it stood', 'mapping']);
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) {
      expect(row.startsWith('/place/')).toBe(true);
      for (const name of ['value', 'from', 'bytes', 'as it stood', 'mapping'])
        expect(row.slice(head.indexOf(name) - 2, head.indexOf(name) + 1)).toMatch(/^ {2}\S$/);
    }
  });

  test('leads from each element of a written set to the fields of the event', async () => {
    const { code, out } = await said(['mapping', 'explain', '--json', mapping940, order]);
    expect(code).toBe(0);
    expect(rowsOf(out)).toContainEqual(
      expect.objectContaining({ target: 'W05-02', value: 'WH/OUT/00001', from: ['/orderNumber'] }),
    );
    const one = await said(['mapping', 'explain', mapping940, order, '--field', 'W05-02']);
    expect(one.out).toMatch(/\nW05-02 +WH\/OUT\/00001 +\/orderNumber +\d+–\d+ +\d+: .*orderNumber.*\n$/);
  });

  test('of a document of which no event is made says so', async () => {
    const path = file('rejections.yaml', acknowledgement.replace('emits:', 'when: { value: AK9-01, is: R }\nemits:'));
    const { code, out, err } = await said(['mapping', 'explain', path, '-'], { stdin: answer('A', '1') });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/makes no event/);
  });
});

describe('mapping diff', { timeout: 60_000, concurrent: true }, () => {
  let old: string;
  let documents: string;
  beforeAll(() => {
    old = file('old.yaml', acknowledgement);
    documents = join(room, 'documents');
    file('documents/a.x12', answer('A', '1'));
    file('documents/deeper/r.x12', answer('R', '2'));
    file('documents/readme.txt', 'not a document\n');
  });

  test('finds no difference between a mapping and itself', async () => {
    const { code, out, err } = await said(['mapping', 'diff', old, old, documents]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      '2 documents with 2 events, 1 passed over: no difference\nevents: 0 added, 0 removed, 0 changed\nfindings: 0 new, 0 gone\n',
    );
  });

  test('tells value by value what a change does to every document, and exits with 1', async () => {
    const changed = file(
      'new.yaml',
      acknowledgement
        .replace('subject: AK1-02', 'subject: { join: [AK1-01, AK1-02], with: / }')
        .replace('statusCode: AK9-01\n', 'statusCode: AK9-02\n  counts: { fields: { accepted: AK9-04 } }\n'),
    );
    const { code, out } = await said(['mapping', 'diff', old, changed, documents]);
    expect(code).toBe(1);
    expect(out).toBe(`a.x12
  ~ document.acknowledged.v1 1
      subject: "1" → "OW/1"
      /statusCode: "A" → "1"
      /counts: nothing → {"accepted":1}

deeper/r.x12
  ~ document.acknowledged.v1 2
      subject: "2" → "OW/2"
      /statusCode: "R" → "1"
      /counts: nothing → {"accepted":1}

2 documents with 2 events, 1 passed over: 2 differ
events: 0 added, 0 removed, 2 changed
findings: 0 new, 0 gone
`);
  });

  test('tells of events that are made no more, and of findings that come and go', async () => {
    const changed = file(
      'stricter.yaml',
      `${acknowledgement.replace('emits:', 'when: { not: { value: AK9-01, is: R } }\nemits:')}assert:\n  - { that: { value: AK9-01, is: A }, code: business.not-accepted, explain: The group is not accepted. }\n`,
    );
    const { code, out } = await said(['mapping', 'diff', '--json', old, changed, documents]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      compared: 2,
      skipped: 1,
      differing: [
        {
          document: 'deeper/r.x12',
          events: [{ kind: 'removed', type: 'document.acknowledged.v1', subject: '2' }],
          findings: [{ kind: 'appeared', finding: { code: 'business.not-accepted' } }],
        },
      ],
    });
    const back = await said(['mapping', 'diff', changed, old, documents]);
    expect(back.out).toMatch(/\+ document\.acknowledged\.v1 2\n {2}- business: business\.not-accepted/);
  });

  test('compares two profiles over their samples, what they write too', async () => {
    const changed = profile('standard-3pl', 'changed', {
      'mappings/940-out.yaml': (text) =>
        text.replace('orderNumber, required: true', 'orderNumber, required: true, as: upper, max: 5'),
      'mappings/997-in.yaml': (text) =>
        text.replace('  groupControl: AK1-02', '  groupControl: { join: [AK1-01, AK1-02] }'),
    });
    const { code, out } = await said([
      'mapping',
      'diff',
      inProfile('standard-3pl'),
      changed,
      inProfile('standard-3pl', 'samples'),
    ]);
    expect(code).toBe(1);
    expect(out).toContain('940-release.event.json\n  - W05*N*WH/OUT/00001*PO-88101~\n  + W05*N*WH/OU*PO-88101~\n');
    expect(out).toMatch(
      /997-accepted\.x12\n {2}~ document\.acknowledged\.v1 OW\/1\n {6}\/groupControl: "1" → "OW ?1"\n/,
    );
  });
});
