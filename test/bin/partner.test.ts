import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { filesBelow } from '../../services/library/templates.ts';
import { type TestDatabase, testDatabase, testKeys } from '../support/database.ts';
import { said } from './command.ts';

// `crossdock partner`: configurations as folders, and releases of them, on two hubs.

// Each command is a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

let first: TestDatabase;
let second: TestDatabase;
let room: string;
beforeAll(async () => {
  [first, second] = await Promise.all([testDatabase(), testDatabase()]);
  room = mkdtempSync(join(tmpdir(), 'crossdock-partner-'));
  const owner = { id: '0198c1a2-0000-7000-8000-0000000000b0', name: 'Northgate Outfitters', kind: 'owner' };
  for (const { knex } of [first, second]) await knex('organization').insert(owner);
});
afterAll(async () => {
  rmSync(room, { recursive: true });
  await first.drop();
  await second.drop();
});

const run = (hub: TestDatabase, args: readonly string[]) =>
  said(['partner', ...args], {
    env: { DATABASE_URL: hub.url, CROSSDOCK_HOME: join(room, 'home'), CROSSDOCK_KEYS: testKeys[0] },
  });
/** @returns what it printed with --json */
async function json(hub: TestDatabase, ...args: string[]): Promise<Record<string, unknown>> {
  const { out, err, code } = await run(hub, [...args, '--json']);
  if (code !== 0) throw new Error(`crossdock partner ${args.join(' ')}: ${err}${out}`);
  return JSON.parse(out) as Record<string, unknown>;
}
const bytesIn = (folder: string) =>
  [...filesBelow(join(room, folder))].map(([path, bytes]) => [path, bytes.toString('latin1')]);
const both = ['--partner', 'Both Ways'];

