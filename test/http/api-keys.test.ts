import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { hashKey, issueApiKey } from '../../services/store/api-keys.ts';
import { hearChanges } from '../../services/store/changes.ts';
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

test('a revoked key works five seconds longer at most where word of it was lost', async () => {
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
  const free = await httpRig();
  const answers = await Promise.all(Array.from({ length: 250 }, () => free.withKey('quayside', 'get', '/v1/outbox')));
  expect(answers.every((a) => a.status === 200)).toBe(true);
  await free.close();
});

describe('keys of a partner', () => {
  const keysOf = (orgId: string) => `/v1/organizations/${orgId}/api-keys`;
  const wanted = { environment: 'sandbox', name: 'Quayside new', scopes: ['inbox:write', 'outbox:read'] };

  test('are made by its admin or that of the team, shown once, with the scopes and the life that were asked for', async () => {
    const own = await httpRig();
    for (const who of ['quayside', 'team'] as const) {
      const admin = await own.signIn(who);
      const made = await admin.send('post', keysOf(orgs.quayside)).send({ ...wanted, expiresInDays: 10 });
      expect(made.status, made.text).toBe(201);
      const { key, apiKey } = made.body;
      expect(Date.parse(apiKey.expiresAt) - Date.parse(apiKey.createdAt)).toBe(10 * 86_400_000);
      expect(apiKey).toMatchObject({ environment: 'sandbox', scopes: wanted.scopes, state: 'active' });
      const list = await admin.get(`${keysOf(orgs.quayside)}?environment=sandbox`);
      expect(list.text).toContain(apiKey.id);
      expect(list.text).not.toContain(key);
      const asks = (path: string) => request(own.app).get(path).set('Authorization', `Bearer ${key}`);
      expect((await asks('/v1/outbox')).status).toBe(200);
      expect((await asks('/v1/messages')).status).toBe(403);
      const used = (await admin.get(keysOf(orgs.quayside))).body.apiKeys.find(
        ({ id }: { id: string }) => id === apiKey.id,
      );
      expect(used.lastUsedAt).toBe(own.context.now().toISOString());
      const [entry] = await own.context.db
        .system('audit_entry')
        .whereRaw(`detail -> 'subject' ->> 'id' = ?`, [apiKey.id]);
      expect(entry).toMatchObject({
        action: 'api-key.created',
        detail: { before: null, after: { name: wanted.name } },
      });
      expect(JSON.stringify(entry)).not.toContain(key);
      own.context.pass(7.5 * 86_400_000);
    }
    const after = (await (await own.signIn('quayside')).get(keysOf(orgs.quayside))).body.apiKeys;
    expect(
      after.filter(({ name }: { name: string }) => name === wanted.name).map((one: { state: string }) => one.state),
    ).toEqual(['ending', 'expired']);
    await own.close();
  });

  test('that are revoked open nothing from that moment on, in the process that heard of it', async () => {
    const own = await httpRig();
    const admin = await own.signIn('quayside');
    const ask = () => own.withKey('quayside', 'get', '/v1/outbox');
    expect((await ask()).status).toBe(200);
    const { id } = await own.context.db.system('api_key').where({ name: 'Quayside WMS' }).first();
    const revoke = () => admin.send('post', `${keysOf(orgs.quayside)}/${id}/revoke`);
    expect((await revoke()).body.state).toBe('revoked');
    own.tellOfKey(hashKey(own.keys.quayside).toString('hex'));
    expect((await ask()).status).toBe(401);
    const first = (await revoke()).body;
    expect([first.state, first.revokedAt]).toEqual(['revoked', own.context.now().toISOString()]);
    expect(await own.context.db.system('audit_entry').where({ action: 'api-key.revoked' })).toHaveLength(1);
    await own.close();
  });

  test('are told to every process that listens, by whatever statement they change', async () => {
    const { db, now } = rig.context;
    const heard: string[] = [];
    const changes = hearChanges(db.pool, () => undefined);
    changes.onKeyChange((keyHash) => heard.push(keyHash));
    const keyHash = hashKey(rig.keys.sandbox).toString('hex');
    await vi.waitFor(async () => {
      await db.system('api_key').where({ name: 'Quayside test' }).update({ revoked_at: null });
      await db.system('api_key').where({ name: 'Quayside test' }).update({ revoked_at: now() });
      expect(heard).toContain(keyHash);
    });
    await changes.close();
  });

  test('are those of the organisation that the address names, and never of the owner', async () => {
    const own = await httpRig();
    const [admin, team] = [await own.signIn('quayside'), await own.signIn('team')];
    const { id } = await own.context.db.system('api_key').where({ name: 'Heron TMS' }).first();
    expect((await admin.send('post', `${keysOf(orgs.quayside)}/${id}/revoke`)).status).toBe(404);
    expect((await team.send('post', keysOf(orgs.owner)).send(wanted)).status).toBe(409);
    expect((await team.send('post', keysOf(own.context.newId())).send(wanted)).status).toBe(404);
    await own.close();
  });
});
