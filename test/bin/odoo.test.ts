import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { UsageError } from '../../services/cli/command-input.ts';
import { addOdooCommands } from '../../services/cli/odoo-commands.ts';
import { changedRules } from '../../services/cli/partner-options.ts';
import { type Seeded, seedTwin } from '../../services/twins/odoo/seed.ts';
import { serveTwin, type TwinServer } from '../odoo/twin-rig.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { testKeys } from '../support/database.ts';
import { said } from './command.ts';

// `crossdock odoo`: connections to Odoo and what partners may do there, on an Odoo that answers over HTTP.

// Each command is a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

let context: TestContext;
let twin: TwinServer;
let seeded: Seeded;
let folder: string;
let keyFile: string;
const quayside = '0198c1a2-0000-7000-8000-0000000000b1';
beforeAll(async () => {
  context = await testContext({ startAt: new Date().toISOString() });
  twin = await serveTwin(context.db.twin);
  seeded = await seedTwin(context.db.twin, { database: 'northgate-18', version: 18, transfers: 3 });
  await context.db.system('organization').insert([
    { id: '0198c1a2-0000-7000-8000-0000000000b0', name: 'Northgate Outfitters', kind: 'owner' },
    { id: quayside, name: 'Quayside Logistics', kind: '3pl' },
  ]);
  await context.db.system('agreement').insert({
    ...{ id: uuidv7(), org_id: quayside, environment: 'production', direction: 'out', set_code: '940' },
    ...{ version: '004010', endpoint: 'https', mapping: '940-out.yaml' },
  });
  folder = mkdtempSync(join(tmpdir(), 'crossdock-odoo-'));
  keyFile = join(folder, 'key');
  writeFileSync(keyFile, `${seeded.apiKey}\n`);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await twin.close();
  await context.close();
});

const odoo = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  said(['odoo', ...args], {
    env: { DATABASE_URL: context.database.url, CROSSDOCK_KEYS: testKeys.join(','), ...env },
  });
const address = () => ['--url', `${twin.url}/northgate-18`, '--database', 'northgate-18', '--login', seeded.login];
const row = () => context.db.system('odoo_connection').first();