test('a partner of two templates is made, changed as files, released, and goes byte for byte the same to a second hub and back', async () => {
  const made = ['create', 'Both Ways', '--template', 'standard-3pl', '--template', 'standard-carrier'];
  expect(await json(first, ...made, '--qualifier', 'ZZ', '--id', 'BOTHWAYS')).toMatchObject({ kind: 'carrier-3pl' });
  await json(first, 'release', 'make', ...both, '--note', 'first');
  await json(first, 'export', join(room, 'one'), ...both);

  const mapping = join(room, 'one', 'mappings', '214-in.yaml');
  writeFileSync(mapping, readFileSync(mapping, 'utf8').replace('mapping: Shipment status', 'mapping: Where it is'));
  writeFileSync(join(room, 'one', 'samples', 'odd.x12'), Buffer.from([0x49, 0x53, 0x41, 0xe9, 0x0d, 0x0a]));
  mkdirSync(join(room, 'one', 'cross-references'));
  writeFileSync(join(room, 'one', 'cross-references', 'ship-to.csv'), 'key,value\n0042,"WEST, dock 2"\n0043,EAST\n');
  writeFileSync(join(room, 'one', 'README.md'), 'Ours.\r\n');
  expect(await json(first, 'import', join(room, 'one'))).toMatchObject({ changed: true, crossReferences: 2 });
  expect(await json(first, 'release', 'diff', ...both)).toMatchObject({
    from: '1',
    to: 'draft',
    files: [
      { path: 'README.md', change: 'added' },
      {
        path: 'mappings/214-in.yaml',
        change: 'changed',
        lines: expect.arrayContaining(['-mapping: Shipment status', '+mapping: Where it is']),
      },
      { path: 'samples/odd.x12', change: 'added' },
    ],
  });

  expect(await json(second, 'import', join(room, 'one'), '--create')).toMatchObject({ created: true });
  // Look-ups are on record whichever way they come.
  const [looked] = await second.knex('audit_entry').where({ action: 'lookup.changed' });
  expect(looked?.detail).toMatchObject({ lookup: 'ship-to', written: 2, after: { '0042': 'WEST, dock 2' } });
  await json(second, 'export', join(room, 'two'), ...both);
  expect(bytesIn('two')).toEqual(bytesIn('one'));
  expect(await json(second, 'import', join(room, 'two'))).toMatchObject({ changed: false });

  await json(first, 'release', 'make', ...both, '--note', 'where it is');
  expect(await json(first, 'release', 'restore', '1', ...both)).toMatchObject({
    number: 3,
    note: 'Back to release 1.',
  });
  const { releases } = (await json(first, 'release', 'list', ...both)) as { releases: { hash: string }[] };
  expect(releases[0]!.hash).toBe(releases[2]!.hash);
  const entries = await first.knex('audit_entry').where({ action: 'configuration.released' }).orderBy('id');
  expect(entries).toMatchObject([
    { actor: expect.stringMatching(/^command line \(/), detail: { number: 1, before: null } },
    { detail: { number: 2, note: 'where it is', before: { number: 1 } } },
    { detail: { number: 3, restores: 1, before: { number: 2 } } },
  ]);
});

test('a folder with faults is refused with every fault, its file and line, and nothing is changed', async () => {
  cpSync(join(room, 'one'), join(room, 'faulty'), { recursive: true });
  const head = join(room, 'faulty', 'partner.yaml');
  writeFileSync(head, readFileSync(head, 'utf8').replace('kind: carrier-3pl', 'kind: warehouse'));
  writeFileSync(join(room, 'faulty', 'guides', '945.yaml'), 'guide: x\nset: "945"\nversion: "004099"\n');
  const before = await first.knex('draft').select('hash');
  const { code, err } = await run(first, ['import', join(room, 'faulty')]);
  expect(code).toBe(1);
  expect(err).toMatch(/partner\.yaml:2:7:? `kind` is one of carrier, 3pl, carrier-3pl, not `warehouse`/);
  expect(err).toMatch(/guides\/945\.yaml:\d+:\d+:? There are no definitions of version 004099 here/);
  expect(err).toContain('2 faults; nothing was changed.');
  expect(await first.knex('draft').select('hash')).toEqual(before);
});

test.each([
  ['a partner that there is not', ['export', '/nowhere', '--partner', 'Nobody'], /There is no partner called Nobody/],
  [
    'a template that there is not',
    ['create', 'X', '--template', 'none'],
    /There is no template none; there are .*standard-3pl/,
  ],
  ['a folder without a configuration', ['import', tmpdir()], /holds no configuration: it has no partner\.yaml/],
  ['a release that there is not', ['release', 'diff', '99', ...both], /There is no release 99/],
])('%s is a mistake in use', async (_, args, why) => {
  const { code, err } = await run(first, args);
  expect([code, err]).toEqual([2, expect.stringMatching(why)]);
});

test('an export writes over nothing that it did not write', async () => {
  const { code, err } = await run(first, ['export', join(room, 'one'), ...both]);
  expect([code, err]).toEqual([2, expect.stringContaining('is not empty')]);
});

test('a folder reaches nothing beyond itself, neither when it is read nor when it is written, and what is too large is not read', async () => {
  const folder = join(room, 'linked');
  const beyond = join(room, 'beyond');
  cpSync(join(room, 'one'), folder, { recursive: true });
  cpSync(join(room, 'one', 'guides'), beyond, { recursive: true });
  rmSync(join(folder, 'guides'), { recursive: true });
  symlinkSync(beyond, join(folder, 'guides'));
  symlinkSync('/etc/passwd', join(folder, 'samples', 'passwd'));
  writeFileSync(join(folder, 'samples', 'huge.x12'), '');
  truncateSync(join(folder, 'samples', 'huge.x12'), 3 * 1024 ** 3);
  const read = await run(first, ['import', folder]);
  expect([read.code, read.err]).toEqual([1, expect.stringContaining('3 faults; nothing was changed.')]);
  expect(read.err).toMatch(
    /guides:1:1 This is a link[\s\S]*samples\/huge\.x12:1:1 The file has more than[\s\S]*samples\/passwd:1:1 This is a link/,
  );

  rmSync(join(folder, 'samples', 'passwd'));
  const before = readdirSync(beyond);
  const written = await run(first, ['export', folder, ...both, '--replace']);
  expect([written.code, written.err]).toEqual([2, expect.stringContaining('guides is a link; nothing was written')]);
  expect(readdirSync(beyond)).toEqual(before);
});

test('a file that cannot be written is said in one sentence', async () => {
  writeFileSync(join(room, 'file'), '');
  const { code, err } = await run(first, ['export', join(room, 'file'), ...both]);
  expect([code, err.trim().split('\n').length, err]).toEqual([2, 1, expect.stringContaining('file')]);
});

test.each(['', 'two\nlines', 'x\u202ey', 'B'.repeat(121)])(
  'the name %j is none, and no partner is made',
  async (name) => {
    const before = await first.knex('organization').count();
    const { code, err } = await run(first, ['create', name, '--template', 'standard-3pl']);
    expect([code, err]).toEqual([2, expect.stringMatching(/^The name (is|must)/)]);
    expect(await first.knex('organization').count()).toEqual(before);
  },
);
