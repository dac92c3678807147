import { afterAll, beforeAll, expect, test } from 'vitest';
import { issueApiKey } from '../../services/store/api-keys.ts';
import { type HttpRig, httpRig, isa, orgs } from './rig.ts';

let rig: HttpRig;

beforeAll(async () => {
  rig = await httpRig();
});
afterAll(() => rig.close());

const list = (key: keyof HttpRig['keys']) => rig.withKey(key, 'get', '/v1/outbox');

test('a key is 256 random bits behind a name; only its hash is kept', async () => {
  const { db, newId, now } = rig.context;
  const made = await issueApiKey(db.system, {
    id: newId(),
    orgId: orgs.heron,
    environment: 'sandbox',
    name: 'New',
    scopes: ['inbox:write'],
    createdAt: now(),
    expiresAt: now(),
  });
  expect(made.key).toMatch(/^cdk_[0-9a-z]{8}_[\w-]{43}$/);
  expect(made.key.startsWith(`${made.prefix}_`)).toBe(true);
  const row = await db.system('api_key').where({ prefix: made.prefix }).first();
  expect(row.key_hash).toHaveLength(32);
  // The secret may hold an underscore itself.
  expect(JSON.stringify(row)).not.toContain(made.key.slice(made.prefix.length + 1));
});

test('a revoked key works five seconds longer at most', async () => {
  expect((await list('heron')).status).toBe(200);
  await rig.context.db
    .system('api_key')
    .where({ org_id: orgs.heron, name: 'Heron TMS' })
    .update({ revoked_at: rig.context.now() });
  rig.context.pass(5_000);
  const revoked = await list('heron');
  expect([revoked.status, revoked.body.code]).toEqual([401, 'http.unauthorized']);
});

test('a key that has expired is told so from that moment on, remembered or not', async () => {
  const own = await httpRig();
  expect((await own.withKey('heron', 'get', '/v1/outbox')).status).toBe(200);
  const { db, now } = own.context;
  const [{ expires_at: usual }] = await db.system('api_key').where({ name: 'Heron TMS' }).select('expires_at');
  expect(usual.getTime() - now().getTime()).toBe(365 * 86_400_000);
  const in2s = new Date(now().getTime() + 2_000);
  await db.system('api_key').where({ name: 'Quayside WMS' }).update({ expires_at: in2s });
  expect((await own.withKey('quayside', 'get', '/v1/outbox')).status).toBe(200);
  own.context.pass(2_000);
  for (const answer of [
    await own.withKey('quayside', 'get', '/v1/outbox'),
    await own.withKey('quayside', 'post', '/v1/inbox').type('application/edi-x12').send(isa()),
  ]) {
    expect([answer.status, answer.body.code]).toEqual([401, 'http.key-expired']);
    expect(answer.body.detail).toContain('Quayside WMS expired on 2026-11-23');
  }
  await own.close();
});

test('the time of the last use is kept, exact to a minute', async () => {
  const lastUsed = async () =>
    (await rig.context.db.system('api_key').where({ name: 'Quayside WMS' }).first()).last_used_at as Date;
  await list('quayside');
  const first = await lastUsed();
  expect(first).toEqual(rig.context.now());
  rig.context.pass(30_000);
  await list('quayside');
  expect(await lastUsed()).toEqual(first);
  rig.context.pass(40_000);
  await list('quayside');
  expect(await lastUsed()).toEqual(rig.context.now());
});

test('a key has its own rate, for the inbox and for the rest; above it comes 429 with Retry-After', async () => {
  const slow = await httpRig({ limits: { inboxPerSecond: 1, keyRequestsPerSecond: 1 } });
  const drop = (key: 'quayside' | 'heron') =>
    slow.withKey(key, 'post', '/v1/inbox').type('application/edi-x12').send(isa());
  const answers = await Promise.all([drop('quayside'), drop('quayside'), drop('heron')]);
  expect(answers.map((a) => a.status).sort()).toEqual([202, 202, 429]);
  const refused = answers.find((a) => a.status === 429)!;
  expect(refused.headers['retry-after']).toBe('1');
  expect(refused.body.code).toBe('http.too-many-requests');
  const lists = await Promise.all([
    slow.withKey('quayside', 'get', '/v1/outbox'),
    slow.withKey('quayside', 'get', '/v1/outbox'),
  ]);
  expect(lists.map((a) => a.status).sort()).toEqual([200, 429]);
  await slow.close();
});

test('a rate of 0 is no limit', async () => {
  const free = await httpRig({ limits: { keyRequestsPerSecond: 0 } });
  const answers = await Promise.all(Array.from({ length: 250 }, () => free.withKey('quayside', 'get', '/v1/outbox')));
  expect(answers.every((a) => a.status === 200)).toBe(true);
  await free.close();
});
