import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bodies, bytesOf, interchange, secondReader } from '../domain/x12/support.ts';
import { launcher, projectRoot, said } from './command.ts';

const samples = (profile: string, name: string) => join(projectRoot, 'partners', profile, 'samples', name);
const good = samples('standard-carrier', '214-departed.x12');
const oneBad = samples('standard-carrier', '990-two-sets-one-bad.x12');
const html = '<!doctype html><title>Login</title>';

const documentCommands = ['inspect', 'ack', 'translate'] as const;

describe('the commands on documents', { timeout: 900_000 }, () => {
  test.each(documentCommands)('%s --help tells what it takes, and is no mistake', async (name) => {
    const { code, out, err } = await said([name, '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(new RegExp(`^Usage: crossdock ${name} \\[options\\] <file>`));
    expect(out).toMatch(/file, or - for standard input/);
    expect(out).toMatch(/--json/);
  });

  test.each<[what: string, args: string[], expected: RegExp]>([
    ['no command', [], /^Usage: crossdock/],
    ['an unknown command', ['inspekt', good], /unknown command 'inspekt'/],
    ['an unknown option', ['inspect', '--jason', good], /unknown option '--jason'/],
    ['a kind of acknowledgement that is none', ['ack', '--kind', '998', good], /Allowed choices are 997, 999/],
    ['no file', ['ack'], /missing required argument 'file'/],
    ['too many files', ['inspect', good, good], /too many arguments/],
    ['a file that is not there', ['inspect', 'nowhere.x12'], /^nowhere\.x12 cannot be read: ENOENT/],
    ['a folder', ['translate', projectRoot], /cannot be read: EISDIR/],
    ['a profile that is not there', ['translate', good, '--configuration', 'nowhere'], /^--configuration nowhere: /],
    [
      'a profile that is none',
      ['translate', good, '--configuration', 'test'],
      /^--configuration test: .*cannot be used/,
    ],
  ])('%s is a mistake in use: exit code 2, nothing on stdout, no trace', async (_what, args, expected) => {
    const { code, out, err } = await said(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(expected);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test.each([
    ['a good file', good, 0],
    ['a file with a bad set', oneBad, 1],
  ] as const)(
    '%s: every command reads it from a file and from stdin alike, and its exit code is the verdict',
    async (_what, file, code) => {
      for (const name of documentCommands) {
        const [fromFile, fromStdin] = await Promise.all([
          said([name, file]),
          said([name, '-'], { stdin: readFileSync(file) }),
        ]);
        expect(fromFile, name).toMatchObject({ code });
        // Control numbers start at 1 each time; only the minute may differ.
        const timeless = (text: string) => text.replace(/\*\d{6,8}\*\d{4}\*/g, '*');
        expect(timeless(fromStdin.out), name).toBe(timeless(fromFile.out));
        expect(fromStdin.code, name).toBe(code);
      }
    },
  );

  test('inspect prints of a large file, which is read twice in pieces, what it prints of the same bytes held in memory', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'crossdock-inspect-'));
    try {
      const file = join(folder, 'large.x12');
      const many = Array.from({ length: 60_000 }, () => bodies['945']);
      writeFileSync(file, bytesOf(interchange({ bodies: [...many, ['W06*Q']] })));
      expect(statSync(file).size).toBeGreaterThan(16 * 1024 * 1024);
      const [fromFile, fromStdin] = [
        await said(['inspect', file]),
        await said(['inspect', '-'], { stdin: readFileSync(file) }),
      ];
      expect(fromFile).toMatchObject({ code: 1, err: '' });
      expect(fromFile.out === fromStdin.out).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('inspect --json prints one object of the documented shape, down to each finding', async () => {
    const { out } = await said(['inspect', '--json', oneBad]);
    const found = JSON.parse(out);
    expect(Object.keys(found)).toEqual(['interchanges', 'findings']);
    expect(found.findings).toEqual([]);
    const [interchange] = found.interchanges;
    expect(interchange).toMatchObject({ sender: 'BHFT', receiver: 'NORTHGATE', control: '000000208' });
    expect(Object.keys(interchange)).toEqual(['sender', 'receiver', 'control', 'groups']);
    const [group] = interchange.groups;
    expect(Object.keys(group).toSorted()).toEqual(['control', 'functionalId', 'sets', 'version']);
    expect(group).toMatchObject({ functionalId: 'GF', version: '004010', control: '208' });
    expect(group.sets.map(({ set, control, accepted }: Record<string, unknown>) => [set, control, accepted])).toEqual([
      ['990', '0001', true],
      ['990', '0002', false],
    ]);
    const [finding] = group.sets[1].findings;
    const bytes = readFileSync(oneBad, 'latin1');
    expect(finding).toEqual({
      code: expect.stringMatching(/^x12\./),
      level: 'standard',
      segment: 'B1',
      position: 2,
      element: 2,
      offset: expect.any(Number),
      end: finding.offset,
      reference: '145',
      received: '',
      expected: expect.any(String),
      explanation: expect.any(String),
      ack: { ak304: '8', ak403: '1' },
    });
    expect(bytes.slice(bytes.lastIndexOf('B1*'), finding.offset)).toMatch(/^B1\*[A-Z]+\*$/);
  });

  test('ack writes bytes: a terminator that is not of ASCII stays one byte', async () => {
    const stdin = Buffer.from(readFileSync(oneBad, 'latin1').replaceAll('~', '\u00a6'), 'latin1');
    const { out } = await said(['ack', '-'], { stdin });
    expect(out).toContain('AK9');
    // Half a character of UTF-8, which is what one byte of Latin-1 is to whoever reads it as such.
    expect(out).toContain('\ufffd');
    expect(out).not.toContain('\u00a6');
  });

  test('ack prints a 997 that an independent reader takes, and that inspects without a finding', async () => {
    const { out } = await said(['ack', oneBad]);
    const [set] = secondReader(out.trim());
    const values = (tag: string) => set?.filter((segment) => segment.tag === tag).map((segment) => segment.values);
    expect(values('AK1')).toEqual([['GF', '208']]);
    expect(values('AK2')).toEqual([
      ['990', '0001'],
      ['990', '0002'],
    ]);
    expect(values('AK5')?.map(([verdict]) => verdict)).toEqual(['A', 'R']);
    expect(values('AK9')).toEqual([['P', '2', '2', '1']]);
    const again = await said(['inspect', '--json', '-'], { stdin: out });
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(again.out).interchanges[0].groups[0].sets).toMatchObject([
      { set: '997', accepted: true, findings: [] },
    ]);
  });

  test('ack --kind 999 prints a 999 that an independent reader takes, and that inspects without a finding', async () => {
    const { code, out } = await said(['ack', '--kind', '999', oneBad]);
    expect(code).toBe(1);
    const [set] = secondReader(out.trim());
    expect(set?.map(({ tag, values }) => [tag, values[0]])).toEqual([
      ['AK1', 'GF'],
      ['AK2', '990'],
      ['IK5', 'A'],
      ['AK2', '990'],
      ['IK3', 'B1'],
      ['IK4', '2'],
      ['IK5', 'R'],
      ['AK9', 'P'],
    ]);
    const again = await said(['inspect', '--json', '-'], { stdin: out });
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(again.out).interchanges[0].groups[0].sets).toMatchObject([
      { set: '999', accepted: true, findings: [] },
    ]);
    const json = await said(['ack', '--kind', '999', '--json', oneBad]);
    expect(Object.keys(JSON.parse(json.out))).toEqual(['control', 'status', 'ack999']);
  });

  test('inspect and ack say how many findings of a kind are not listed, and judge them all the same', async () => {
    const lines = Array.from({ length: 40 }, (_, nth) => [`LX*${nth + 1}`, 'W12*CC*8*00000000008**EA**SK*A']).flat();
    const body = [...bodies['945'].slice(0, 8), ...lines, 'LX*41', 'W12*CC*8*8X**EA**SK*B', 'W03*328*61*LB'];
    const stdin = Buffer.from(bytesOf(interchange({ bodies: [body] })));
    const text = await said(['inspect', '-'], { stdin });
    expect(text.out).toContain('x12.element.too-long, 30 times more');
    expect(text.out).toContain('30 more of this kind are not listed (40 in all)');
    expect(text.out).toContain('1 set: 0 accepted, 1 rejected; 41 findings (41 standard)');
    const [set] = JSON.parse((await said(['inspect', '--json', '-'], { stdin })).out).interchanges[0].groups[0].sets;
    // What rejects is named, however full the list.
    expect(set.status).toBe('R');
    expect(set.findings).toContainEqual(expect.objectContaining({ code: 'x12.element.character', received: '8X' }));
    expect(set.findings.at(-1)).toMatchObject({ code: 'x12.element.too-long', count: 30 });
    const ack = await said(['ack', '--json', '-'], { stdin });
    expect(JSON.parse(ack.out)).toMatchObject({
      ack997: expect.stringContaining('AK5*R*5~'),
      unlisted: [{ code: 'x12.element.too-long', level: 'standard', total: 40, listed: 10 }],
    });
    expect(ack.err).toContain('x12.element.too-long: 30 more of this kind (40 in all)');
  });

  test('ack gives every answer of one run control numbers of its own, and --json a line for each interchange', async () => {
    const two = Buffer.concat([readFileSync(good), readFileSync(oneBad)]);
    const { code, out } = await said(['ack', '--json', '-'], { stdin: two });
    expect(code).toBe(1);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ control, status }) => [control, status])).toEqual([
      ['000000201', 'A'],
      ['000000208', 'A'],
    ]);
    const numbers = (pattern: RegExp) => lines.map(({ ack997 }) => pattern.exec(ack997)?.[1]);
    expect(numbers(/IEA\*1\*(\d+)/)).toEqual(['000000001', '000000002']);
    expect(numbers(/GE\*1\*(\d+)/)).toEqual(['1', '2']);
  });

  test('translate prints an event a line, and each byte range of its provenance holds what the field says', async () => {
    const { out } = await said([
      'translate',
      good,
      '--configuration',
      join(projectRoot, 'partners', 'standard-carrier'),
    ]);
    const lines = out.trim().split('\n');
    expect(lines).toHaveLength(1);
    const event = JSON.parse(lines[0]!);
    expect(event).toMatchObject({
      set: '214',
      control: '0001',
      type: 'shipment.milestone.v1',
      subject: 'WH/OUT/00001',
    });
    const bytes = readFileSync(good, 'latin1');
    const text = (pointer: string) =>
      event.provenance[pointer].ranges.map(([from, to]: [number, number]) => bytes.slice(from, to)).join(' ');
    expect(text('/shipmentId')).toBe('WH/OUT/00001');
    expect(text('/statusCode')).toBe('AF');
  });

  test.each<[what: string, stdin: Buffer | string, code: string]>([
    ['an empty file', '', 'x12.document.empty'],
    ['a binary file', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0xff, 0xfe, 0x00, 0x00]), 'x12.document.binary'],
    ['an HTML page', html, 'x12.document.html'],
    ['an EDIFACT message', "UNA:+.? 'UNB+UNOC:3+SENDER+RECEIVER+261123:0910+1'", 'x12.document.edifact'],
    ['an ISA cut in the middle', readFileSync(good).subarray(0, 60), 'x12.interchange.header-incomplete'],
  ])('%s: exit code 1, with the code that names it', async (_what, stdin, expected) => {
    const inspected = await said(['inspect', '--json', '-'], { stdin });
    expect(inspected).toMatchObject({ code: 1, err: '' });
    expect(JSON.parse(inspected.out)).toMatchObject({ interchanges: [], findings: [{ code: expected }] });
    for (const name of ['ack', 'translate']) {
      const { code, out, err } = await said([name, '-'], { stdin });
      expect({ code, out }, name).toEqual({ code: 1, out: '' });
      expect(err, name).toMatch(expected);
    }
  });

  test('a reader that has seen enough ends it quietly', async () => {
    const set = readFileSync(good, 'latin1');
    const many = Array.from({ length: 400 }, (_, i) =>
      set.replaceAll('000000201', String(i + 1).padStart(9, '0')),
    ).join('');
    const { code, out, err } = await said(
      ['-o', 'pipefail', '-c', `"${process.execPath}" "${launcher}" inspect --json - | head -n 1`],
      {
        program: ['bash'],
        stdin: many,
      },
    );
    expect({ code, out, err }).toEqual({ code: 0, out: '{\n', err: '' });
  });
});
