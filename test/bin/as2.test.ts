import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeIdentity } from '../../services/channels/as2/identity/make-identity.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { testKeys } from '../support/database.ts';
import { said } from './command.ts';

// `crossdock as2`: the identity of the hub, from the command line.

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

let context: TestContext;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crossdock-as2-'));
  context = await testContext({ startAt: new Date().toISOString() });
  await context.db
    .system('organization')
    .insert({ id: '0198c1a2-0000-7000-8000-0000000000b0', name: 'Northgate Outfitters', kind: 'owner' });
});
afterAll(async () => {
  await context.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (...args: readonly string[]) =>
  said(['as2', 'identity', ...args], {
    env: { DATABASE_URL: context.database.url, CROSSDOCK_KEYS: testKeys.join(',') },
  });

test('an identity is made, uploaded as PFX, switched to and retired, each on record and without its key', async () => {
  expect((await run('show')).out).toContain('There is none in production yet.');
  const made = await run('make', '--bits', '2048', '--json');
  const [first] = JSON.parse(made.out).identities;
  expect(first).toMatchObject({ state: 'current', name: 'Northgate Outfitters AS2', key: 'RSA 2048' });

  const other = await makeIdentity({ name: 'elsewhere', now: new Date(), bits: 2048 });
  const path = (name: string) => join(folder, name);
  writeFileSync(path('own.pem'), other.publicPart + other.privatePart);
  writeFileSync(path('password'), 'secret\n');
  execFileSync('openssl', [
    'pkcs12',
    '-export',
    '-in',
    path('own.pem'),
    '-passout',
    'pass:secret',
    '-out',
    path('own.pfx'),
  ]);
  const wrong = await run('upload', path('own.pfx'));
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('is the password right?')]);
  const uploaded = await run('upload', path('own.pfx'), '--password', path('password'));
  expect(uploaded.out).toContain('elsewhere: next, not used yet');

  const switched = await run('switch');
  expect(switched.out).toMatch(/elsewhere: in use[\s\S]*Northgate Outfitters AS2: former/);
  const retired = await run('retire', first.id);
  expect([retired.code, retired.out.includes('former')]).toEqual([0, false]);
  expect((await run('retire', first.id)).code).toBe(2);

  for (const { out } of [made, uploaded, switched]) expect(out).not.toContain('PRIVATE');
  const entries = await context.db.system('audit_entry').orderBy('id').select('action');
  expect(entries.map(({ action }) => action)).toEqual([
    'hub-key.added',
    'hub-key.added',
    'hub-key.switched',
    'hub-key.retired',
  ]);
});
