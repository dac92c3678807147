import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type TestDatabase, testDatabase, testKeys } from '../support/database.ts';
import { said } from './command.ts';

// `crossdock agreement` before there is a channel, and `crossdock partner suspend`, `resume`, `off-board`: as the team does it beside the running hub.

// Each command is a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

let hub: TestDatabase;
let room: string;
beforeAll(async () => {
  hub = await testDatabase();
  room = mkdtempSync(join(tmpdir(), 'crossdock-hold-'));
  await hub
    .knex('organization')
    .insert({ id: '0198c1a2-0000-7000-8000-0000000000b0', name: 'Northgate', kind: 'owner' });
  await json('partner', 'create', 'Lantern Quay', '--template', 'standard-3pl', '--qualifier', 'ZZ', '--id', 'LANTERN');
});
afterAll(async () => {
  rmSync(room, { recursive: true });
  await hub.drop();
});

const run = (...args: string[]) =>
  said(args, { env: { DATABASE_URL: hub.url, CROSSDOCK_HOME: join(room, 'home'), CROSSDOCK_KEYS: testKeys[0] } });
async function json(...args: string[]): Promise<Record<string, unknown>> {
  const { out, err, code } = await run(...args, '--json');
  if (code !== 0) throw new Error(`crossdock ${args.join(' ')}: ${err}${out}`);
  return JSON.parse(out) as Record<string, unknown>;
}
const of = ['--partner', 'Lantern Quay'];

test('a document is agreed for a channel that nobody has set up yet; a channel that there is not is refused with those that there are', async () => {
  expect(await json('agreement', 'change', '945', ...of, '--channel', 'as2')).toMatchObject({
    ...{ endpoint: 'as2', channel: 'as2', isSetUp: false },
  });
  expect((await run('agreement', 'show', '945', ...of)).out).toContain('as2 (as2 to be set up)');
  const wrong = await run('agreement', 'change', '945', ...of, '--channel', 'van');
  expect([wrong.code, wrong.err]).toEqual([
    2,
    expect.stringContaining('https or as2 or sftp or sftp-server or folder'),
  ]);
  const unknown = await run('agreement', 'change', '945', ...of, '--endpoint', 'night');
  expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('no endpoint called night')]);
});

test('a partner is suspended, resumed and off-boarded, each once; the help names it', async () => {
  const help = (await run('partner', '--help')).out;
  for (const command of ['suspend', 'resume', 'off-board']) expect(help).toContain(command);
  expect((await run('golive', '--help')).out).toContain('crossdock partner suspend');
  expect(await json('partner', 'suspend', ...of, '--reason', 'Wrong quantities.')).toEqual({
    ...{ partner: 'Lantern Quay', state: 'suspended' },
  });
  const holds = () => hub.knex('partner_hold').orderBy('since');
  expect(await holds()).toMatchObject([{ kind: 'suspended', reason: 'Wrong quantities.', ended_at: null }]);
  const twice = await run('partner', 'suspend', ...of, '--reason', 'Again.');
  expect([twice.code, twice.err]).toEqual([2, expect.stringContaining('suspended already')]);
  expect(await json('partner', 'resume', ...of)).toEqual({ partner: 'Lantern Quay', state: 'resumed' });
  const none = await run('partner', 'resume', ...of);
  expect([none.code, none.err]).toEqual([2, expect.stringContaining('not suspended')]);

  const other = await run('partner', 'off-board', ...of, '--reason', 'Contract ended.', '--confirm', 'Lantern');
  expect([other.code, other.err]).toEqual([2, expect.stringContaining('Lantern Quay')]);
  expect(
    await json('partner', 'off-board', ...of, '--reason', 'Contract ended.', '--confirm', 'Lantern Quay'),
  ).toMatchObject({
    ...{ partner: 'Lantern Quay', keys: 0, people: 0 },
  });
  expect(await holds()).toMatchObject([{ kind: 'suspended' }, { kind: 'off-boarded', ended_at: null }]);
  expect((await run('partner', 'resume', ...of)).err).toContain('that is not taken back');
});