describe('connecting', () => {
  test('keeps nothing without a time from which to send, or with a key that Odoo does not take', async () => {
    const silent = await odoo(['connect', ...address(), '--key-file', keyFile]);
    expect([silent.code, silent.err]).toEqual([2, expect.stringContaining('now, all, or a date')]);
    const wrong = await odoo(['connect', ...address(), '--send-from', 'now'], { CROSSDOCK_ODOO_KEY: 'no such key' });
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('Nothing was saved')]);
    const none = await odoo(['connect', ...address(), '--send-from', 'now']);
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('CROSSDOCK_ODOO_KEY')]);
    const nowhere = await odoo(['connect', '--url', 'odoo', '--database', 'x', '--login', 'y', '--send-from', 'now']);
    expect([nowhere.code, nowhere.err]).toEqual([2, expect.stringContaining('https://')]);
    expect(await row()).toBeUndefined();
    expect((await odoo(['list'])).out).toContain('No Odoo is connected');
  });

  test('is tried before with nothing kept: what Odoo is, or which option is wrong', async () => {
    const good = await odoo(['test', ...address(), '--key-file', keyFile, '--json']);
    expect([good.code, JSON.parse(good.out)], good.err).toEqual([0, { version: '18.0', lacks: [] }]);
    const bad = await odoo(['test', ...address()], { CROSSDOCK_ODOO_KEY: 'no such key' });
    expect([bad.code, bad.err]).toEqual([1, expect.stringContaining('The API key opens nothing')]);
    expect(await row()).toBeUndefined();
  });

  test('finds version and operation types, begins the feed as said, and seals the key', async () => {
    const answer = await odoo(['connect', ...address(), '--key-file', keyFile, '--send-from', 'now', '--json']);
    expect(answer.code, answer.err).toBe(0);
    expect(JSON.parse(answer.out)).toMatchObject({
      ...{ repaired: false, version: '18', state: 'ready', environment: 'production', kind: 'odoo' },
      feed: { begun: true, from: 'now', operationTypeIds: seeded.outgoingTypeIds },
    });
    expect(answer.out).not.toContain(seeded.apiKey);
    expect(context.secrets.open((await row()).secret)).toBe(seeded.apiKey);
    expect((await row()).feed.begin).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  });

  test('again, with a new key, repairs a connection that was parked and leaves the feed as it was', async () => {
    await context.db.system('odoo_connection').update({ secret: context.secrets.seal('ended') });
    const parked = await odoo(['check', '--json']);
    expect([parked.code, JSON.parse(parked.out).state]).toEqual([1, 'refused']);
    expect((await odoo(['list'])).code).toBe(1);
    const before = await row();
    const repaired = await odoo(['connect', ...address(), '--json'], { CROSSDOCK_ODOO_KEY: seeded.apiKey });
    expect(repaired.code, repaired.err).toBe(0);
    expect(JSON.parse(repaired.out)).toMatchObject({ repaired: true, id: before.id, state: 'ready' });
    expect((await row()).feed).toEqual(before.feed);
    expect(await context.db.system('exception_case').where({ state: 'open' })).toEqual([]);
    const deeds = await context.db.system('audit_entry').whereLike('action', 'odoo-%').orderBy('id').select('action');
    expect(deeds.map(({ action }) => action)).toEqual([
      ...['odoo-connection.made', 'odoo-connection.checked', 'odoo-feed.set'],
      ...['odoo-connection.checked', 'odoo-connection.repaired', 'odoo-connection.checked'],
    ]);
  });

  test('another database is connected beside it, under a name of its own; commands then ask which is meant', async () => {
    const other = await seedTwin(context.db.twin, {
      database: 'other',
      version: 18,
      transfers: 1,
      apiKey: 'other key',
    });
    const args = ['connect', '--url', `${twin.url}/other`, '--database', 'other', '--login', seeded.login];
    const key = { CROSSDOCK_ODOO_KEY: other.apiKey };
    const { name } = await row();
    const same = await odoo([...args, '--name', name, '--send-from', 'all'], key);
    expect([same.code, same.err]).toEqual([2, expect.stringContaining('must be nobody else')]);
    const answer = await odoo([...args, '--send-from', 'all', '--json'], key);
    expect(answer.code, answer.err).toBe(0);
    const { id } = JSON.parse(answer.out);
    expect(JSON.parse((await odoo(['list', '--json'])).out).connections).toHaveLength(2);
    expect(await odoo(['check'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('Say which with --connection'),
    });
    expect((await odoo(['check', '--connection', id])).code).toBe(0);
    await context.db.system('odoo_connection').where({ id }).delete();
  });
});

test('the feed begins anew from the time that is said, and from no other word', async () => {
  const answer = await odoo(['begin', '--send-from', '2026-11-01', '--json']);
  expect(JSON.parse(answer.out).feed, answer.err).toMatchObject({ from: '2026-11-01' });
  expect((await row()).feed).toEqual({ begin: '2026-11-01 00:00:00' });
  expect((await odoo(['begin'])).code).toBe(2);
  expect(await odoo(['begin', '--send-from', 'soon'])).toMatchObject({ code: 2, err: expect.stringContaining('soon') });
});

test('carriers get, change and lose their codes by name or id', async () => {
  const [carrier] = seeded.carriers;
  const listed = async () => JSON.parse((await odoo(['carriers', '--json'])).out).carriers;
  expect((await odoo(['carriers', 'set', carrier!.name, 'ABCD'])).code).toBe(0);
  expect(await listed()).toContainEqual({ id: carrier!.id, name: carrier!.name, scac: 'ABCD' });
  expect((await odoo(['carrier', 'remove', String(carrier!.id)])).code).toBe(0);
  expect(await listed()).toContainEqual({ id: carrier!.id, name: carrier!.name });
  expect(await odoo(['carriers', 'set', 'Nobody Freight', 'ABCD'])).toMatchObject({
    code: 2,
    err: expect.stringContaining(carrier!.name),
  });
  expect((await odoo(['carriers', 'set', carrier!.name, 'abcd'])).code).toBe(2);
});

