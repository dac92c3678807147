import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { giveUsualEndpoint } from '../../services/flows/endpoints.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { testKeys } from '../support/database.ts';
import { said } from './command.ts';

// `crossdock endpoint`: where documents of partners are exchanged, from the command line.

// Each command is a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

let context: TestContext;
let root: string;
const quayside = '0198c1a2-0000-7000-8000-0000000000b1';
beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'crossdock-endpoints-')));
  mkdirSync(join(root, 'quayside'));
  context = await testContext({ startAt: new Date().toISOString() });
  await context.db.system('organization').insert([
    { id: '0198c1a2-0000-7000-8000-0000000000b0', name: 'Northgate Outfitters', kind: 'owner' },
    { id: quayside, name: 'Quayside Logistics', kind: '3pl' },
  ]);
  await context.db.system.transaction((tx) => giveUsualEndpoint(context, tx, quayside));
});
afterAll(async () => {
  await context.close();
  rmSync(root, { recursive: true, force: true });
});

const env = () => ({ DATABASE_URL: context.database.url, CROSSDOCK_KEYS: testKeys.join(','), CROSSDOCK_FOLDERS: root });
const run = (...args: readonly string[]) => said(['endpoint', ...args], { env: env() });
const of = ['--partner', 'quayside logistics'];

test('an endpoint is added, shown, tried, changed, paused, resumed and removed, each on record', async () => {
  const made = await run(
    'add',
    'van',
    ...of,
    '--channel',
    'folder',
    '--set',
    `path=${join(root, 'quayside')}`,
    '--json',
  );
  expect({ code: made.code, err: made.err }).toEqual({ code: 0, err: '' });
  expect(JSON.parse(made.out)).toMatchObject({
    name: 'van',
    channel: 'folder',
    environment: 'production',
    state: 'ready',
  });
  expect(await run('test', 'van', ...of)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/The inbox is empty\.\nIt works\.\n$/),
  });
  const changed = await run('change', 'van', ...of, '--set', 'settleSeconds=5', '--rename', 'nightly');
  expect(changed.out).toContain('nightly of Quayside Logistics in production: Folder, ready');
  expect(changed.out).toContain(`path: ${join(root, 'quayside')}`);
  expect(changed.out).toContain('settleSeconds: 5');
  expect((await run('pause', 'nightly', ...of)).out).toMatch(/paused since .*\n {2}Paused by command line/);
  expect((await run('resume', 'nightly', ...of)).out).toContain('Folder, ready');
  const { out } = await run('list', ...of, '--environment', 'production');
  expect(out).toMatch(/https +Quayside Logistics +production +https +ready +0 .*POST http:\/\/.*\/v1\/inbox, GET http/);
  expect(out).toMatch(/nightly +Quayside Logistics +production +folder +ready +0/);
  rmSync(join(root, 'quayside'), { recursive: true });
  expect(await run('test', 'nightly', ...of)).toMatchObject({
    code: 1,
    out: expect.stringContaining('There is no folder'),
  });
  expect((await run('remove', 'nightly', ...of)).out).toBe(
    'nightly of Quayside Logistics is removed from production.\n',
  );
  const actions = await context.db.system('audit_entry').where({ org_id: quayside }).orderBy('id').pluck('action');
  expect(actions).toEqual([
    ...[
      'endpoint.added',
      'endpoint.tested',
      'endpoint.changed',
      'endpoint.paused',
      'endpoint.resumed',
      'endpoint.tested',
    ],
    'endpoint.removed',
  ]);
});

test.each([
  [
    ['add', 'x', ...of, '--channel', 'pigeon'],
    'There is no channel pigeon; there are https, folder, as2, sftp, sftp-server, webhook.',
  ],
  [['add', 'x', ...of, '--channel', 'folder'], '--set path is missing.'],
  [
    ['add', 'x', ...of, '--channel', 'folder', '--set', 'path'],
    '"path" is no setting; write its name, =, and its value.',
  ],
  [['add', 'https', ...of, '--channel', 'https'], 'The partner has an endpoint called https in production already.'],
  [['show', 'nobody', ...of], 'Quayside Logistics has no endpoint called nobody in production; it has https.'],
  [['show', 'https', ...of, '--environment', 'moon'], '--environment is "moon"; it must be production or sandbox.'],
  [['change', 'https', ...of], 'Say what is to change: --set, --unset or --rename.'],
])('what cannot be done is said in a sentence: %j', async (args, sentence) => {
  const { code, err, out } = await run(...args);
  expect({ code, out, err: err.trim() }).toEqual({ code: 2, out: '', err: sentence });
});