test('who is responsible is chosen by login', async () => {
  expect((await odoo(['responsible', seeded.login])).code).toBe(0);
  expect((await row()).responsible_user_id).toBe(seeded.uid);
  expect(await odoo(['responsible', 'nobody@northgate.example'])).toMatchObject({ code: 2 });
  await odoo(['responsible', 'none']);
  expect((await row()).responsible_user_id).toBeNull();
});

test('a partner’s rules change in what is said, and stay in what is not', async () => {
  const set = async (...args: string[]) => {
    const answer = await odoo(['partner', 'Quayside Logistics', ...args, '--json']);
    expect(answer.code, answer.err).toBe(0);
    return JSON.parse(answer.out).rules;
  };
  await set('--receives', 'orders', '--receives', 'tenders:BHFT', '--unit', 'CA=12', '--unit', 'PK=packaging');
  expect(await set('--unreserved', 'hold', '--remove-unit', 'PK', '--send-cancels', 'no')).toEqual({
    ...{ operationTypeIds: [], unreserved: 'hold', unitTolerance: 0, sendCancels: false },
    ...{ overs: 'apply', warehouseCancels: 'hold' },
    units: [{ code: 'CA', means: '12' }],
    receives: [{ event: 'shipment.tendered.v1', carrier: 'BHFT' }, { event: 'warehouse-order.released.v1' }],
  });
  expect((await odoo(['partner', 'Quayside Logistics'])).out).toContain('tenders:BHFT');
  const { warehouse: vendorId, buyer: customerId } = seeded.contactIds;
  const books = ['--vendor', String(vendorId), '--customer', String(customerId), '--tolerance', '2.5'];
  const trade = { vendorId, customerId, tolerance: 2.5, unpricedFreight: 'apply' };
  expect(await set(...books, '--unpriced-freight', 'apply')).toMatchObject({ trade });
  const { customerId: _, ...rest } = trade;
  expect((await set('--customer', 'none')).trade).toEqual(rest);
  for (const wrong of [
    ['--vendor', '4711'],
    ['--journal', 'x'],
    ['--unpriced-freight', 'perhaps'],
    ['--unit', 'CA=Crates of seven'],
    ['--operation-type', '4711'],
  ])
    expect([wrong, (await odoo(['partner', 'Quayside Logistics', ...wrong])).code]).toEqual([wrong, 2]);
  expect((await odoo(['partner', 'Nobody'])).err).toContain('Quayside Logistics');
});

test.each([
  { unreserved: 'perhaps' },
  { sendCancels: 'maybe' },
  { unit: ['CA'] },
  { removeUnit: ['ZZ'] },
  { receives: ['everything'] },
  { receives: ['orders:BHFT'] },
])('an option that says nothing that can be done is a mistake in use: %j', (options) => {
  const rules = { operationTypeIds: [], unreserved: 'reserve', unitTolerance: 0, sendCancels: true } as const;
  expect(() => changedRules({ ...rules, operationTypeIds: [], units: [], receives: [] }, options)).toThrow(UsageError);
});

test('a reconciliation says what it compared, and its signed report is verified without a hub', async () => {
  const report = join(folder, 'report.ndjson');
  const done = await odoo(['reconcile', '--report', report]);
  expect([done.code, done.out], done.err).toEqual([
    0,
    expect.stringContaining('nothing was written since the last time'),
  ]);
  const verified = await said(['evidence', 'verify', report]);
  expect([verified.code, verified.out]).toEqual([0, expect.stringContaining('Reconciliation of ')]);
  const asJson = JSON.parse((await odoo(['reconcile', '--since', '2026-01-01', '--json'])).out);
  expect(asJson).toMatchObject({ state: 'done', differ: 0, accuracy: 1, differences: [] });
  expect((await odoo(['reconcile', '--since', 'yesterday'])).code).toBe(2);
});

test('every command has its help, and names its exit codes', () => {
  const program = new Command('crossdock');
  addOdooCommands(program);
  const [group] = program.commands;
  expect(group!.commands.map((command) => command.name())).toEqual([
    ...['list', 'connect', 'test', 'check', 'begin', 'responsible', 'reconcile', 'carriers', 'partner'],
  ]);
  for (const command of group!.commands)
    expect(command.helpInformation()).toContain(command.description().slice(0, 20));
});
